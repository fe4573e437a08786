import { stringify } from 'yaml'

/**
 * The text of a Markdown file: comment lines, keys in the order given, the body.
 *
 * @param comments without the number sign
 * @param keys those that are undefined are left out
 */
export function markdownFile(comments: readonly string[], keys: Record<string, unknown>, body: string): string {
  const present = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined))
  const notes = comments.map((comment) => `# ${comment}\n`).join('')
  return `---\n${notes}${yaml(present)}---\n${body === '' ? '' : `\n${body.trimEnd()}\n`}`
}

/** Keys as YAML that a person would have written: long texts stay on one line. */
export function yaml(keys: Record<string, unknown>): string {
  return Object.keys(keys).length === 0 ? '' : stringify(keys, { lineWidth: 0, singleQuote: true })
}
