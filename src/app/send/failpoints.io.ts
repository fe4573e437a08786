import type { LedgerStore } from '../../deliver/ledger/store.ts'
import type { Channel, Transport } from '../../deliver/transport.ts'

/** What a send goes through. */
interface Parts {
  ledger: LedgerStore
  transport: Transport
}

const names = ['before-claim', 'after-claim', 'at-end', 'after-mark', 'after-dot', 'after-reply', 'before-commit', 'after-commit'] as const

type Failpoint = (typeof names)[number]

/**
 * For tests of crashes: the parts of a send, made to kill the process, as nothing could prevent, at a point of the
 * protocol. Without GAZETTE_FAILPOINT this file is not even read.
 *
 * @param text `after-dot`, or `after-dot:7` for the seventh time that point is reached
 */
export function withFailpoint(text: string, { ledger, transport }: Parts): Parts {
  const [wanted, number = '1'] = text.split(':')
  let left = Number(number)
  if (!names.some((name) => name === wanted)) throw new RangeError(`there is no failpoint ${text}`)
  const reached = (name: Failpoint): void => {
    if (name === wanted && --left === 0) process.kill(process.pid, 'SIGKILL')
  }
  return { ledger: watchedLedger(ledger, reached), transport: { ...transport, open: async () => watchedChannel(await transport.open(), reached) } }
}

function watchedLedger(ledger: LedgerStore, reached: (name: Failpoint) => void): LedgerStore {
  return {
    ...ledger,
    claim: async (...claim) => {
      reached('before-claim')
      const claimed = await ledger.claim(...claim)
      reached('after-claim')
      return claimed
    },
    commit: async (issueId, results, marks, now) => {
      if (results.length > 0) reached('before-commit')
      const refused = await ledger.commit(issueId, results, marks, now)
      if (results.length > 0) reached('after-commit')
      return refused
    },
  }
}

function watchedChannel(channel: Channel, reached: (name: Failpoint) => void): Channel {
  return {
    isUsable: () => channel.isUsable(),
    close: () => {
      channel.close()
    },
    destroy: () => {
      channel.destroy()
    },
    deliver: async (envelope, message, gate) => {
      const outcome = await channel.deliver(envelope, message, async () => {
        reached('at-end')
        const mayGo = await gate()
        reached('after-mark')
        // By then the end of the message has been handed to the system.
        setImmediate(() => {
          reached('after-dot')
        })
        return mayGo
      })
      reached('after-reply')
      return outcome
    },
  }
}
