/**
 * Where words stand in a text, whatever the white space and line breaks between them.
 *
 * @param firstLine number of the text's first line in its file
 * @returns the first line when the words are not there
 */
export function placeInText(text: string, words: string, firstLine: number): { line: number; column: number } {
  const parts = words.trim().split(/\s+/).slice(0, 8)
  const pattern = parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s+')
  const at = pattern === '' ? -1 : text.search(new RegExp(pattern))
  if (at === -1) return { line: firstLine, column: 1 }
  const before = text.slice(0, at).split('\n')
  return { line: firstLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 }
}
