import type { Access } from '../guard.ts'
import type { OpenedMessage } from '../message.ts'
import type { Session } from '../session.ts'
import type { Good, Snapshot } from '../snapshot.ts'
import { mayBeSeen } from './seen.ts'

/**
 * The message of an issue as one recipient gets it.
 *
 * @param to key of the recipient; left out, the newsletter itself
 * @returns undefined when there is no such issue or recipient, or when the recipient may not be seen here
 */
export async function openAs(session: Session, access: Access, slug: string, to = 'sample'): Promise<{ message: OpenedMessage; good: Good; snapshot: Snapshot } | undefined> {
  if (!mayBeSeen(to, access)) return undefined
  const snapshot = await session.snapshot(slug)
  const good = snapshot?.good
  if (snapshot === undefined || good === undefined) return undefined
  const message = await session.message(good, to)
  return message === undefined ? undefined : { message, good, snapshot }
}
