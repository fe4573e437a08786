import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** Least, median and greatest of some figures. */
export interface Spread {
  min: number
  median: number
  max: number
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  return { min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 }
}

/** Wall milliseconds of a whole process. */
export function timeProcess(command: string, args: readonly string[], cwd?: string): number {
  const started = performance.now()
  const run = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...(cwd === undefined ? {} : { cwd }) })
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${run.stderr.toString()}`)
  return performance.now() - started
}

/**
 * Times two things in turn, A B A B …, so that a machine that changes speed changes it for both.
 *
 * @returns the spread of each and of the ratio A/B, pair by pair
 */
export async function versus(
  a: () => number | Promise<number>,
  b: () => number | Promise<number>,
  pairs: number,
): Promise<{ a: Spread; b: Spread; ratio: Spread }> {
  const as: number[] = []
  const bs: number[] = []
  await a()
  await b()
  for (let pair = 0; pair < pairs; pair++) {
    as.push(await a())
    bs.push(await b())
  }
  return { a: spread(as), b: spread(bs), ratio: spread(as.map((value, index) => value / (bs[index] ?? NaN))) }
}

export function format({ min, median, max }: Spread, unit: string): string {
  return `${median.toFixed(2)} ${unit} (${min.toFixed(2)} to ${max.toFixed(2)})`
}
