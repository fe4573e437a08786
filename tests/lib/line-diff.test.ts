import { describe, expect, it } from 'vitest'
import { lineDiff } from '../../src/lib/line-diff.ts'

const shown = (before: string, after: string, around?: number): string[] =>
  lineDiff(before, after, around).map((stretch) => stretch.map(({ kind, line, text }) => `${{ same: ' ', out: '-', in: '+' }[kind]}${line}${text}`).join(' '))

describe('comparing by lines', () => {
  it('shows a change with its neighbours', () => {
    expect(shown('a\nb\nc\nd\ne\nf\n', 'a\nb\nc\nX\ne\nf\n', 1)).toEqual([' 3c -4d +4X  5e'])
  })

  it('shows a moved line as gone and come, and keeps far changes apart', () => {
    expect(shown('a\nb\nc\nd\ne\nf\ng\nh', 'b\na\nc\nd\ne\nf\ng\nH', 1)).toEqual(['-1a  1b +2a  3c', ' 7g -8h +8H'])
  })

  it('joins changes whose neighbours touch', () => {
    expect(shown('a\nb\nc\nd', 'A\nb\nc\nD', 1)).toEqual(['-1a +1A  2b  3c -4d +4D'])
  })

  it('has nothing to show of equal texts, and everything of a new one', () => {
    expect(shown('a\nb', 'a\nb')).toEqual([])
    expect(shown('', 'a\nb\n')).toEqual(['+1a +2b'])
    expect(shown('a', '')).toEqual(['-1a'])
  })

  it('takes very different long texts as a whole', () => {
    const long = (mark: string): string => Array.from({ length: 1200 }, (_, index) => `${mark}${index}`).join('\n')
    const [stretch] = lineDiff(long('a'), long('b'))
    expect(stretch).toHaveLength(2400)
    expect(stretch?.[1199]?.kind).toBe('out')
    expect(stretch?.[1200]?.kind).toBe('in')
  })
})
