/** A mean with the interval that holds it in 95 of 100 resamplings. */
export interface Interval {
  mean: number
  low: number
  high: number
}

const resamplings = 1000

/** The same numbers in every run, so that a table can be printed again. Park and Miller's minimal standard generator. */
export function generator(): () => number {
  let state = 20_261
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** Mean of the differences of two systems on the same articles, with the interval from drawing articles anew. */
export function pairedDifference(ours: readonly number[], theirs: readonly number[]): Interval {
  const differences = ours.map((value, index) => value - (theirs[index] ?? 0))
  const random = generator()
  const means: number[] = []
  for (let round = 0; round < resamplings; round++) {
    let sum = 0
    for (let draw = 0; draw < differences.length; draw++) sum += differences[Math.floor(random() * differences.length)] ?? 0
    means.push(sum / Math.max(1, differences.length))
  }
  means.sort((a, b) => a - b)
  return { mean: meanOf(differences), low: means[Math.floor(resamplings * 0.025)] ?? NaN, high: means[Math.ceil(resamplings * 0.975) - 1] ?? NaN }
}

/** `+1.23 [0.50, 1.96]`. */
export function written({ mean, low, high }: Interval): string {
  const sign = mean >= 0 ? '+' : '−'
  return `${sign}${Math.abs(mean).toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`
}
