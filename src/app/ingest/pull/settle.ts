import { diagnostic } from '../../../diagnostics/diagnostic.ts'
import { urlKey } from '../../../ingest/canonical-url.ts'
import type { Draft } from '../../../ingest/draft.ts'
import { type Finished, finish } from '../../../ingest/finish.ts'
import type { StoryMark } from '../../../ingest/same-story.ts'
import { fingerprint } from '../../../ingest/similar.ts'
import { counted } from '../../../lib/size.ts'
import { noteSource, openLikenesses } from '../alike.io.ts'
import type { Shelf } from '../shelf.io.ts'
import { keysOf } from './choose.ts'
import type { Memory } from './memory.ts'
import type { Job, Plan } from './plan.ts'
import { hostOf } from './read-source.io.ts'

export interface SettlerOptions {
  root: string
  shelf: Shelf
  memory: Memory
  /** Today, in the newsletter's time zone. */
  today: string
  /** Names of the newsletter's sections. */
  sections: readonly string[]
  /** False leaves the disk as it is. */
  write: boolean
}

/** Waits for the entries of a plan, one after the other, and writes what is new. The plan's result says what came of it. */
export type Settler = (plan: Plan, onDone: () => void) => Promise<void>

function markOf({ values: { title, date, url }, markdown }: Finished): StoryMark {
  return { title, day: date.slice(0, 10), print: fingerprint(markdown), ...(url === undefined ? {} : { host: hostOf(url) }) }
}

/** Settles the plans of one pull, so that a story which two of them bring is kept once. */
export function createSettler({ root, shelf, memory, today, sections, write }: SettlerOptions): Settler {
  const likenesses = openLikenesses(root, shelf.articles)

  /** Leaves a story that is there already, or was, as it is, but for a note of where else it stands. */
  const pass = async ({ result, name }: Plan, file: string | undefined): Promise<void> => {
    result.known++
    if (write && file !== undefined && name !== undefined && (await noteSource(root, file, name))) {
      result.diagnostics.push(diagnostic('GZ-I028', `${result.label} has ${file} as well; that is noted there`))
    }
  }

  const take = async (plan: Plan, draft: Draft): Promise<void> => {
    const article = finish(draft, { today, sections })
    const mark = markOf(article)
    const known = (await shelf.find(article)) ?? (await likenesses.find(mark)) ?? memory.alike(mark)
    if (known !== undefined) {
      await pass(plan, known.file)
      return
    }
    const { title, url } = article.values
    const pulled = { title, ...(url === undefined ? {} : { url }) }
    plan.result.diagnostics.push(...article.diagnostics.filter(({ code }) => code !== 'GZ-I016'))
    if (!write) {
      memory.enter({ ...mark, file: '' })
      plan.result.added.push(pulled)
      return
    }
    const shelved = await shelf.write(article)
    likenesses.enter(shelved, mark)
    memory.enter({ ...mark, file: shelved.file })
    if (url !== undefined) memory.see([urlKey(url)], today)
    plan.result.added.push({ ...pulled, file: shelved.file })
  }

  const settle = async (plan: Plan, { entry, read }: Job): Promise<void> => {
    const { result, source } = plan
    const outcome = await read
    if ('later' in outcome) {
      result.later++
      result.unreachable = true
      result.diagnostics.push({ ...outcome.later.diagnostic, hint: 'the entry is tried again the next time' })
      return
    }
    if ('none' in outcome) {
      result.empty++
      result.unreachable ||= outcome.unreachable
      result.diagnostics.push(...outcome.none)
    } else {
      result.diagnostics.push(...outcome.diagnostics)
      await take(plan, outcome.draft)
    }
    const { own, address } = keysOf(entry, source.key)
    memory.see(address === undefined ? [own] : [own, address], today)
  }

  return async (plan, onDone) => {
    for (const job of plan.jobs) {
      await settle(plan, job)
      onDone()
    }
    for (const entry of plan.doubles) {
      await pass(plan, entry.url === undefined ? undefined : shelf.at(entry.url)?.file)
      memory.see([keysOf(entry, plan.source.key).own], today)
    }
    const undated = plan.jobs.filter(({ entry }) => entry.date === undefined).length
    if (undated > 0 && plan.result.added.length > 0) {
      plan.result.diagnostics.push(diagnostic('GZ-I016', `${plan.result.label}: ${counted(undated, 'entry has', 'entries have')} no date; where the page has none either, the article is dated today`))
    }
  }
}
