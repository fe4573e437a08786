import { mailboxField, asciiValue, textField, wordsField } from '../../lib/header-encoding.ts'
import { formatMessageDate } from '../../lib/message-date.ts'
import type { Issue } from '../../model/issue.ts'
import type { Publication } from '../../model/publication.ts'
import type { StencilSlot } from '../../model/stencil.ts'
import { unsubscribeByMail, unsubscribeLink } from '../slot-defaults.ts'
import type { StencilWriter } from './stencil-writer.ts'

/** What the header says besides the issue and the newsletter. */
export interface HeaderFacts {
  issue: Issue
  publication: Publication
  date: Date
  /** Of the message nobody in particular gets; sending gives each recipient one of their own. */
  messageId: string
}

/**
 * Writes the fields of the header up to MIME-Version, in the customary order.
 *
 * @throws HeaderValueError when a value would break its field
 */
export function writeHeader(writer: StencilWriter, { issue, publication, date, messageId }: HeaderFacts): void {
  const { from, replyTo, name } = publication
  writer
    .write(mailboxField('From', from.name ?? name, from.address))
    .write('To: ')
    .slot({ field: 'email', context: 'header', encoding: 'mailbox' })
    .write('\r\n')
  if (replyTo !== undefined) writer.write(mailboxField('Reply-To', undefined, replyTo))
  writer
    .write(textField('Subject', issue.subject))
    .write('Date: ')
    .slot(rawSlot('date', formatMessageDate(date)))
    .write('\r\nMessage-ID: <')
    .slot(rawSlot('messageId', asciiValue('Message-ID', messageId)))
    .write('>\r\n')
  writeListFields(writer, publication)
  if (publication.feedbackId !== undefined) writer.write(`Feedback-ID: ${asciiValue('Feedback-ID', publication.feedbackId)}\r\n`)
  // Precedence is historic and Auto-Submitted its successor (RFC 3834); both keep automatic replies away.
  writer.write('Precedence: bulk\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n')
}

/** List-Id (RFC 2919) and List-Unsubscribe (RFC 2369, 8058): each once, and both ways to unsubscribe in one field. */
function writeListFields(writer: StencilWriter, publication: Publication): void {
  const { listId } = publication.links
  const unsubscribe = unsubscribeLink(publication)
  if (listId !== undefined) writer.write(listIdField(publication.name, listId))
  if (unsubscribe === undefined) return
  writer
    .write('List-Unsubscribe: <')
    .slot(rawSlot('unsubscribeUrl', asciiValue('List-Unsubscribe', unsubscribe)))
    .write('>')
  if (!/^https:/i.test(unsubscribe)) {
    writer.write('\r\n')
    return
  }
  writer
    .write(`,\r\n <${asciiValue('List-Unsubscribe', unsubscribeByMail(publication))}>\r\n`)
    .write('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
}

function listIdField(name: string, listId: string): string {
  const id = asciiValue('List-Id', listId.replace(/^.*<|>.*$/g, ''))
  // A comment or a phrase before the id is for people; only a plain one is worth its risk.
  const phrase = /^[\w ]{1,40}$/.test(name) ? name.split(' ') : []
  return wordsField('List-Id', [...phrase, `<${id}>`])
}

/** A slot of the header whose value is written as it is. */
function rawSlot(field: string, fallback: string): StencilSlot {
  return { field, default: fallback, context: 'header', encoding: 'raw' }
}
