import { createHash } from 'node:crypto'
import type { Stencil, StencilSlot } from '../../model/stencil.ts'
import type { Posting } from '../posting.ts'

/** An issue as a send froze it: every recipient gets this, whatever is edited afterwards. */
export interface FrozenIssue {
  subject: string
  stencil: Stencil
  posting: Posting
  /** For the Date field, in milliseconds since 1970. */
  date: number
}

/** The form in which the ledger keeps a frozen issue. */
interface Kept extends Omit<FrozenIssue, 'stencil'> {
  /** In base64. */
  segments: string[]
  slots: StencilSlot[]
}

/** The text in which the ledger keeps a frozen issue; `thaw` reads it. */
export function freeze({ stencil, ...rest }: FrozenIssue): string {
  const kept: Kept = { ...rest, segments: stencil.segments.map((bytes) => Buffer.from(bytes).toString('base64')), slots: stencil.slots }
  return JSON.stringify(kept)
}

/** What `freeze` made, read back. */
export function thaw(content: string): FrozenIssue {
  const { segments, slots, ...rest } = JSON.parse(content) as Kept
  return { ...rest, stencil: { segments: segments.map((text) => Buffer.from(text, 'base64')), slots } }
}

/**
 * Tells whether two builds of an issue are the same to a reader. The date of the message is left out: it is that of the
 * build, and a send has its own.
 */
export function contentHash({ segments, slots }: Stencil): string {
  const hash = createHash('sha256')
  for (const [index, segment] of segments.entries()) {
    hash.update(String(segment.length)).update(':').update(segment)
    const slot = slots[index]
    if (slot !== undefined) hash.update(JSON.stringify([slot.field, slot.context, slot.encoding, slot.field === 'date' ? '' : slot.default]))
  }
  return hash.digest('hex')
}
