import type { SendEvent } from '../../deliver/engine.ts'
import { readableDuration } from '../../lib/duration.ts'
import type { Shell } from '../shell.ts'
import { stateWord } from './issue-progress.ts'
import { SendTally } from './send-tally.ts'

/** Watches a send: a bar in a terminal, a line now and then elsewhere, an event for each recipient with --json. */
export interface SendWatch {
  onEvent: (event: SendEvent) => void
  /** Writes a line above the bar. */
  print: (line: string) => void
  accepted: () => number
  /** Takes the bar away. May be called again. */
  end: () => void
}

const barWidth = 24
const redrawMs = 120
const lineMs = 10_000

/** @param toSend how many messages are planned */
export function watchSend(shell: Shell, toSend: number): SendWatch {
  const tally = new SendTally(toSend, performance.now())
  const hasBar = shell.isTerminal && !shell.json && !shell.quiet
  let isEnded = false
  /** Whether the person watching was told that the server is gone. */
  let saidGone = false
  const draw = (): void => {
    const filled = toSend === 0 ? barWidth : Math.min(barWidth, Math.floor((tally.done / toSend) * barWidth))
    const line = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}  ${tally.line(performance.now())}`
    process.stderr.write(`\r\u001b[K${line.slice(0, columns() - 1)}`)
  }
  const timer = setInterval(() => {
    if (hasBar) draw()
    else shell.note(tally.line(performance.now()))
  }, hasBar ? redrawMs : lineMs)
  timer.unref()

  const print = (line: string): void => {
    if (hasBar) process.stderr.write('\r\u001b[K')
    shell.note(line)
  }
  return {
    print,
    accepted: () => tally.accepted,
    onEvent: (event) => {
      if (event.kind === 'delivery') tally.add(event)
      if (shell.json) shell.event(eventOf(event))
      else {
        const line = lineOf(event)
        // One connection of several that ends is what connections do; nobody waits for it.
        const isPassing = (event.kind === 'server-gone' && event.retryIn === 0) || (event.kind === 'server-back' && !saidGone)
        if (!isPassing && event.kind !== 'delivery') saidGone = event.kind === 'server-gone'
        if (line !== undefined && (!isPassing || shell.verbose)) print(line)
        else if (shell.verbose && event.kind === 'delivery') print(`${stateWord(event.result.state).padEnd(9)} ${event.claimed.address}  ${event.result.reply}`)
      }
    },
    end: () => {
      if (isEnded) return
      isEnded = true
      clearInterval(timer)
      if (hasBar) process.stderr.write('\r\u001b[K')
    },
  }
}

/** Width of the terminal; some give none. */
function columns(): number {
  return process.stderr.columns > 20 ? process.stderr.columns : 80
}

/** What is said of an event that is not about one recipient. */
function lineOf(event: SendEvent): string | undefined {
  switch (event.kind) {
    case 'delivery':
      return undefined
    case 'server-gone':
      return event.retryIn > 0 ? `The mail server is gone (${event.detail}); again in ${readableDuration(event.retryIn)}` : `A connection ended (${event.detail})`
    case 'server-back':
      return 'The mail server is back'
    case 'waiting':
      return `Waiting for those who were put off, the first of whom is due in ${readableDuration(event.until - Date.now())}. Ctrl-C stops`
  }
}

function eventOf(event: SendEvent): object {
  switch (event.kind) {
    case 'delivery': {
      const { claimed, result } = event
      const { state, attempts, code, reply, reason } = result
      return { event: state, email: claimed.address, attempts, code, reply, ...(reason === '' ? {} : { reason }) }
    }
    case 'server-gone':
      return { event: event.kind, detail: event.detail, retryIn: event.retryIn }
    case 'server-back':
      return { event: event.kind }
    case 'waiting':
      return { event: event.kind, until: new Date(event.until).toISOString() }
  }
}
