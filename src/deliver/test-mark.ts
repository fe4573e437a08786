import type { Stencil } from '../model/stencil.ts'

const name = Buffer.from('\r\nSubject: ')
/** A line of a header should not be longer (RFC 5322 §2.1.1). */
const longestLine = 78

/**
 * The stencil with a mark before its subject, such as `[Test 14:05:09]`. Everything else stays the very bytes that a
 * send would use. The time in the mark keeps mail programs from folding one test into the other and hiding what they
 * have in common.
 *
 * @throws {RangeError} when the message has no subject
 */
export function withSubjectMark(stencil: Stencil, mark: string): Stencil {
  const index = stencil.segments.findIndex((segment) => Buffer.from(segment).includes(name))
  const segment = stencil.segments[index]
  if (segment === undefined) throw new RangeError('the message has no subject')
  const bytes = Buffer.from(segment)
  const at = bytes.indexOf(name) + name.length
  const lineEnd = bytes.indexOf('\r\n', at)
  const fits = lineEnd - at + 'Subject: '.length + mark.length + 1 <= longestLine
  const inserted = Buffer.from(fits ? `${mark} ` : `${mark}\r\n `, 'latin1')
  const marked = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)])
  return { ...stencil, segments: stencil.segments.with(index, marked) }
}
