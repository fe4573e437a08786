import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildReport } from './build-report.ts'
import { existingLedger } from './ledger.io.ts'
import { type IssueProgress, progressOf } from './send/progress.ts'
import { lastTest } from './test-record.io.ts'

/**
 * How far an issue is: written, built, built with nothing wrong by the checks, sent as a test, being sent, sent.
 * `changed` is built from content that has been edited since.
 */
export type IssueState = 'draft' | 'changed' | 'built' | 'checked' | 'tested' | 'sending' | 'sent'

/**
 * How far an issue is.
 *
 * @param sources paths, relative to the newsletter folder, of what it is made from
 * @param sends what the ledger says of all issues
 */
export async function issueState(root: string, slug: string, sources: readonly string[], sends: readonly IssueProgress[]): Promise<IssueState> {
  const send = sends.find(({ issue }) => issue === slug)
  if (send !== undefined) return isUnfinished(send) ? 'sending' : 'sent'
  const built = await modified(join(root, 'out', slug, 'message.eml'))
  if (built === 0) return 'draft'
  const changed = Math.max(...(await Promise.all(sources.map((file) => modified(join(root, file))))))
  if (changed > built) return 'changed'
  if ((await lastTest(root, slug)) > changed) return 'tested'
  return (await passedChecks(root, slug)) ? 'checked' : 'built'
}

/** The progress of every issue of which something was sent; none when there is no ledger. */
export async function allSends(root: string): Promise<IssueProgress[]> {
  const ledger = existingLedger(root)
  if (ledger === undefined) return []
  try {
    const issues = (await ledger.issues()).filter(({ confirmed }) => confirmed > 0)
    return await Promise.all(issues.map((issue) => progressOf(ledger, issue)))
  } finally {
    await ledger.close()
  }
}

/** Whether somebody is still to be mailed, or nobody can tell whether somebody was. */
export function isUnfinished({ pending, in_doubt, addsUp }: IssueProgress): boolean {
  return pending > 0 || in_doubt > 0 || !addsUp
}

/** Slugs of the stories of an issue as it was built last; undefined when it was not. */
export async function builtStories(root: string, slug: string): Promise<string[] | undefined> {
  return (await readReport(root, slug))?.stories.map((story) => story.slug)
}

/** A build counts what the checks find; an issue without a report counts as not checked. */
async function passedChecks(root: string, slug: string): Promise<boolean> {
  return (await readReport(root, slug))?.checks.every(({ severity }) => severity !== 'error') ?? false
}

async function readReport(root: string, slug: string): Promise<BuildReport | undefined> {
  try {
    return JSON.parse(await readFile(join(root, 'out', slug, 'report.json'), 'utf8')) as BuildReport
  } catch {
    return undefined
  }
}

/** When a file was last changed, in milliseconds; 0 when there is none. */
async function modified(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => 0,
  )
}
