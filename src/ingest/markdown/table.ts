import { isElement, ancestorsOf, type PageElement } from '../page/dom.ts'
import { inlineMarkdown, type Resolve } from './inline.ts'

/** A table of data is at most this wide; a wider one would not be read as Markdown. */
const widest = 12

/**
 * A table as the pipes that GitHub and markdown-it read, its first row as the heading.
 *
 * @returns undefined when the table lays out a page: one column or row, tables, lists or several paragraphs in cells
 */
export function tableMarkdown(table: PageElement, resolve: Resolve): string | undefined {
  const rows = [...table.querySelectorAll('tr')].filter((row) => nearest(row, 'TABLE') === table).map(cellsOf)
  const filled = rows.filter((cells) => cells.length > 0)
  const width = Math.max(0, ...filled.map((cells) => cells.length))
  if (filled.length < 2 || width < 2 || width > widest) return undefined
  if (table.querySelector('table, ul, ol, h1, h2, h3, h4, pre, blockquote, td p ~ p, article, section') !== null) return undefined
  const lines = filled.map((cells) => line(cells.map((cell) => cellText(cell, resolve)), width))
  const [first = '', ...others] = lines
  return [first, line(Array.from({ length: width }, () => '---'), width), ...others].join('\n')
}

function nearest(element: PageElement, tag: string): PageElement | undefined {
  for (const above of ancestorsOf(element)) if (above.tagName === tag) return above
  return undefined
}

function cellsOf(row: PageElement): PageElement[] {
  return [...row.querySelectorAll('td, th')].filter((cell) => isElement(cell) && nearest(cell, 'TR') === row)
}

function cellText(cell: PageElement, resolve: Resolve): string {
  return inlineMarkdown(cell, resolve).replaceAll(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')
}

function line(cells: readonly string[], width: number): string {
  const padded = [...cells, ...Array.from({ length: width - cells.length }, () => '')]
  return `| ${padded.join(' | ')} |`
}
