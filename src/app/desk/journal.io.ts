import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../../lib/files.io.ts'
import { type DiffLine, lineDiff } from '../../lib/line-diff.ts'
import { Refusal } from './refusal.ts'
import { hashOf, noFile, readSource } from './source.io.ts'

/** A file before and after a step. */
interface Rewrite {
  file: string
  /** Undefined when the step made the file. */
  before: string | undefined
  after: string
}

/** One edit that was made. */
export interface Step {
  label: string
  rewrites: readonly Rewrite[]
}

/** Steps that can be taken back. */
const longest = 200

/**
 * The edits of one run: writes them, takes them back and makes them again. A file is only ever written when it is, byte
 * for byte, what the one who edits has seen; one job at a time.
 */
export class Journal {
  readonly #root: string
  #done: Step[] = []
  #undone: Step[] = []
  #last: Promise<unknown> = Promise.resolve()

  /** @param root the newsletter folder, absolute */
  constructor(root: string) {
    this.#root = root
  }

  static changed(file: string): Refusal {
    return new Refusal('changed', `${file} was changed elsewhere meanwhile. Nothing was written; look at it as it is now, and do it again.`)
  }

  /** The steps in force, the latest last. */
  get done(): readonly Step[] {
    return this.#done
  }

  /** The steps taken back, the one to make again first. */
  get undone(): readonly Step[] {
    return this.#undone
  }

  /** Runs a job when those before it have ended. */
  alone<Result>(job: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(job, job)
    this.#last = result.catch(() => undefined)
    return result
  }

  /**
   * Writes a step; to be called within {@link alone}.
   *
   * @param seen hash of each file as the one who edits saw it, {@link noFile} for none
   * @throws {Refusal} when a file is not as it was seen
   */
  async make(label: string, changes: readonly { file: string; after: string }[], seen: ReadonlyMap<string, string>): Promise<void> {
    if (changes.length === 0) return
    const rewrites: Rewrite[] = []
    for (const { file, after } of changes) {
      const source = await readSource(this.#root, file)
      if ((source?.hash ?? noFile) !== seen.get(file)) throw Journal.changed(file)
      rewrites.push({ file, before: source?.text, after })
    }
    await this.#write(rewrites)
    this.#done = [...this.#done, { label, rewrites }].slice(-longest)
    this.#undone = []
  }

  /** Takes the latest step back. @throws {Refusal} when there is none, or a file has changed since */
  undo(): Promise<Step> {
    return this.alone(async () => {
      const step = this.#done.at(-1)
      if (step === undefined) throw new Refusal('unknown', 'There is nothing to undo.')
      await this.#turn(step.rewrites.map(({ file, before, after }) => ({ file, before: after, after: before })))
      this.#done = this.#done.slice(0, -1)
      this.#undone = [step, ...this.#undone]
      return step
    })
  }

  /** Makes the step again that was taken back last. @throws {Refusal} when there is none, or a file has changed since */
  redo(): Promise<Step> {
    return this.alone(async () => {
      const step = this.#undone[0]
      if (step === undefined) throw new Refusal('unknown', 'There is nothing to redo.')
      await this.#turn(step.rewrites)
      this.#undone = this.#undone.slice(1)
      this.#done = [...this.#done, step]
      return step
    })
  }

  async #turn(turns: readonly Turn[]): Promise<void> {
    for (const { file, before } of turns) {
      const source = await readSource(this.#root, file)
      if (source?.hash !== (before === undefined ? undefined : hashOf(before))) throw Journal.changed(file)
    }
    await this.#write(turns)
  }

  /** Writes all files or, when one fails, none. */
  async #write(turns: readonly Turn[]): Promise<void> {
    const written: Turn[] = []
    try {
      for (const turn of turns) {
        await this.#put(turn.file, turn.after)
        written.push(turn)
      }
    } catch (error) {
      for (const { file, before } of written) await this.#put(file, before)
      throw new Refusal('impossible', `It cannot be written: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  async #put(file: string, text: string | undefined): Promise<void> {
    const path = join(this.#root, file)
    if (text === undefined) await rm(path, { force: true })
    else await writeWhole(path, text, { mode: (await readSource(this.#root, file))?.mode })
  }
}

interface Turn {
  file: string
  before: string | undefined
  after: string | undefined
}

/** What a step did to each file. */
export function diffOf({ rewrites }: Step): { file: string; stretches: DiffLine[][] }[] {
  return rewrites.map(({ file, before = '', after }) => ({ file, stretches: lineDiff(before, after) }))
}
