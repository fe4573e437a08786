import { describe, expect, it } from 'vitest'
import { contentHash, freeze, type FrozenIssue, thaw } from '../../../src/app/send/frozen.ts'
import type { Stencil } from '../../../src/model/stencil.ts'

const stencil = (overrides: { text?: string; date?: string; fallback?: string } = {}): Stencil => ({
  segments: [Buffer.from('Date: '), Buffer.from('\r\n\r\nHello '), Buffer.from(overrides.text ?? ', caf\u00e9\r\n')],
  slots: [
    { field: 'date', default: overrides.date ?? 'Thu, 26 Nov 2026 09:00:00 +0000', context: 'header', encoding: 'raw' },
    { field: 'name', default: overrides.fallback ?? 'there', context: 'plain', encoding: 'quoted-printable' },
  ],
})

describe('a frozen issue', () => {
  it('thaws into what it was, byte for byte', () => {
    const frozen: FrozenIssue = {
      subject: 'Caf\u00e9',
      stencil: { ...stencil(), segments: [...stencil().segments.slice(0, 2), Uint8Array.of(0, 255, 128)] },
      posting: { slug: '2026-w48', domain: 'example.com', returnPath: 'bounces@example.com', verp: true, unsubscribe: 'https://example.com/u/{token}' },
      date: 1_700_000_000_000,
    }
    const thawed = thaw(freeze(frozen))
    expect({ ...thawed, stencil: undefined }).toEqual({ ...frozen, stencil: undefined })
    expect(thawed.stencil.slots).toEqual(frozen.stencil.slots)
    expect(thawed.stencil.segments.map((bytes) => [...bytes])).toEqual(frozen.stencil.segments.map((bytes) => [...bytes]))
  })
})

describe('contentHash', () => {
  it('is the same for two builds of one text, whenever they were made', () => {
    expect(contentHash(stencil({ date: 'Fri, 27 Nov 2026 10:00:00 +0000' }))).toBe(contentHash(stencil()))
  })

  it('tells an edit, of a slot as well', () => {
    const hashes = [stencil(), stencil({ text: ', tea\r\n' }), stencil({ fallback: 'reader' })].map(contentHash)
    expect(new Set(hashes).size).toBe(3)
  })

  it('is not misled by text that moves over a slot', () => {
    const moved: Stencil = { ...stencil(), segments: [Buffer.from('Date: \r\n'), Buffer.from('\r\nHello '), stencil().segments[2] ?? Buffer.alloc(0)] }
    expect(contentHash(moved)).not.toBe(contentHash(stencil()))
  })
})
