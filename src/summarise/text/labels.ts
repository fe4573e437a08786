/** A word or a few before a colon: the title of a list item, the key word of a caption, or who speaks in an interview. */
const label = /^([QAF]|\p{Lu}[\p{L}\p{M}’'-]+(?: [\p{L}\p{M}’'-]+){0,3}): (?=["“‘']?\p{Lu})/u
/** The title of a list item may be longer. */
const itemTitle = /^\p{Lu}[^.:;!?"“”]{3,60}: (?=["“‘']?\p{Lu})/u
/** Somebody speaks of himself or to somebody. */
const speech = /\b(?:I|me|my|we|our|us|you|your|ich|mein\w*|wir|uns\w*|je|mon|ma|mes|nous|notre|nos|vous|votre|vos|yo|mi|mis|nosotros)\b/iu

/** The label of a sentence, without the colon; undefined when it has none. */
export function labelOf(sentence: string): string | undefined {
  return label.exec(sentence)?.[1]
}

/**
 * The sentence without its label, or undefined when it cannot be told without it: what somebody says in an interview.
 *
 * @param repeated whether other sentences of the article have the same label
 * @param opensItem whether it is the first sentence of a list item
 */
export function withoutLabel(sentence: string, repeated: boolean, opensItem = false): string | undefined {
  const length = (label.exec(sentence) ?? (opensItem ? itemTitle.exec(sentence) : null))?.[0].length ?? 0
  if (length === 0) return sentence
  const rest = sentence.slice(length)
  return repeated || speech.test(rest) || rest.split(' ').length < 5 ? undefined : rest
}
