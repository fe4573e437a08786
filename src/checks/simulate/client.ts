import type { SimulatedClient } from '../../model/mail-client.ts'
import type { View } from '../support/gaps.ts'
import type { Edits } from './edits.ts'

/** How far a view may be trusted. */
export interface Fidelity {
  /** High: what is shown is what the client shows; fair: layout and colours are, details may not be; rough: an aid only. */
  level: 'high' | 'fair' | 'rough'
  note: string
}

/** What a client does on a dark screen: leaves the message alone, follows its styles, or changes colours itself. */
export type DarkBehaviour = 'none' | 'authored' | 'partial' | 'full'

/** How one client's view is made. */
export interface ClientProfile {
  client: SimulatedClient
  /** Column of the support table that stands for the client. */
  column: string
  fidelity: Fidelity
  dark: DarkBehaviour
  /** Reads conditional comments as Word does. */
  word: boolean
  /** Changes beyond those that the support table tells of. */
  alter: (view: View, edits: Edits) => void
}
