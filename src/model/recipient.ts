import type { MailAddress } from '../lib/mail-address.ts'
import type { RecipientFields } from './stencil.ts'

/** A row of a list that can be mailed. */
export interface Recipient {
  /** Line of the list's file on which the row starts, from 1. */
  line: number
  address: MailAddress
  /** The values the message has slots for; a field that the row leaves empty is absent. */
  fields: RecipientFields
}

/** A row of a list that cannot be mailed. */
export interface RefusedRow {
  line: number
  /** What stands in the email column, shortened. */
  email: string
  /** Worded to follow "the address". */
  reason: string
}

/** A field of the recipient that a message has a slot for. */
export interface FieldNeed {
  field: string
  /** Whether the slot has no default, so that every recipient must have a value. */
  required: boolean
}

/** A row that lacks the value of a required field. */
export interface LackingRow {
  line: number
  field: string
}
