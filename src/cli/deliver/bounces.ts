import { type BounceOutcome, readBounces, type ReadMessage } from '../../app/bounces.io.ts'
import { exitCode } from '../../diagnostics/errors.ts'
import { counted } from '../../lib/size.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'

/** In the order in which the summary names them, for one and for several. */
const labels: readonly (readonly [BounceOutcome, one: string, several: string])[] = [
  ['hard', 'address that is dead', 'addresses that are dead'],
  ['soft', 'out of reach this time', 'out of reach this time'],
  ['complaint', 'complaint', 'complaints'],
  ['unsubscribed', 'asked to leave', 'asked to leave'],
  ['sender', 'refused for a reason of your own', 'refused for a reason of your own'],
  ['notice', 'notice that changes nothing', 'notices that change nothing'],
  ['known', 'read before', 'read before'],
  ['foreign', 'report about mail that was not sent from here', 'reports about mail that was not sent from here'],
  ['other', 'other message', 'other messages'],
]

/** Reads returned mail and says what was learned. */
export async function runBounces(shell: Shell, paths: readonly string[]): Promise<Outcome> {
  const { messages, diagnostics } = await readBounces({ root: shell.root, paths, now: new Date() })
  const counts = Object.fromEntries(labels.map(([outcome]) => [outcome, messages.filter((message) => message.outcome === outcome).length]))
  const suppressed = messages.filter((message) => message.suppressed)
  return {
    data: { read: messages.length, counts, suppressed: suppressed.length, messages },
    text: words(messages, suppressed, shell.verbose),
    diagnostics,
    exit: exitCode.ok,
  }
}

function words(messages: readonly ReadMessage[], suppressed: readonly ReadMessage[], verbose: boolean): string {
  const width = String(messages.length).length
  const tally = labels
    .map(([outcome, one, several]) => [messages.filter((message) => message.outcome === outcome).length, one, several] as const)
    .filter(([count]) => count > 0)
    .map(([count, one, several]) => `${String(count).padStart(width + 2)}  ${count === 1 ? one : several}`)
  const shown = verbose ? messages : suppressed
  const lines = shown.map(({ place, address, issue, detail }) => `  ${[address ?? place, issue, detail].filter((part) => part !== undefined && part !== '').join('  ')}`)
  return [
    `Read ${counted(messages.length, 'message')}`,
    ...tally,
    ...(suppressed.length === 0 ? ['Nobody is taken off the list.'] : [`Not mailed again: ${counted(suppressed.length, 'address', 'addresses')}`]),
    ...lines,
    ...(suppressed.length === 0 ? [] : ['Next: nothing to do; gazette send leaves them out by itself']),
  ].join('\n')
}
