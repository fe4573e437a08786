const width = 100

/**
 * The line at fault with the one before it and a caret under the column, each cut to a terminal's width around it.
 *
 * @param source text of the whole file
 * @param line the line at fault, from 1
 * @param column the column at fault, from 1; left out, no caret
 * @param shownLine the number to print beside the line, when `source` is only an excerpt
 * @returns the lines to print; empty when the file has no such line
 */
export function frame(source: string, line: number, column?: number, shownLine = line): string[] {
  const lines = source.split(/\r\n|\r|\n/)
  const current = lines[line - 1]
  if (current === undefined) return []
  const before = lines[line - 2]
  const gutter = String(shownLine).length
  // A caret far to the right moves the window along with it.
  const start = Math.max(0, (column ?? 1) - Math.floor(width * 0.75))
  const cut = (text: string): string => visible(text.slice(start, start + width))
  const output: string[] = []
  if (before !== undefined && before.trim() !== '') output.push(`   ${String(shownLine - 1).padStart(gutter)} | ${cut(before)}`)
  output.push(` > ${String(shownLine).padStart(gutter)} | ${cut(current)}`)
  if (column !== undefined) output.push(`   ${' '.repeat(gutter)} | ${' '.repeat(Math.max(0, column - 1 - start))}^`)
  return output
}

/** Tabs become one space, so that the caret stays under its column; other control characters become a dot. */
function visible(text: string): string {
  return text.replaceAll('\t', ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '·')
}
