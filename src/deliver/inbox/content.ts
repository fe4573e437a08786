import type { Attachment, Email } from 'postal-mime'

/** A part of a message that is a file. */
export interface FilePart {
  /** Number in the message, from 1. */
  id: number
  name: string
  type: string
  bytes: number
  /** Whether the HTML shows it, by its Content-ID. */
  inline: boolean
  contentId: string
  content: Uint8Array
}

/** The files of a message, pictures that the HTML shows included. */
export function fileParts(email: Email): FilePart[] {
  return email.attachments.map((attachment, index) => {
    const content = bytesOf(attachment)
    return {
      id: index + 1,
      name: attachment.filename ?? `part-${index + 1}`,
      type: attachment.mimeType,
      bytes: content.length,
      inline: attachment.related === true || attachment.disposition === 'inline',
      contentId: (attachment.contentId ?? '').replace(/^<|>$/g, ''),
      content,
    }
  })
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof ArrayBuffer ? new Uint8Array(content) : content
}

/**
 * The HTML of a message as a page for a frame: its own pictures from where the inbox serves them, its links opening
 * elsewhere.
 *
 * @param base where the parts are, such as `/api/v1/message/x/part/`
 */
export function framedHtml(email: Email, base: string): string {
  let html = email.html ?? ''
  for (const part of fileParts(email)) {
    if (part.contentId !== '') html = html.replaceAll(`cid:${part.contentId}`, `${base}${part.id}`)
  }
  const target = '<base target="_blank">'
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + target) : target + html
}
