import type { Code, Diagnostic } from '../../diagnostics/diagnostic.ts'
import { diagnostic } from '../../diagnostics/diagnostic.ts'

/** Why something could not be fetched. */
export interface FetchProblem {
  diagnostic: Diagnostic
  /** Whether the same request may succeed a moment later. */
  passing: boolean
  /** Seconds after which the server asks to be asked again. */
  retryAfter?: number
  /** Status of the answer, when there was one. */
  status?: number
}

/** A problem that is final unless `passing` says otherwise. */
export function problem(code: Code, message: string, details: { hint?: string; passing?: boolean; retryAfter?: number; status?: number } = {}): FetchProblem {
  const { hint, passing = false, retryAfter, status } = details
  return {
    diagnostic: diagnostic(code, message, hint === undefined ? {} : { hint }),
    passing,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(status === undefined ? {} : { status }),
  }
}

const tlsCodes =
  /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH|ERROR_IN_CERT|CRL_)/

/** Words what a socket, a resolver or TLS reported. */
export function networkProblem(error: unknown, url: URL): FetchProblem {
  const code = codeOf(error)
  const detail = error instanceof Error ? error.message : String(error)
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') {
    return problem('GZ-I002', `${url.hostname} is not known: no such server`, { hint: 'check the spelling, and that this machine is online', passing: code === 'EAI_AGAIN' })
  }
  if (tlsCodes.test(code)) {
    return problem('GZ-I004', `no secure connection to ${url.host}: ${tlsReason(code, detail)}`, { hint: 'save the page in a browser and add the file' })
  }
  if (code === 'ECONNREFUSED') return problem('GZ-I003', `${url.host} refuses the connection`, { passing: true })
  if (code === 'ETIMEDOUT') return problem('GZ-I006', `${url.host} does not answer`, { passing: true })
  return problem('GZ-I003', `the connection to ${url.host} broke: ${detail}`, { passing: true })
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  // Node tries every address of a host and reports all failures together.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return first instanceof Error && 'code' in first ? String(first.code) : ''
}

function tlsReason(code: string, detail: string): string {
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired'
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'its certificate is for another name'
  if (/SELF_SIGNED|UNABLE_TO_/.test(code)) return 'its certificate is signed by nobody known'
  return detail
}

/** Words an answer that is an error, by its status. */
export function statusProblem(status: number, url: URL, retryAfter?: number): FetchProblem {
  const passing = status === 429 || status === 408 || status >= 500
  const details = { status, passing, ...(retryAfter === undefined ? {} : { retryAfter }) }
  const said = `${url.href} answers ${String(status)}`
  if (status === 404 || status === 410) return problem('GZ-I005', `${said}: there is no such page`, { ...details, hint: 'check the address; the page may have moved' })
  if (status === 401 || status === 407) return problem('GZ-I012', `${said}: it asks for a login`, { ...details, hint: 'save the page in a browser and add the file' })
  if (status === 402) return problem('GZ-I012', `${said}: it asks for payment`, { ...details, hint: 'save the page in a browser and add the file' })
  if (status === 403) return problem('GZ-I005', `${said}: it may not be read from here`, { ...details, hint: 'save the page in a browser and add the file' })
  if (status === 429) return problem('GZ-I005', `${said}: too many requests`, { ...details, hint: 'try again later' })
  if (status >= 500) return problem('GZ-I005', `${said}: the server is in trouble`, { ...details, hint: 'try again later' })
  return problem('GZ-I005', said, details)
}
