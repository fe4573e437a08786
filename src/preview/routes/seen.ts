import type { Access } from '../guard.ts'

/** Whether a recipient may be looked at here: rows of a list are people, and stay on this machine. */
export function mayBeSeen(recipient: string, access: Pick<Access, 'readOnly'>): boolean {
  return !access.readOnly || !recipient.startsWith('row-')
}
