import { finding } from '../finding.ts'
import { wordsOf } from '../html/query.ts'
import { isDataTable, isPresentation, rowsOf } from '../tables.ts'
import { defineRule } from '../rule.ts'

export const dataTable = defineRule('GZ-K407', function* (context) {
  for (const table of context.elements('table')) {
    const data = isDataTable(table)
    if (data && isPresentation(table)) {
      yield finding('GZ-K407', 'a table with header cells has role="presentation"', context.placeOf(table, 'role=', '<table', '<mj-table'))
    } else if (!data && !isPresentation(table)) {
      const rows = rowsOf(table)
      const [first = []] = rows
      const square = rows.length >= 3 && first.length >= 2 && rows.every((row) => row.length === first.length)
      if (square && rows.every((row) => row.every((cell) => wordsOf(context.document, cell).length < 80))) {
        yield finding('GZ-K407', 'a table of data has no header cells', context.placeOf(table, '<table', '<mj-table'))
      }
    }
  }
})
