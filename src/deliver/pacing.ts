import { TokenBucket } from './token-bucket.ts'

/** Domains whose mail goes to the same servers, so that one limit holds for all of them. */
const providers: readonly (readonly [name: string, domains: RegExp])[] = [
  ['gmail', /^(gmail|googlemail)\.com$/],
  ['microsoft', /^(outlook|hotmail|live|msn|windowslive)(\.[a-z]{2,3}){1,2}$/],
  ['yahoo', /^((yahoo|ymail|rocketmail)(\.[a-z]{2,3}){1,2}|aol\.com)$/],
  ['apple', /^(icloud|me|mac)\.com$/],
]

/** The domain, or the name of the provider that many domains share. */
export function providerOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return providers.find(([, domains]) => domains.test(domain))?.[0] ?? domain
}

export interface Limits {
  /** Messages per second in all; undefined for as fast as the server takes them. */
  rate: number | undefined
  /** Messages per second to one domain. */
  domainRate: number | undefined
}

/** What a domain that asked to be spared is first given, per second, when it had no limit. */
const firstSlowRate = 1
const slowestRate = 0.05
/** After so long without another complaint, a domain may have twice as much again. */
const recoveryMs = 60_000

interface Domain {
  bucket: TokenBucket
  /** Left out for one that is limited by the settings and has not complained. */
  slowedAt?: number
}

/** Decides when the next message may go, to any domain and to a particular one. Times never go back. */
export class Pacing {
  readonly #limits: Limits
  readonly #all: TokenBucket | undefined
  readonly #domains = new Map<string, Domain>()

  constructor(limits: Limits, now: number) {
    this.#limits = limits
    this.#all = limits.rate === undefined ? undefined : new TokenBucket(limits.rate, now)
  }

  /** Whether every domain may have as much as it likes, so that nobody has to wait for another. */
  get isUniform(): boolean {
    return this.#limits.domainRate === undefined && this.#domains.size === 0
  }

  /** Takes a permit for any message. @returns 0, or milliseconds to wait */
  takeAny(now: number): number {
    return this.#all?.take(now) ?? 0
  }

  /** Takes a permit for a message to a domain. @returns 0, or milliseconds to wait */
  takeFor(provider: string, now: number): number {
    const domain = this.#domainFor(provider, now)
    if (domain === undefined) return 0
    this.#recover(provider, domain, now)
    return domain.bucket.take(now)
  }

  /** Puts back a permit for any message. */
  giveBack(): void {
    this.#all?.giveBack()
  }

  /** A server asked for fewer messages to a domain: half as many from here on, for a while. */
  slowDown(provider: string, now: number): void {
    const domain = this.#domains.get(provider)
    const rate = domain === undefined ? (this.#limits.domainRate ?? firstSlowRate * 2) / 2 : domain.bucket.rate / 2
    const bucket = domain?.bucket ?? new TokenBucket(Math.max(slowestRate, rate), now)
    bucket.setRate(Math.max(slowestRate, rate), now)
    this.#domains.set(provider, { bucket, slowedAt: now })
  }

  #domainFor(provider: string, now: number): Domain | undefined {
    const known = this.#domains.get(provider)
    if (known !== undefined || this.#limits.domainRate === undefined) return known
    const made = { bucket: new TokenBucket(this.#limits.domainRate, now) }
    this.#domains.set(provider, made)
    return made
  }

  /** Gives a domain back what it has earned, as of the moments at which it had: what it was not asked for meanwhile has filled its bucket. */
  #recover(provider: string, domain: Domain, now: number): void {
    const { domainRate } = this.#limits
    while (domain.slowedAt !== undefined && now - domain.slowedAt >= recoveryMs) {
      const at = domain.slowedAt + recoveryMs
      const rate = domain.bucket.rate * 2
      domain.slowedAt = at
      if (domainRate !== undefined && rate >= domainRate) {
        domain.bucket.setRate(domainRate, at)
        delete domain.slowedAt
      } else if (domainRate === undefined && rate > 64) {
        this.#domains.delete(provider)
        return
      } else {
        domain.bucket.setRate(rate, at)
      }
    }
  }
}
