import type { DkimSigner } from '../deliver/dkim.ts'
import type { PreparedMessage } from '../deliver/engine.ts'
import { taggedReturnPath } from '../deliver/recipient-tag.ts'
import { type UnsubscribeKeys, unsubscribeToken, unsubscribeUrl } from '../deliver/unsubscribe-token.ts'
import { formatMessageDate } from '../lib/message-date.ts'
import { personalise, type Workspace } from '../model/personalise.ts'
import type { FieldNeed } from '../model/recipient.ts'
import type { RecipientFields, Stencil } from '../model/stencil.ts'
import type { Posting } from './posting.ts'

/** What turns a stencil and a recipient into a message ready to go. */
export interface MessageMaker {
  stencil: Stencil
  posting: Posting
  keys: UnsubscribeKeys
  dkim: DkimSigner | undefined
  /** For the Date field: the same for everybody, and for every attempt. */
  date: Date
}

/** The one message of a recipient. */
export interface Letter {
  address: string
  fields: RecipientFields
  /** Without angle brackets. */
  messageId: string
  /** Tag of the return path; left out, bounces go to the plain address. */
  tag?: string
}

/** Fields that the message has of itself, so that no list has to have them; one that does may replace the link. */
const ownFields = new Set(['email', 'messageId', 'date', 'viewUrl'])

/** The columns that a list is read for. */
export function fieldNeeds(stencil: Stencil): FieldNeed[] {
  const required = new Map<string, boolean>([['name', false]])
  for (const slot of stencil.slots) {
    if (ownFields.has(slot.field)) continue
    required.set(slot.field, (required.get(slot.field) ?? false) || slot.default === undefined)
  }
  return [...required].map(([field, isRequired]) => ({ field, required: isRequired }))
}

/**
 * Makes one recipient's message and signs it.
 *
 * @param workspace where to make it; the message then lasts until the next one is made there
 * @throws HeaderValueError when a value would break a header
 */
export async function makeMessage(maker: MessageMaker, letter: Letter, workspace?: Workspace): Promise<PreparedMessage> {
  const { stencil, posting, dkim, date } = maker
  const { address, fields, messageId, tag } = letter
  const own = { email: address, messageId, date: formatMessageDate(date) }
  const unsigned = personalise(stencil, { ...unsubscribeField(maker, address), ...fields, ...own }, workspace)
  return {
    envelope: {
      from: posting.verp && tag !== undefined ? taggedReturnPath(posting.returnPath, tag) : posting.returnPath,
      to: address,
      utf8: /[^\u0000-\u007f]/.test(address),
    },
    message: dkim === undefined ? unsigned : await dkim.sign(unsigned),
  }
}

/** The recipient's own link, when the newsletter's has a place for a token. */
function unsubscribeField({ posting, keys }: MessageMaker, address: string): RecipientFields {
  const { slug, unsubscribe: pattern } = posting
  if (pattern?.includes('{token}') !== true) return {}
  return { unsubscribeUrl: unsubscribeUrl(pattern, unsubscribeToken(keys, { key: address.toLowerCase(), issue: slug })) }
}
