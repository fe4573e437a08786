import { setTimeout as sleep } from 'node:timers/promises'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { type Client, createClient } from '../../ingest/net/fetch.io.ts'
import { type AllowedHosts, allowedHosts } from '../../ingest/net/guard.ts'
import type { Patience } from '../../ingest/net/retry.ts'
import { version } from '../version.ts'

export const patience: Patience = { retries: 2, pause: 500, longest: 10_000, sleep: (milliseconds) => sleep(milliseconds) }

/** A client that introduces itself as Gazette. */
export function openClient(): Client {
  return createClient(`Gazette/${version} (newsletter digest; reads pages and feeds for an editor)`)
}

/**
 * The hosts that `--allow-host` opens.
 *
 * @throws UsageError when a value is no host
 */
export function hostsOf(names: readonly string[] | undefined): AllowedHosts {
  const hosts = allowedHosts(names ?? [])
  if (hosts === undefined) throw new UsageError([diagnostic('GZ-U004', '--allow-host takes the name or address of a host, such as localhost or 127.0.0.1:8080')])
  return hosts
}
