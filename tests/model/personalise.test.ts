import { describe, expect, it } from 'vitest'
import { personalise } from '../../src/model/personalise.ts'
import type { Stencil } from '../../src/model/stencil.ts'

const stencil: Stencil = {
  segments: [Buffer.from('To: '), Buffer.from('\r\n\r\nDear '), Buffer.from(',\r\n')],
  slots: [
    { field: 'email', context: 'header', encoding: 'mailbox' },
    { field: 'name', default: 'reader', context: 'plain', encoding: 'quoted-printable' },
  ],
}
const ana = { email: 'ana@example.com', name: 'Ana' }
const zoe = { email: 'zo\u00eb@example.com', name: 'Zo\u00eb with a name that is a good deal longer than the one before' }

describe('personalise, in a workspace', () => {
  it('makes the same bytes as without one, for longer and shorter messages in turn', () => {
    const workspace = { bytes: Buffer.alloc(0) }
    for (const fields of [ana, zoe, ana, { email: 'ben@example.com' }, zoe]) {
      expect(personalise(stencil, fields, workspace).toString()).toBe(personalise(stencil, fields).toString())
    }
  })

  it('uses its memory again', () => {
    const workspace = { bytes: Buffer.alloc(0) }
    const first = personalise(stencil, zoe, workspace)
    const second = personalise(stencil, ana, workspace)
    expect(second.buffer).toBe(first.buffer)
    expect(first.subarray(0, second.length).equals(second)).toBe(true)
  })
})
