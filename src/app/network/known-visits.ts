import { z } from 'zod'
import type { PictureVisit, Visit } from '../../checks/net/visit.ts'

/** Milliseconds for which a good answer counts. */
const hour = 3_600_000

const at = z.number()
const pixels = z.exactOptional(z.number())

/** Good answers of the network and when they came, by address; plain data, to be kept in a file. */
export const visitRecordSchema = z.object({
  pages: z.record(z.string(), z.object({ at, visit: z.object({ kind: z.literal('good'), movedTo: z.exactOptional(z.string()) }) })),
  pictures: z.record(z.string(), z.object({ at, visit: z.object({ kind: z.literal('picture'), bytes: z.number(), width: pixels, height: pixels }) })),
})

export type VisitRecord = z.infer<typeof visitRecordSchema>

/**
 * Remembers what was good for an hour, so that checking again after a correction asks only about what was wrong.
 * What was bad is asked anew each time.
 */
export class KnownVisits {
  readonly record: VisitRecord
  readonly #now: () => number

  /** @param before the record of earlier runs; what is too old in it is dropped */
  constructor(now: () => number, before: VisitRecord = { pages: {}, pictures: {} }) {
    this.#now = now
    this.record = { pages: fresh(before.pages, now()), pictures: fresh(before.pictures, now()) }
  }

  async page(url: string, visit: () => Promise<Visit>): Promise<Visit> {
    const known = this.record.pages[url]
    if (known !== undefined) return known.visit
    const made = await visit()
    if (made.kind === 'good') this.record.pages[url] = { at: this.#now(), visit: made }
    return made
  }

  async picture(url: string, visit: () => Promise<PictureVisit>): Promise<PictureVisit> {
    const known = this.record.pictures[url]
    if (known !== undefined) return known.visit
    const made = await visit()
    if (made.kind === 'picture') this.record.pictures[url] = { at: this.#now(), visit: made }
    return made
  }
}

function fresh<T extends { at: number }>(entries: Readonly<Record<string, T>>, now: number): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([, { at }]) => at <= now && now - at < hour))
}
