import { setTimeout } from 'node:timers/promises'
import type { Turn } from '../../app/ingest/lock.io.ts'
import type { Shell } from '../shell.ts'

const pause = (milliseconds: number): Promise<void> => setTimeout(milliseconds)

/**
 * Waits for another process that brings articles in, and says so.
 *
 * @param longest milliseconds
 */
export function turnOf(shell: Shell, longest: number, sleep = pause, signal?: AbortSignal): Turn {
  return {
    longest,
    sleep,
    onWait: (holder) => {
      shell.note(`Waiting for ${holder}`)
    },
    ...(signal === undefined ? {} : { signal }),
  }
}
