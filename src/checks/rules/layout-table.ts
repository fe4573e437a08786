import { finding } from '../finding.ts'
import { isDataTable, isPresentation, rowsOf } from '../tables.ts'
import { defineRule } from '../rule.ts'

export const layoutTable = defineRule('GZ-K406', function* (context) {
  for (const table of context.elements('table')) {
    if (isPresentation(table) || isDataTable(table) || looksLikeData(rowsOf(table).map((row) => row.length))) continue
    yield finding('GZ-K406', 'a table without role="presentation" is read out as a table', context.placeOf(table, '<table'))
  }
})

/** Three rows or more of equally many cells are data that lacks its headers, which is another rule's business. */
function looksLikeData(cells: readonly number[]): boolean {
  const [first = 0] = cells
  return cells.length >= 3 && first >= 2 && cells.every((count) => count === first)
}
