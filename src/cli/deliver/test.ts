import { randomBytes } from 'node:crypto'
import { relative } from 'node:path'
import { inboxFolder, inboxPorts } from '../../app/inbox.io.ts'
import { sendTest, type TestResult } from '../../app/test-send.io.ts'
import { exitCode } from '../../diagnostics/errors.ts'
import { readableSize } from '../../lib/size.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'
import { version } from '../version.ts'

interface TestOptions {
  to?: string[]
  as?: string
  dir?: string
  inbox?: true
}

/** Sends a test and says where it went. */
export async function runTest(shell: Shell, issue: string | undefined, options: TestOptions): Promise<Outcome> {
  const result = await sendTest({
    root: shell.root,
    to: options.to ?? [],
    toInbox: options.inbox ?? false,
    now: new Date(),
    random: (bytes) => randomBytes(bytes),
    variables: process.env,
    version,
    ...(issue === undefined ? {} : { issue }),
    ...(options.as === undefined ? {} : { as: options.as }),
    ...(options.dir === undefined ? {} : { dir: options.dir }),
  })
  const { diagnostics, ...data } = result
  if (!('messages' in data)) return { data: null, text: '', diagnostics }
  const refused = data.messages.filter(({ ok }) => !ok).length
  return { data, text: words(data, shell.root), diagnostics, exit: refused > 0 ? exitCode.delivery : exitCode.ok }
}

function words({ issue, subject, target, messages, startedInbox, isInbox }: Omit<TestResult, 'diagnostics'>, root: string): string {
  const lines = messages.map(({ to, bytes, reply, file, ok }) => {
    const where = file === undefined ? (reply ?? '') : relative(root, file)
    return `${ok ? (file === undefined ? 'Sent   ' : 'Wrote  ') : 'Refused'}  ${to}  ${readableSize(bytes)}  ${where}`
  })
  const kept = startedInbox ? `Kept in ${inboxFolder}: nothing listened on port ${inboxPorts.smtp}, so it was taken in here.` : undefined
  const isWritten = messages.some(({ file }) => file !== undefined)
  const next = isWritten
    ? 'open the files in a mail program'
    : startedInbox
      ? 'gazette inbox'
      : isInbox
        ? 'look at it in the test inbox, http://127.0.0.1:8025 for that of Gazette and of Mailpit'
        : `look at it in the mailbox, then gazette send ${issue} --list people.csv`
  return [subject, ...lines, ...(isWritten ? [] : [`By ${target}`]), ...(kept === undefined ? [] : [kept]), `Next: ${next}`].join('\n')
}
