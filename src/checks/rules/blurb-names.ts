import { finding } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { isGenerated, sourceText } from '../blurb-source.ts'
import { wordList } from '../similar.ts'

export const blurbNames = defineRule('GZ-K604', function* (context) {
  for (const story of context.stories) {
    const source = sourceText(context, story)
    if (!isGenerated(story) || source === undefined) continue
    const known = new Set(wordList(source))
    for (const name of namesIn(story.blurb.text, story.lang ?? context.input.issue.lang)) {
      const unknown = wordList(name).find((word) => !known.has(word))
      if (unknown !== undefined) yield finding('GZ-K604', `the article does not name ${name}`, context.blurbPlace(story))
    }
  }
})

/** Capitalised words inside a sentence; in German, where all nouns are, two of them together. */
function namesIn(text: string, lang: string): Set<string> {
  const names = new Set<string>()
  for (const found of text.matchAll(/(?<![.!?…:]["”’»)]?\s|^["“„«(]?|["“„«(\p{L}\p{N}])\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*/gu)) {
    const [name] = found
    if (!lang.startsWith('de') || name.includes(' ')) names.add(name)
  }
  return names
}
