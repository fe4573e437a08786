import { openReport } from '../../app/send/report.io.ts'
import { exitCode } from '../../diagnostics/errors.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'
import { hasFailures, progressText } from './issue-progress.ts'

/** Says how far the sending of an issue is. */
export async function issueStatus(shell: Shell, slug: string): Promise<Outcome> {
  const report = await openReport(shell.root, slug)
  try {
    const { progress } = report
    const next = progress.pending > 0 ? `gazette send ${slug} --list ${progress.list}` : `gazette report ${slug}`
    return {
      data: progress,
      text: [`${slug}: ${progressText(progress)}`, `Next: ${next}`].join('\n'),
      exit: hasFailures(progress) ? exitCode.delivery : exitCode.ok,
    }
  } finally {
    await report.close()
  }
}
