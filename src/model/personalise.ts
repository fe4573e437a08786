import { asciiValue, HeaderValueError, mailbox } from '../lib/header-encoding.ts'
import { encodeQuotedPrintable } from '../lib/quoted-printable.ts'
import { fieldValue, missingFields, slotValue } from './fill.ts'
import type { RecipientFields, Stencil, StencilSlot } from './stencil.ts'

/**
 * Memory that a message may be made in and that the next one may be made in again: a fresh buffer for each would cost
 * several times what copying the message does.
 */
export interface Workspace {
  bytes: Buffer
}

/**
 * The message of one recipient: the stencil with the recipient's values in its slots. Static bytes are copied, never
 * encoded again.
 *
 * @param workspace where to make it; the message then lasts until the next one is made there
 * @throws HeaderValueError when a value would break a header; `unusableFields` tells beforehand
 */
export function personalise(stencil: Stencil, fields: RecipientFields, workspace?: Workspace): Buffer {
  const { segments, slots } = stencil
  const values = slots.map((slot) => encoded(slot, fields))
  let size = 0
  for (const segment of segments) size += segment.length
  for (const value of values) size += Buffer.byteLength(value)
  const message = room(size, workspace)
  let at = 0
  for (const [index, segment] of segments.entries()) {
    message.set(segment, at)
    at += segment.length
    const value = values[index]
    if (value !== undefined) at += message.write(value, at)
  }
  return message
}

function room(size: number, workspace: Workspace | undefined): Buffer {
  if (workspace === undefined) return Buffer.allocUnsafe(size)
  if (workspace.bytes.length < size) workspace.bytes = Buffer.allocUnsafe(size + size / 8)
  return workspace.bytes.subarray(0, size)
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
