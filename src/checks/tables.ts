import type { ElementNode } from './html/document.ts'
import { closest, descendantsOf, valueOf } from './html/query.ts'

/** Whether a table says that it only places things. */
export function isPresentation(table: ElementNode): boolean {
  return /^(presentation|none)$/.test(valueOf(table, 'role') ?? '')
}

/** Whether a table holds data: it has header cells or a caption of its own. */
export function isDataTable(table: ElementNode): boolean {
  for (const child of descendantsOf(table)) {
    if (child.tag !== 'th' && child.tag !== 'caption') continue
    if (closest(child, (parent) => parent.tag === 'table') === table) return true
  }
  return false
}

/** Rows of a table's own, each with its cells. */
export function rowsOf(table: ElementNode): ElementNode[][] {
  return [...descendantsOf(table)]
    .filter((child) => child.tag === 'tr' && closest(child, (parent) => parent.tag === 'table') === table)
    .map((row) => row.children.filter((child) => child.kind === 'element' && (child.tag === 'td' || child.tag === 'th')) as ElementNode[])
}
