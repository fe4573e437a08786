import { describe, expect, it } from 'vitest'
import { readPlace, start, writePlace } from '../../src/preview/ui/lib/place.ts'
import { snap } from '../../src/preview/ui/lib/snap.ts'

describe('the address of the page', () => {
  it('says nothing when nothing was chosen', () => {
    expect(writePlace(start)).toBe('?')
    expect(readPlace('')).toEqual(start)
  })

  it('says everything that was chosen and gives it back', () => {
    const chosen = { ...start, issue: '2026-w48', view: 'source', width: 375, rotated: true, client: 'gmail-web', mode: 'forced', to: 'row-12', panel: 'none', finding: 'GZ-R009.1a2b3c4d', line: 12, theme: 'dark' } as const
    expect(readPlace(writePlace(chosen))).toEqual(chosen)
  })

  it('passes over what makes no sense', () => {
    expect(readPlace('?view=nothing&width=-5&line=x&mode=purple&theme=1&panel=&unknown=1&width=99999999')).toEqual(start)
  })
})

describe('a dragged width', () => {
  it('is drawn to a usual one that is near', () => {
    expect([309, 331, 333, 610, 1290].map(snap)).toEqual([320, 320, 333, 600, 1280])
  })

  it('stays within what a screen can be', () => {
    expect([-100, 5000].map(snap)).toEqual([240, 2000])
  })
})
