import { describe, expect, it } from 'vitest'
import { csvRow } from '../../src/lib/csv.ts'

describe('csvRow', () => {
  it.each([
    [['a@example.com', 'accepted', 1], 'a@example.com,accepted,1\r\n'],
    [['', 0], ',0\r\n'],
    [['a, b', 'say "no"', 'two\nlines', 'two\rlines'], '"a, b","say ""no""","two\nlines","two\rlines"\r\n'],
    [['=1+1', '-1'], '=1+1,-1\r\n'],
  ])('%j, as it is', (cells, row) => {
    expect(csvRow(cells, 'raw')).toBe(row)
  })

  it.each([
    [['=HYPERLINK("http://x")'], '"\'=HYPERLINK(""http://x"")"\r\n'],
    [['+1', '-1', '@SUM(A1)', '\t=1'], "'+1,'-1,'@SUM(A1),'\t=1\r\n"],
    [['a=b', 'plain'], 'a=b,plain\r\n'],
    // A number is no text that somebody else wrote.
    [[-5], '-5\r\n'],
  ])('%j, for a spreadsheet', (cells, row) => {
    expect(csvRow(cells, 'spreadsheet')).toBe(row)
  })
})
