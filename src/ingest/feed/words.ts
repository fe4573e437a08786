/** Texts that an entry is searched in. */
export interface Searched {
  title?: string | undefined
  text: string
  tags: readonly string[]
}

/**
 * Whether one of some words or phrases stands in a title, a text or a tag: whole words, whatever their case and the
 * white space between them. `*` at the end of a word stands for any ending.
 */
export function mentions({ title = '', text, tags }: Searched, wanted: readonly string[]): boolean {
  const all = [title, ...tags, text].join(' \u2029 ')
  return wanted.some((phrase) => patternOf(phrase).test(all))
}

function patternOf(phrase: string): RegExp {
  const words = phrase.trim().split(/\s+/).map((word) => (word.endsWith('*') ? `${escapePattern(word.slice(0, -1))}[\\p{L}\\p{M}\\p{N}]*` : escapePattern(word)))
  // Scripts without spaces have no word boundaries to look for.
  const isDense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(phrase)
  const body = words.join('\\s+')
  return new RegExp(isDense ? body : `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'iu')
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
