import type { Status } from '../../app/status.io.ts'
import { exitCode } from '../../diagnostics/errors.ts'
import { counted } from '../../lib/size.ts'
import type { CommandDefinition } from '../command.ts'

/** `gazette status`, and `gazette` alone: where things stand, and the next command. */
export const status: CommandDefinition = {
  name: 'status',
  argument: '[issue]',
  summary: 'show where the newsletter stands, or the sending of an issue, and what to do next',
  group: 'Look up',
  examples: [
    ['gazette', 'the same as gazette status'],
    ['gazette status 2026-w48', 'how many got the issue, how many did not, and whether it adds up'],
    ['gazette status -C ~/weekly', 'look at the newsletter in another folder'],
  ],
  run: async (shell, [issue]) => {
    if (issue !== undefined) return (await import('../deliver/issue-status.ts')).issueStatus(shell, issue)
    const app = await import('../../app/status.io.ts')
    const found = await app.status(shell.root, new Date())
    const { newsletter, diagnostics, ...data } = found
    return { data: { newsletter: newsletter.name, ...data, next: next(found) }, text: words(found), ...(shell.json ? { diagnostics } : {}), exit: exitCode.ok }
  },
}

function words(found: Status): string {
  const { newsletter, articles, issues, latest, unused, diagnostics } = found
  const lines = [`${newsletter.name}: ${counted(articles, 'article')}, ${counted(issues, 'issue')}`]
  if (latest !== undefined) {
    lines.push(`Latest issue  ${latest.slug}, ${latest.date.slice(0, 10)}, ${counted(latest.stories, 'story', 'stories')}, ${latest.state}`)
  }
  if (unused.length > 0) {
    const named = unused.slice(0, 3).join(', ')
    lines.push(`Not used yet  ${counted(unused.length, 'article')}: ${named}${unused.length > 3 ? ', …' : ''}`)
  }
  const broken = new Set(diagnostics.map((finding) => finding.file)).size
  if (broken > 0) lines.push(`To mend       ${counted(broken, 'file')} with errors: gazette build shows them`)
  lines.push(`Next: ${next(found)}`)
  return lines.join('\n')
}

function next({ latest, articles }: Status): string {
  if (articles === 0) return 'put articles into content/articles, then gazette build'
  if (latest === undefined || latest.state !== 'built') return `gazette build${latest === undefined ? '' : ` ${latest.slug}`}`
  return `open out/${latest.slug}/index.html in a browser`
}
