import { createHash } from 'node:crypto'
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { asciiDomain, HeaderValueError } from '../../lib/header-encoding.ts'
import type { Issue } from '../../model/issue.ts'
import type { Publication } from '../../model/publication.ts'
import type { BoundText, Stencil } from '../../model/stencil.ts'
import { writeHeader } from './headers.ts'
import { StencilWriter } from './stencil-writer.ts'

/** A picture that travels inside the message; the HTML names it as `cid:` and its id. */
export interface InlineImage {
  cid: string
  /** For example image/png. */
  contentType: string
  bytes: Uint8Array
}

export interface MessageInput {
  issue: Issue
  publication: Publication
  html: BoundText
  text: BoundText
  images?: readonly InlineImage[]
  /** For the Date field of the built message; the same date gives the same bytes. */
  date: Date
}

/**
 * The whole message (RFC 5322, MIME) with its slots cut out: multipart/alternative, the plain text first, pictures with
 * the HTML in multipart/related. Everything static is encoded here, once; nothing in it is random.
 *
 * @returns no value and a GZ-R008 when a subject, name or address would break a header
 */
export function composeMessage(input: MessageInput): { value?: Stencil; diagnostics: Diagnostic[] } {
  const { issue, publication, html, text, images = [], date } = input
  const hash = contentHash(input)
  const domain = asciiDomain(publication.from.address.split('@').at(-1) ?? '')
  const writer = new StencilWriter()
  try {
    const messageId = `${issue.slug.replaceAll(/[^\w-]+/g, '-')}.${hash.slice(0, 16)}@${domain}`
    writeHeader(writer, { issue, publication, date, messageId })
  } catch (error) {
    if (!(error instanceof HeaderValueError)) throw error
    return { diagnostics: [diagnostic('GZ-R008', error.message)] }
  }
  // Neither quoted-printable nor base64 can hold "=_", so no body can end a part early.
  const alternative = `=_gazette_${hash.slice(0, 24)}_a`
  const related = `=_gazette_${hash.slice(0, 24)}_r`
  writer
    .write(`Content-Type: multipart/alternative;\r\n boundary="${alternative}"\r\n\r\n`)
    .write(`--${alternative}\r\n${textPart('plain', issue.lang)}`)
    .body(text)
    .write(`\r\n--${alternative}\r\n`)
  if (images.length > 0) {
    writer.write(`Content-Type: multipart/related; type="text/html";\r\n boundary="${related}"\r\n\r\n--${related}\r\n`)
  }
  writer.write(textPart('html', issue.lang)).body(html)
  for (const image of images) writer.write(`\r\n--${related}\r\n${imagePart(image)}`)
  if (images.length > 0) writer.write(`\r\n--${related}--\r\n`)
  return { value: writer.write(`\r\n--${alternative}--\r\n`).finish(), diagnostics: [] }
}

function textPart(subtype: 'plain' | 'html', lang: string): string {
  return (
    `Content-Type: text/${subtype}; charset=utf-8\r\n` +
    `Content-Language: ${lang.replaceAll(/[^\w-]/g, '')}\r\n` +
    'Content-Transfer-Encoding: quoted-printable\r\n\r\n'
  )
}

function imagePart({ cid, contentType, bytes }: InlineImage): string {
  const id = cid.replaceAll(/[^\w.@-]/g, '-')
  const base64 = Buffer.from(bytes).toString('base64').replace(/.{76}(?=.)/g, '$&\r\n')
  return (
    `Content-Type: ${contentType.replaceAll(/[^\w/.+-]/g, '')}\r\n` +
    `Content-ID:${id.length < 62 ? '' : '\r\n'} <${id}>\r\n` +
    `Content-Disposition: inline;\r\n filename="${id.replace(/@.*$/, '')}"\r\n` +
    `Content-Transfer-Encoding: base64\r\n\r\n${base64}`
  )
}

function contentHash({ issue, html, text }: MessageInput): string {
  const hash = createHash('sha256')
  for (const part of [issue.slug, issue.subject, ...text.segments, ...html.segments]) hash.update(part).update('\0')
  return hash.digest('hex')
}
