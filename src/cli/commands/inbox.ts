import type { CommandDefinition } from '../command.ts'

interface InboxOptions {
  port: string
  webPort: string
  host: string
  keep?: string
  fault: string[]
}

/** `gazette inbox`: a mail server that delivers nothing, with a page that shows what it was given. */
export const inbox: CommandDefinition = {
  name: 'inbox',
  summary: 'run a test inbox: a mail server that delivers nothing, and a page to look at the mail',
  group: 'Deliver',
  examples: [
    ['gazette inbox', 'take mail on port 1025, show it on http://127.0.0.1:8025'],
    ['gazette inbox --fault defer,rate=10% --fault drop-after-dot,rate=1%', 'rehearse a send with a bad server'],
    ['gazette inbox --fault "reject,address=*@gone.example"', 'refuse some recipients'],
  ],
  options: (command) =>
    command
      .option('-p, --port <number>', 'port for mail', '1025')
      .option('-w, --web-port <number>', 'port for the page and the API', '8025')
      .option('--host <address>', 'address to listen on', '127.0.0.1')
      .option('--keep <number>', 'keep so many messages, 2000 unless told otherwise')
      .option('--fault <fault>', 'do something wrong on purpose: reject, defer, slow, drop, drop-after-dot, silent or busy, with rate=, address=, stage=, code=, delay=; may be given again', (value: string, others: string[]) => [...others, value], [] as string[]),
  run: async (shell, _args, options) => {
    const { runInbox } = await import('../deliver/inbox.ts')
    return runInbox(shell, options as unknown as InboxOptions)
  },
}
