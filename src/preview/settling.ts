import { stat } from 'node:fs/promises'

/** Programs write a file in several steps; what comes within this time of each other is one change. Milliseconds. */
const quiet = 5

/** How long one change may go on before it is told of all the same. Milliseconds. */
const longest = 40

/** How long a file may be empty or gone in the middle of being written. Milliseconds. */
const patience = 120

/** More files than these are no single save, and are not looked at one by one. */
const few = 20

/**
 * Turns touches of files into changes. A change is told soon after the first touch; while a file that was there is
 * empty or gone, as in between two steps of a program that empties and then writes it, or moves it away first, it is
 * waited for. Nothing is lost: whatever is touched after a change was told makes another.
 */
export class Settling {
  readonly #told: (files: string[]) => void
  /** Files that were there, with something in them, when they were last looked at. */
  readonly #known = new Set<string>()
  readonly #pending = new Set<string>()
  #since = 0
  /** When a file that is empty or gone is taken to stay so. */
  #until: number | undefined
  #timer: NodeJS.Timeout | undefined

  /** @param told is given the files of a change, as they were touched */
  constructor(told: (files: string[]) => void) {
    this.#told = told
  }

  /** A file that is there from the beginning. */
  know(file: string): void {
    this.#known.add(file)
  }

  /** @param file absolute */
  touch(file: string): void {
    if (this.#pending.size === 0) this.#since = performance.now()
    this.#pending.add(file)
    this.#wait(Math.min(quiet, this.#since + longest - performance.now()))
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#pending.clear()
  }

  #wait(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#look(), Math.max(0, milliseconds))
  }

  async #look(): Promise<void> {
    const files = [...this.#pending]
    const timer = this.#timer
    if (files.length <= few && (await this.#isUnfinished(files))) {
      this.#until ??= performance.now() + patience
      const left = this.#until - performance.now()
      if (left > 0) {
        // What was touched while the disk answered is looked at sooner.
        if (this.#timer === timer && this.#pending.size > 0) this.#wait(left)
        return
      }
      for (const file of files) this.#known.delete(file)
    }
    if (this.#pending.size === 0) return
    const all = [...this.#pending]
    this.#pending.clear()
    this.#until = undefined
    this.#told(all)
  }

  async #isUnfinished(files: readonly string[]): Promise<boolean> {
    const sizes = await Promise.all(files.map((file) => stat(file).then((found) => found.size, () => undefined)))
    const unfinished = files.filter((file, index) => (sizes[index] ?? 0) === 0 && this.#known.has(file))
    for (const [index, file] of files.entries()) if ((sizes[index] ?? 0) > 0) this.#known.add(file)
    return unfinished.length > 0
  }
}
