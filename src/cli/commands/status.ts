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
  const { newsletter, articles, issues, latest, unused, missed, unfinished, diagnostics } = found
  const lines = [`${newsletter.name}: ${counted(articles, 'article')}, ${counted(issues, 'issue')}`]
  if (latest !== undefined) {
    lines.push(`Latest issue  ${latest.slug}, ${latest.date.slice(0, 10)}, ${counted(latest.stories, 'story', 'stories')}, ${inWords[latest.state]}`)
  }
  for (const send of unfinished) lines.push(`Unfinished    ${sendInWords(send)}`)
  if (unused.length > 0) lines.push(`Not used yet  ${named(unused)}`)
  if (missed.length > 0) lines.push(`Left out      ${named(missed)}`, '              An issue takes what is newer than the one before it: name them under its `articles`, or give them a later date.')
  const broken = new Set(diagnostics.map((finding) => finding.file)).size
  if (broken > 0) lines.push(`To mend       ${counted(broken, 'file')} with errors: gazette build shows them`)
  lines.push(`Next: ${next(found)}`)
  return lines.join('\n')
}

/** `4 articles: a, b, c, …` */
function named(slugs: readonly string[]): string {
  return `${counted(slugs.length, 'article')}: ${slugs.slice(0, 3).join(', ')}${slugs.length > 3 ? ', …' : ''}`
}

type LatestState = NonNullable<Status['latest']>['state']

const inWords: Readonly<Record<LatestState, string>> = {
  draft: 'draft, not built yet',
  changed: 'changed since it was built',
  built: 'built, with errors that the checks found',
  checked: 'built and checked',
  tested: 'built, checked and tested',
  sending: 'not sent to everybody yet',
  sent: 'sent',
}

type Send = Status['unfinished'][number]

/** `2026-w48: 878 of 1,000 sent, 11 in doubt` */
function sendInWords({ issue, accepted, prepared, pending, in_doubt, addsUp, sender }: Send): string {
  const figure = (value: number): string => value.toLocaleString('en')
  const parts = [`${figure(accepted)} of ${figure(prepared)} sent`]
  if (pending > 0) parts.push(`${figure(pending)} pending`)
  if (in_doubt > 0) parts.push(`${figure(in_doubt)} in doubt`)
  if (!addsUp) parts.push('and the numbers do not add up')
  return `${issue}: ${parts.join(', ')}${sender === undefined ? '' : `; at it is ${sender}`}`
}

/** The one command that is due: an unfinished send comes first, then what the latest issue lacks. */
function next({ latest, articles, unfinished, unused, list = 'people.csv' }: Status): string {
  const [send] = unfinished.toSorted((a, b) => b.pending - a.pending)
  if (send?.sender !== undefined) return `gazette status ${send.issue}, in a while`
  if (send !== undefined) return send.pending > 0 ? `gazette send ${send.issue} --list ${send.list}` : `gazette report ${send.issue} --state in-doubt`
  if (articles === 0) return 'put articles into content/articles, then gazette build'
  if (latest === undefined) return 'gazette build'
  const commands: Readonly<Record<LatestState, string>> = {
    draft: `gazette build ${latest.slug}`,
    changed: `gazette build ${latest.slug}`,
    built: `gazette check ${latest.slug}`,
    checked: `gazette preview ${latest.slug}, then gazette test ${latest.slug}`,
    tested: `gazette send ${latest.slug} --list ${list}`,
    sending: `gazette status ${latest.slug}`,
    sent: unused.length > 0 ? 'gazette new issue' : 'gazette add SOURCE, then gazette new issue',
  }
  return commands[latest.state]
}
