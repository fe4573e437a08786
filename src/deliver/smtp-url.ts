import { diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'
import { suggestion } from '../lib/suggest.ts'

/** A server to hand mail to. */
export interface SmtpTarget {
  kind: 'smtp'
  host: string
  port: number
  /** `implicit`: encrypted from the first byte; `starttls`: required before anything else; `none`: this machine only. */
  tls: 'implicit' | 'starttls' | 'none'
  auth?: { user: string; pass: string }
  /** File with the certificates to trust instead of the system's. */
  ca?: string
  /** Name that the server's certificate must have, when it is not `host`. */
  servername?: string
  /** What to introduce this machine as (EHLO). */
  name?: string
  /** Milliseconds to wait for an answer. */
  timeout?: number
}

/** A program that takes mail on its standard input. */
export interface SendmailTarget {
  kind: 'sendmail'
  path: string
}

export type Target = SmtpTarget | SendmailTarget

const parameterNames = ['tls', 'ca', 'servername', 'name', 'timeout'] as const

/**
 * Reads where to send from an address such as `smtps://user:password@smtp.example.com`, `smtp://127.0.0.1:1025` or
 * `sendmail:///usr/sbin/sendmail`. Encryption is required unless the server is this machine.
 *
 * @throws {UsageError} whose messages never contain the password
 */
export function parseTarget(text: string): Target {
  if (/[\u0000-\u0020\u007f]/.test(text)) throw wrong('it contains a space or a control character')
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw wrong('it is not an address', 'for example smtps://user:password@smtp.example.com')
  }
  if (url.protocol === 'sendmail:') return { kind: 'sendmail', path: url.pathname === '' ? 'sendmail' : decode(url.pathname) }
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') throw wrong(`it starts with ${url.protocol}`, 'use smtp:, smtps: or sendmail:')
  if (url.hostname === '') throw wrong('it names no server')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const parameters = parametersOf(url)
  const tls = tlsOf(url.protocol === 'smtps:', parameters.get('tls'), isLoopback(host))
  const target: SmtpTarget = { kind: 'smtp', host: decode(host), port: portOf(url, tls, host), tls }
  if (url.username !== '') target.auth = { user: decode(url.username), pass: decode(url.password) }
  for (const name of ['ca', 'servername', 'name'] as const) {
    const value = parameters.get(name)
    if (value !== undefined) target[name] = clean(value)
  }
  const timeout = parameters.get('timeout')
  if (timeout !== undefined) target.timeout = seconds(timeout)
  return target
}

/** The target for people: never with a password. */
export function targetName(target: Target): string {
  if (target.kind === 'sendmail') return `sendmail:${target.path}`
  const host = target.host.includes(':') ? `[${target.host}]` : target.host
  return `${target.tls === 'implicit' ? 'smtps' : 'smtp'}://${host}:${target.port}`
}

/** Whether a host is this machine, so that nothing leaves it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function parametersOf(url: URL): Map<string, string> {
  const parameters = new Map(url.searchParams)
  for (const name of parameters.keys()) {
    if (!parameterNames.some((known) => known === name)) {
      throw wrong(`it has an unknown parameter ${name}`, suggestion(name, parameterNames))
    }
  }
  return parameters
}

function tlsOf(implicit: boolean, wanted: string | undefined, loopback: boolean): SmtpTarget['tls'] {
  if (wanted !== undefined && wanted !== 'required' && wanted !== 'off') throw wrong('tls must be required or off')
  if (implicit) return 'implicit'
  if (wanted === 'off' && !loopback) throw wrong('tls=off is for this machine only', 'passwords and addresses would travel in the open')
  return wanted === 'required' || !loopback ? 'starttls' : 'none'
}

/** Submission (RFC 6409, RFC 8314); on this machine, the port of its own mail server. */
function portOf(url: URL, tls: SmtpTarget['tls'], host: string): number {
  if (url.port !== '') return Number(url.port)
  if (tls === 'implicit') return 465
  return isLoopback(host) ? 25 : 587
}

function seconds(text: string): number {
  const value = Number(/^(\d+(?:\.\d+)?)s?$/.exec(text)?.[1] ?? NaN)
  if (!(value > 0 && value <= 3600)) throw wrong('timeout must be a number of seconds')
  return value * 1000
}

function decode(text: string): string {
  let decoded: string
  try {
    decoded = decodeURIComponent(text)
  } catch {
    throw wrong('it has a % that is not followed by two hexadecimal digits', 'write % in a password as %25')
  }
  return clean(decoded)
}

/** Nothing that becomes part of a command may break out of it. */
function clean(text: string): string {
  if (/[\u0000-\u001f\u007f]/.test(text)) throw wrong('it contains a control character')
  return text
}

function wrong(problem: string, hint?: string): UsageError {
  return new UsageError([diagnostic('GZ-D005', `the address of the mail server cannot be used: ${problem}`, hint === undefined ? {} : { hint })])
}
