import { escapePlain, escapeText, escapeUrl, escapeUrlPart } from '../lib/escape.ts'
import type { BoundSlot, BoundText, RecipientFields, SlotContext } from './stencil.ts'

/** A rendered part with the values of a recipient in its slots, each escaped for its place. */
export function fill(bound: BoundText, fields: RecipientFields): string {
  let filled = bound.segments[0] ?? ''
  for (const [index, slot] of bound.slots.entries()) {
    filled += slotValue(slot, fields) + (bound.segments[index + 1] ?? '')
  }
  return filled
}

/** The value of a slot for a recipient, escaped for its place; empty when there is none and no default. */
export function slotValue(slot: BoundSlot, fields: RecipientFields): string {
  return escapeFor(slot.context, fieldValue(slot, fields))
}

/** The value of a slot for a recipient as it is. An empty value counts as none. */
export function fieldValue(slot: Pick<BoundSlot, 'field' | 'default'>, fields: RecipientFields): string {
  const value = Object.hasOwn(fields, slot.field) ? fields[slot.field] : undefined
  return value === undefined || value === '' ? (slot.default ?? '') : value
}

/** Fields that a recipient must have and has not: those without a default. */
export function missingFields(slots: readonly Pick<BoundSlot, 'field' | 'default'>[], fields: RecipientFields): string[] {
  const missing = slots.filter((slot) => slot.default === undefined && fieldValue(slot, fields) === '')
  return [...new Set(missing.map((slot) => slot.field))]
}

function escapeFor(context: SlotContext, value: string): string {
  switch (context) {
    case 'text':
    case 'attribute':
      return escapeText(value)
    case 'url':
      return escapeUrl(value)
    case 'url-part':
      return escapeUrlPart(value)
    case 'plain':
    case 'header':
      return escapePlain(value)
  }
}
