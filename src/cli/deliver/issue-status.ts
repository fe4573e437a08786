import { openReport } from '../../app/send/report.io.ts'
import { exitCode } from '../../diagnostics/errors.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'
import { hasFailures, progressText } from './issue-progress.ts'

/** Says how far the sending of an issue is. */
export async function issueStatus(shell: Shell, slug: string): Promise<Outcome> {
  const report = await openReport(shell.root, slug, new Date())
  try {
    const { progress, sender } = report
    const open = sender === undefined ? `gazette send ${slug} --list ${progress.list}` : `gazette status ${slug}, once more in a while`
    const next = progress.pending > 0 ? open : `gazette report ${slug}`
    return {
      data: { ...progress, isBeingSent: sender !== undefined },
      text: [`${slug}: ${progressText(progress)}`, ...(sender === undefined ? [] : [`Being sent at this moment by ${sender}`]), `Next: ${next}`].join('\n'),
      exit: hasFailures(progress) ? exitCode.delivery : exitCode.ok,
    }
  } finally {
    await report.close()
  }
}
