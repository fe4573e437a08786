import { dkimLookup } from '../../app/dkim.io.ts'
import { openInbox } from '../../app/inbox.io.ts'
import { faultText, parseFault } from '../../deliver/inbox/faults.ts'
import { counted } from '../../lib/size.ts'
import { integerOption } from '../options.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'
import { stopRequested } from '../signals.ts'
import { version } from '../version.ts'

export interface InboxOptions {
  port: string
  webPort: string
  host: string
  keep?: string
  fault: string[]
}

/** Runs the test inbox until it is told to stop. */
export async function runInbox(shell: Shell, options: InboxOptions): Promise<Outcome> {
  const { stop, release } = stopRequested()
  const faults = options.fault.map(parseFault)
  const keep = options.keep === undefined ? {} : { keep: integerOption('--keep', options.keep, 1, 1_000_000) }
  const inbox = await openInbox({
    root: shell.root,
    host: options.host,
    smtpPort: integerOption('--port', options.port, 0, 65_535),
    webPort: integerOption('--web-port', options.webPort, 0, 65_535),
    faults,
    version,
    lookup: await dkimLookup(shell.root, process.env),
    ...keep,
  })
  const { mailbox, smtpPort, url = '' } = inbox
  shell.event({ event: 'listening', smtp: `smtp://${options.host}:${smtpPort}`, url })
  shell.note(`Mail    smtp://${options.host}:${smtpPort}  any sender, recipient and password; nothing is delivered`)
  shell.note(`Page    ${url}`)
  shell.note(`Folder  ${mailbox.folder}  ${counted(mailbox.list().length, 'message')}`)
  for (const fault of faults) shell.note(`Fault   ${faultText(fault)}`)
  shell.note('Ctrl-C stops it. In another terminal: gazette test')
  mailbox.listen((event) => {
    if (event.kind !== 'arrived') return
    const { to, subject, id } = event.message
    shell.event({ event: 'arrived', id, to, subject })
    if (shell.verbose) shell.note(`${to.join(', ')}  ${subject}`)
  })
  await stop
  await inbox.close()
  release()
  const messages = mailbox.list().length
  return {
    data: { folder: mailbox.folder, received: mailbox.received, messages },
    text: `Took ${counted(mailbox.received, 'message')}; ${counted(messages, 'message')} kept in ${mailbox.folder}`,
  }
}
