import { type Finding, note, ok, problem, warning } from './finding.ts'

/** TXT records found at a name, each with its strings joined; null when the lookup failed for another reason. */
export type TxtRecords = readonly string[] | null

/**
 * What the SPF record of a domain says (RFC 7208: section 3.2 allows one record, section 4.6.4 ten lookups).
 *
 * @param records TXT records of the domain
 */
export function readSpf(domain: string, records: TxtRecords): Finding {
  const subject = 'SPF'
  if (records === null) return unanswered(subject, domain)
  const found = records.filter((record) => /^v=spf1( |$)/i.test(record))
  const [record] = found
  if (record === undefined) {
    return problem(subject, `${domain} has no SPF record`, 'add a TXT record that names the servers that may send for it; your mail provider says which')
  }
  if (found.length > 1) return problem(subject, `${domain} has ${found.length} SPF records, and receivers then ignore all of them`, 'merge them into one')
  const terms = record.toLowerCase().split(/\s+/).slice(1)
  if (terms.some((term) => /^\+?all$/.test(term))) return problem(subject, `${record} lets everybody send for ${domain}`, 'end it with ~all or -all')
  const lookups = terms.filter((term) => /^[+~?-]?(include:|a$|a[:/]|mx$|mx[:/]|ptr$|ptr:|exists:)|^redirect=/.test(term)).length
  if (lookups > 10) return problem(subject, `${record} needs ${lookups} lookups, and receivers stop after 10`, 'remove senders that are not used any more')
  return ok(subject, record, othersAre(terms))
}

/** What becomes of mail from servers that an SPF record does not name (RFC 7208 section 5.1). */
function othersAre(terms: readonly string[]): string {
  const all = terms.findLast((term) => /^[~?-]all$/.test(term))
  if (all === '-all') return 'mail from servers that it does not name is refused'
  if (all === '~all') return 'mail from servers that it does not name is accepted and marked as suspicious'
  if (terms.some((term) => term.startsWith('redirect='))) return 'another record says which servers may send'
  return 'it says nothing of servers that it does not name, so that it keeps nobody from forging the sender; end it with ~all or -all'
}

/**
 * What the DMARC policy of a domain says (RFC 7489 section 6.3).
 *
 * @param records TXT records of `_dmarc.<domain>`
 */
export function readDmarc(domain: string, records: TxtRecords): Finding {
  const subject = 'DMARC'
  if (records === null) return unanswered(subject, `_dmarc.${domain}`)
  const found = records.filter((record) => /^v=DMARC1\s*(;|$)/.test(record))
  const [record] = found
  if (record === undefined) {
    return problem(subject, `${domain} has no DMARC policy, which Gmail and Yahoo ask of senders to lists`, `add a TXT record at _dmarc.${domain}: v=DMARC1; p=none; rua=mailto:postmaster@${domain}`)
  }
  if (found.length > 1) return problem(subject, `${domain} has ${found.length} DMARC policies, and receivers then ignore all of them`, 'keep one')
  const policy = /;\s*p=(\w+)/i.exec(record)?.[1]?.toLowerCase()
  if (policy === undefined || !['none', 'quarantine', 'reject'].includes(policy)) {
    return problem(subject, `${record} has no policy`, 'add p=none, p=quarantine or p=reject')
  }
  return ok(subject, record, policies[policy])
}

const policies: Record<string, string> = {
  none: 'mail that fails is delivered all the same and only reported; this is the least that Gmail and Yahoo ask for',
  quarantine: 'mail that neither SPF nor DKIM vouches for goes to the spam folder',
  reject: 'mail that neither SPF nor DKIM vouches for is refused',
}

/**
 * What the DKIM key of a selector says (RFC 6376 section 3.6.1).
 *
 * @param records TXT records of `<selector>._domainkey.<domain>`; undefined when no selector was named
 */
export function readDkim(domain: string, selector: string | undefined, records: TxtRecords | undefined): Finding {
  const subject = 'DKIM'
  if (selector === undefined || records === undefined) return note(subject, 'not looked at: name the selector with --dkim-selector')
  const name = `${selector}._domainkey.${domain}`
  if (records === null) return unanswered(subject, name)
  const keys = records.filter((record) => /(^|;)\s*p=/i.test(record))
  const [key] = keys
  if (key === undefined) return problem(subject, `there is no key at ${name}`, 'add the TXT record that your mail provider or key generator gave you')
  const value = /(?:^|;)\s*p=([^;]*)/i.exec(key)?.[1]?.replace(/\s/g, '') ?? ''
  if (value === '') return problem(subject, `the key at ${name} was revoked`, 'make a new key under another selector')
  if (/(^|;)\s*t=[^;]*\by\b/i.test(key)) return warning(subject, `the key at ${name} is marked as a test`, 'remove t=y once mail is signed')
  const type = /(?:^|;)\s*k=(\w+)/i.exec(key)?.[1]?.toLowerCase() ?? 'rsa'
  // A 1,024-bit RSA key is 162 bytes of DER; RFC 8301 section 3.2 asks for 2,048.
  if (type === 'rsa' && Buffer.from(value, 'base64').length < 200) {
    return warning(subject, `the key at ${name} is shorter than 2,048 bits`, 'make a longer one under another selector')
  }
  return ok(subject, `${type} key at ${name}`, 'receivers can verify mail that is signed with this selector')
}

/**
 * Whether answers and bounces can reach a domain. A null MX (RFC 7505), whose one server is an empty name, refuses them.
 *
 * @param servers names or addresses that take mail for it, the first to be tried first
 */
export function readMail(domain: string, servers: TxtRecords): Finding {
  const subject = 'MX'
  if (servers === null) return unanswered(subject, domain)
  const [first] = servers
  if (first === undefined || first === '' || first === '.') return problem(subject, `${domain} takes no mail`, 'add an MX record, or send from a domain that has one')
  return ok(subject, first, 'answers and bounces can reach the sender')
}

function unanswered(subject: string, name: string): Finding {
  return warning(subject, `the name server did not answer for ${name}`, 'try again later, or from another network')
}
