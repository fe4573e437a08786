/** Solves a x = b for a symmetric positive matrix by elimination with pivots; `a` and `b` are used up. */
export function solve(a: Float64Array[], b: Float64Array): Float64Array {
  const size = b.length
  const at = (row: number, column: number): number => a[row]?.[column] ?? 0
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot
    for (let row = pivot + 1; row < size; row++) if (Math.abs(at(row, pivot)) > Math.abs(at(best, pivot))) best = row
    swap(a, pivot, best)
    swap(b, pivot, best)
    if (Math.abs(at(pivot, pivot)) < 1e-12) continue
    for (let row = pivot + 1; row < size; row++) {
      const factor = at(row, pivot) / at(pivot, pivot)
      const target = a[row]
      if (factor === 0 || target === undefined) continue
      for (let column = pivot; column < size; column++) target[column] = (target[column] ?? 0) - factor * at(pivot, column)
      b[row] = (b[row] ?? 0) - factor * (b[pivot] ?? 0)
    }
  }
  const x = new Float64Array(size)
  for (let row = size - 1; row >= 0; row--) {
    let sum = b[row] ?? 0
    for (let column = row + 1; column < size; column++) sum -= at(row, column) * (x[column] ?? 0)
    x[row] = Math.abs(at(row, row)) < 1e-12 ? 0 : sum / at(row, row)
  }
  return x
}

function swap<T>(list: { [index: number]: T }, one: number, other: number): void {
  const kept = list[one]
  const moved = list[other]
  if (kept === undefined || moved === undefined) return
  list[one] = moved
  list[other] = kept
}

/** Sums of products of features, one triangle of the matrix, mirrored when it is read. */
export class Gram {
  readonly matrix: Float64Array[]
  readonly vector: Float64Array
  readonly size: number

  constructor(size: number) {
    this.size = size
    this.matrix = Array.from({ length: size }, () => new Float64Array(size))
    this.vector = new Float64Array(size)
  }

  add(x: ArrayLike<number>, weight: number, target: number): void {
    for (let row = 0; row < this.size; row++) {
      const scaled = (x[row] ?? 0) * weight
      const line = this.matrix[row]
      if (scaled === 0 || line === undefined) continue
      this.vector[row] = (this.vector[row] ?? 0) + scaled * target
      for (let column = row; column < this.size; column++) line[column] = (line[column] ?? 0) + scaled * (x[column] ?? 0)
    }
  }

  /** The weights that fit best, held small by `ridge`. */
  solve(ridge: number): Float64Array {
    for (let row = 0; row < this.size; row++) {
      const line = this.matrix[row]
      if (line === undefined) continue
      for (let column = 0; column < row; column++) line[column] = this.matrix[column]?.[row] ?? 0
      line[row] = (line[row] ?? 0) + ridge
    }
    return solve(this.matrix, this.vector)
  }
}

/** One example for a logistic regression. */
export interface Example {
  features: ArrayLike<number>
  positive: boolean
  weight: number
}

/**
 * Logistic regression by Newton's method.
 *
 * @param each calls back with every example; called once per step
 */
export function fitLogistic(size: number, each: (visit: (example: Example) => void) => void): Float64Array {
  const weights = new Float64Array(size)
  for (let step = 0; step < 12; step++) {
    const gram = new Gram(size)
    each(({ features, positive, weight }) => {
      let z = 0
      for (let index = 0; index < size; index++) z += (weights[index] ?? 0) * (features[index] ?? 0)
      const p = 1 / (1 + Math.exp(-z))
      const slope = Math.max(1e-6, p * (1 - p))
      gram.add(features, weight * slope, ((positive ? 1 : 0) - p) / slope)
    })
    for (let index = 0; index < size; index++) gram.vector[index] = (gram.vector[index] ?? 0) - (weights[index] ?? 0)
    const move = gram.solve(1)
    let largest = 0
    for (let index = 0; index < size; index++) {
      weights[index] = (weights[index] ?? 0) + (move[index] ?? 0)
      largest = Math.max(largest, Math.abs(move[index] ?? 0))
    }
    if (largest < 1e-3) break
  }
  return weights
}
