import { createHash, createPublicKey, verify } from 'node:crypto'
import { relaxedField, simpleBody } from './dkim.ts'

/** What became of one signature. `unknown`: the key cannot be had, so only the body could be checked. */
export interface DkimVerdict {
  result: 'pass' | 'fail' | 'unknown'
  domain: string
  selector: string
  /** Why, in words. */
  detail: string
  /** Names of the fields that are signed, in lower case. */
  signed: string[]
}

/** Gives the TXT record of a name, such as `news._domainkey.example.com`; undefined when there is none. */
export type KeyLookup = (name: string) => Promise<string | undefined>

/** Checks every DKIM signature of a message (RFC 6376 §6). */
export async function verifyDkim(message: Buffer, lookup: KeyLookup): Promise<DkimVerdict[]> {
  const end = message.indexOf('\r\n\r\n')
  const head = message.subarray(0, end < 0 ? message.length : end + 2).toString('utf8')
  const body = end < 0 ? Buffer.alloc(0) : message.subarray(end + 4)
  const fields = head.split(/\r\n(?![ \t])/).filter((text) => text !== '')
  const signatures = fields.filter((text) => nameOf(text) === 'dkim-signature')
  return Promise.all(signatures.map((signature) => verifyOne(signature, fields, body, lookup)))
}

async function verifyOne(signature: string, fields: readonly string[], body: Buffer, lookup: KeyLookup): Promise<DkimVerdict> {
  const tags = tagsOf(signature.slice(signature.indexOf(':') + 1))
  const domain = tags.get('d') ?? ''
  const selector = tags.get('s') ?? ''
  const names = (tags.get('h') ?? '').toLowerCase().split(':').map((name) => name.trim())
  const verdict = (result: DkimVerdict['result'], detail: string): DkimVerdict => ({ result, domain, selector, detail, signed: [...new Set(names)] })

  if (tags.get('a') !== 'rsa-sha256') return verdict('unknown', `the algorithm ${tags.get('a') ?? ''} is not checked here`)
  if (!names.includes('from')) return verdict('fail', 'From is not signed')
  const [headWay = 'simple', bodyWay = 'simple'] = (tags.get('c') ?? 'simple/simple').split('/')
  const canonical = bodyWay === 'relaxed' ? relaxedBody(body) : simpleBody(body)
  if (createHash('sha256').update(canonical).digest('base64') !== tags.get('bh')) return verdict('fail', 'the body was changed after it was signed')
  const record = await lookup(`${selector}._domainkey.${domain}`)
  if (record === undefined) return verdict('unknown', `the body is as signed; the key ${selector}._domainkey.${domain} is not known`)
  const key = tagsOf(record).get('p') ?? ''
  if (key === '') return verdict('fail', 'the key was withdrawn')
  const input = Buffer.from(signedInput(signature, names, fields, headWay), 'utf8')
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
  return verify('sha256', input, publicKey, Buffer.from(tags.get('b') ?? '', 'base64'))
    ? verdict('pass', `signed by ${domain}`)
    : verdict('fail', 'the header was changed after it was signed, or the key is another')
}

function signedInput(signature: string, names: readonly string[], fields: readonly string[], way: string): string {
  const canonical = (text: string): string => (way === 'relaxed' ? relaxedField(text) : text)
  const left = [...fields]
  let input = ''
  for (const name of names) {
    const index = left.findLastIndex((text) => nameOf(text) === name)
    const [text] = index < 0 ? [] : left.splice(index, 1)
    if (text !== undefined) input += `${canonical(text)}\r\n`
  }
  return input + canonical(signature.replace(/\r\n$/, '').replace(/([;\s]b\s*=)[^;]*/, '$1'))
}

function nameOf(text: string): string {
  return text.slice(0, text.indexOf(':')).trim().toLowerCase()
}

/** `k=v; k=v` with the white space taken out (RFC 6376 §3.2). */
function tagsOf(text: string): Map<string, string> {
  return new Map(
    text.split(';').flatMap((part): [string, string][] => {
      const equals = part.indexOf('=')
      return equals < 0 ? [] : [[part.slice(0, equals).trim(), part.slice(equals + 1).replace(/\s+/g, '')]]
    }),
  )
}

/** RFC 6376 §3.4.4. */
function relaxedBody(body: Buffer): Buffer {
  const text = body
    .toString('latin1')
    .replace(/[ \t]+/g, ' ')
    .replace(/ (?=\r\n|$)/g, '')
    .replace(/(\r\n)+$/, '')
  return Buffer.from(text === '' ? '' : `${text}\r\n`, 'latin1')
}
