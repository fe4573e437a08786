import { verifyDkim, type KeyLookup } from '../dkim-verify.ts'

/** What one look at a message found. */
export interface Verdict {
  /** Permanent name, such as `one-click`. */
  name: string
  title: string
  result: 'good' | 'bad' | 'unknown'
  /** One sentence: what is there, or what is wrong and what to do. */
  detail: string
}

/** A field of a header, unfolded. */
export interface HeaderField {
  name: string
  value: string
}

/** What List-Unsubscribe (RFC 2369) and List-Unsubscribe-Post (RFC 8058) say. */
export interface ListUnsubscribe {
  header: string
  post: string
  links: string[]
  errors: string[]
}

const longestLine = 998
/** Bytes of HTML after which Gmail hides the rest. */
const clippedAt = 102_400

/** Reads the fields of a message, in order. */
export function headerFields(raw: Buffer): HeaderField[] {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.subarray(0, end < 0 ? raw.length : end).toString('utf8')
  return head
    .split(/\r\n(?![ \t])/)
    .filter((text) => text.includes(':'))
    .map((text) => {
      const colon = text.indexOf(':')
      return { name: text.slice(0, colon).trim(), value: text.slice(colon + 1).replace(/\r\n[ \t]+/g, ' ').trim() }
    })
}

const valuesOf = (fields: readonly HeaderField[], name: string): string[] =>
  fields.filter((field) => field.name.toLowerCase() === name.toLowerCase()).map(({ value }) => value)

/** Judges the links by which a reader leaves. */
export function listUnsubscribe(fields: readonly HeaderField[]): ListUnsubscribe {
  const headers = valuesOf(fields, 'List-Unsubscribe')
  const posts = valuesOf(fields, 'List-Unsubscribe-Post')
  const header = headers[0] ?? ''
  const links = [...header.matchAll(/<([^<>]+)>/g)].map(([, link = '']) => link.trim())
  const errors: string[] = []
  if (headers.length > 1) errors.push('there is more than one List-Unsubscribe')
  if (posts.length > 1) errors.push('there is more than one List-Unsubscribe-Post')
  if (headers.length > 0 && links.length === 0) errors.push('List-Unsubscribe holds no link in angle brackets')
  for (const link of links) if (!/^(https?|mailto):/i.test(link)) errors.push(`${link} is neither a web address nor mailto:`)
  const post = posts[0] ?? ''
  if (post !== '' && post !== 'List-Unsubscribe=One-Click') errors.push(`List-Unsubscribe-Post must be List-Unsubscribe=One-Click, and is ${post}`)
  if (post !== '' && !links.some((link) => /^https:/i.test(link))) errors.push('one click needs a link that starts with https:')
  return { header, post, links, errors }
}

/** Looks at a message the way the large mail providers do. */
export async function verdictsOn(raw: Buffer, html: string | undefined, text: string | undefined, lookup: KeyLookup): Promise<Verdict[]> {
  const fields = headerFields(raw)
  return [...(await dkimVerdicts(raw, fields, lookup)), oneClick(fields), listId(fields), single(fields), lines(raw), parts(html, text)]
}

async function dkimVerdicts(raw: Buffer, fields: readonly HeaderField[], lookup: KeyLookup): Promise<Verdict[]> {
  const found = await verifyDkim(raw, lookup)
  if (found.length === 0) {
    return [{ name: 'dkim', title: 'DKIM', result: 'unknown', detail: 'The message is not signed. Your mail server may do that; Gmail and Yahoo ask for it.' }]
  }
  const needed = ['List-Unsubscribe', 'List-Unsubscribe-Post'].filter((name) => valuesOf(fields, name).length > 0)
  return found.map(({ result, detail, domain, signed }): Verdict => {
    const uncovered = needed.filter((name) => !signed.includes(name.toLowerCase()))
    if (result === 'pass' && uncovered.length > 0) {
      return { name: 'dkim', title: 'DKIM', result: 'bad', detail: `The signature of ${domain} holds but does not cover ${uncovered.join(' and ')}.` }
    }
    const good = { pass: 'good', fail: 'bad', unknown: 'unknown' } as const
    return { name: 'dkim', title: 'DKIM', result: good[result], detail: sentence(detail) }
  })
}

function oneClick(fields: readonly HeaderField[]): Verdict {
  const { header, post, links, errors } = listUnsubscribe(fields)
  const base = { name: 'one-click', title: 'One-click unsubscribe' }
  if (header === '') return { ...base, result: 'bad', detail: 'There is no List-Unsubscribe. Set links.unsubscribe in newsletter.yaml.' }
  if (errors.length > 0) return { ...base, result: 'bad', detail: sentence(errors.join('; ')) }
  if (post === '') return { ...base, result: 'bad', detail: 'There is a link but no List-Unsubscribe-Post: the link must start with https:.' }
  const hasMail = links.some((link) => /^mailto:/i.test(link))
  return { ...base, result: 'good', detail: hasMail ? 'By one click, and by mail.' : 'By one click.' }
}

function listId(fields: readonly HeaderField[]): Verdict {
  const base = { name: 'list-id', title: 'List-Id' }
  const [value, ...more] = valuesOf(fields, 'List-Id')
  if (value === undefined) return { ...base, result: 'bad', detail: 'There is none, so readers cannot filter by it. Set links.listId in newsletter.yaml.' }
  const id = /<([\w-]+(?:\.[\w-]+)+)>\s*$/.exec(value)?.[1]
  if (id === undefined || more.length > 0) return { ...base, result: 'bad', detail: `${value} is not one name with dots in angle brackets (RFC 2919).` }
  return { ...base, result: 'good', detail: `It is ${id}.` }
}

/** RFC 5322 §3.6; a message that has a field twice is refused by some and misread by others. */
function single(fields: readonly HeaderField[]): Verdict {
  const base = { name: 'header', title: 'Header' }
  const needed = ['From', 'Date', 'Message-ID', 'To', 'Subject', 'MIME-Version']
  const wrong = needed.filter((name) => valuesOf(fields, name).length !== 1)
  if (wrong.length > 0) return { ...base, result: 'bad', detail: `Each must be there once: ${wrong.join(', ')}.` }
  return { ...base, result: 'good', detail: `${fields.length} fields, those that must be there once are.` }
}

/** RFC 5322 §2.1.1 and §2.3. */
function lines(raw: Buffer): Verdict {
  const base = { name: 'lines', title: 'Lines' }
  const text = raw.toString('latin1')
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) return { ...base, result: 'bad', detail: 'Some lines end in a bare CR or LF.' }
  const longest = text.split('\r\n').reduce((most, line) => Math.max(most, line.length), 0)
  if (longest > longestLine) return { ...base, result: 'bad', detail: `The longest line has ${longest} bytes; ${longestLine} are allowed.` }
  return { ...base, result: 'good', detail: `The longest has ${longest} bytes of ${longestLine}.` }
}

function parts(html: string | undefined, text: string | undefined): Verdict {
  const base = { name: 'parts', title: 'Parts' }
  if (text === undefined || text.trim() === '') return { ...base, result: 'bad', detail: 'There is no plain text, which spam filters and some readers want.' }
  const bytes = Buffer.byteLength(html ?? '')
  if (bytes > clippedAt) return { ...base, result: 'bad', detail: `${bytes} bytes of HTML; Gmail hides what comes after ${clippedAt}.` }
  const size = `${(bytes / 1024).toFixed(1)} KB of HTML of ${clippedAt / 1024} KB`
  return { ...base, result: 'good', detail: html === undefined ? 'Plain text only.' : `Plain text, and ${size}.` }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
