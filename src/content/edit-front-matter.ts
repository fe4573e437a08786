import { type EditedValue, setKey, UneditableError } from './edit-yaml.ts'

export { UneditableError } from './edit-yaml.ts'

/** A Markdown file in three pieces that join to the very same text. */
interface Pieces {
  /** A byte order mark, if any, and the first fence. */
  head: string
  yaml: string
  /** The second fence and the body. */
  rest: string
}

const fenced = /^(\ufeff?---[ \t]*(?:ya?ml)?[ \t]*\r?\n)([\s\S]*?)(---[ \t]*(?:\r?\n|$)[\s\S]*)$/i

/** Applies an edit to the front matter of a Markdown file; a file that has none gets one. */
export function editFrontMatter(source: string, edit: (yaml: string) => string): string {
  const { head, yaml, rest } = split(source)
  const edited = edit(yaml)
  return edited === yaml ? source : head + edited + rest
}

/**
 * Sets keys in the front matter of a Markdown file, leaving every other byte as it is.
 *
 * @param values by key; undefined takes the key away
 * @param order keys as a person would order them, for where a new one goes
 * @throws UneditableError when the front matter is not one that can be edited safely
 */
export function setFrontMatter(source: string, values: Readonly<Record<string, EditedValue>>, order: readonly string[]): string {
  return editFrontMatter(source, (yaml) => Object.entries(values).reduce((text, [key, value]) => setKey(text, key, value, order), yaml))
}

/**
 * Replaces the first heading of a file's body, which is the title of an article whose front matter has none.
 *
 * @throws UneditableError when there is no such heading
 */
export function setHeading(source: string, title: string): string {
  const { head, yaml, rest } = split(source)
  const heading = /^([ ]{0,3}#[ \t]+).+?([ \t#]*)$/m
  if (!heading.test(rest)) throw new UneditableError('the article has neither a title nor a first heading')
  return head + yaml + rest.replace(heading, (_line, start: string, end: string) => start + title + end)
}

function split(source: string): Pieces {
  const match = fenced.exec(source)
  if (match !== null && (match[2] === '' || match[2]?.endsWith('\n') === true)) {
    return { head: match[1] ?? '', yaml: match[2], rest: match[3] ?? '' }
  }
  if (/^\ufeff?---/.test(source)) throw new UneditableError('the front matter is not closed, or not YAML')
  const mark = source.startsWith('\ufeff') ? '\ufeff' : ''
  const end = source.includes('\r\n') ? '\r\n' : '\n'
  return { head: `${mark}---${end}`, yaml: '', rest: `---${end}${end}${source.slice(mark.length)}` }
}
