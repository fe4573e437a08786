import { asciiValue, HeaderValueError, mailbox } from '../lib/header-encoding.ts'
import { encodeQuotedPrintable } from '../lib/quoted-printable.ts'
import { fieldValue, missingFields, slotValue } from './fill.ts'
import type { RecipientFields, Stencil, StencilSlot } from './stencil.ts'

/**
 * The message of one recipient: the stencil with the recipient's values in its slots. Static bytes are copied, never
 * encoded again.
 *
 * @throws HeaderValueError when a value would break a header; `unusableFields` tells beforehand
 */
export function personalise(stencil: Stencil, fields: RecipientFields): Buffer {
  const parts: Uint8Array[] = []
  for (const [index, segment] of stencil.segments.entries()) {
    parts.push(segment)
    const slot = stencil.slots[index]
    if (slot !== undefined) parts.push(Buffer.from(encoded(slot, fields), 'utf8'))
  }
  return Buffer.concat(parts)
}

/** A field that keeps a message from being made, with the reason. */
export interface UnusableField {
  field: string
  reason: 'missing' | 'breaks a header'
}

/** What keeps the message of a recipient from being made: required fields without a value, values that break headers. */
export function unusableFields(stencil: Stencil, fields: RecipientFields): UnusableField[] {
  const missing = missingFields(stencil.slots, fields).map((field) => ({ field, reason: 'missing' as const }))
  const breaking = stencil.slots.filter((slot) => slot.encoding !== 'quoted-printable' && breaksHeader(slot, fields))
  return [...missing, ...breaking.map(({ field }) => ({ field, reason: 'breaks a header' as const }))]
}

function breaksHeader(slot: StencilSlot, fields: RecipientFields): boolean {
  if (fieldValue(slot, fields) === '') return false
  try {
    encoded(slot, fields)
    return false
  } catch (error) {
    if (error instanceof HeaderValueError) return true
    throw error
  }
}

function encoded(slot: StencilSlot, fields: RecipientFields): string {
  switch (slot.encoding) {
    case 'quoted-printable':
      return encodeQuotedPrintable(slotValue(slot, fields))
    case 'mailbox':
      return mailbox(fields['name'], fieldValue(slot, fields), 'To: '.length)
    case 'raw':
      return asciiValue(slot.field, fieldValue(slot, fields))
  }
}
