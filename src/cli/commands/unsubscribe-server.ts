import type { CommandDefinition } from '../command.ts'

interface UnsubscribeServerOptions {
  port: string
  host: string
}

/** `gazette unsubscribe-server`: what answers the links by which readers leave. */
export const unsubscribeServer: CommandDefinition = {
  name: 'unsubscribe-server',
  summary: 'run the server behind the links to unsubscribe: one click, nothing to log in to',
  group: 'Deliver',
  examples: [
    ['gazette unsubscribe-server', 'answer on http://127.0.0.1:8026, behind a web server that has the certificate'],
    ['gazette unsubscribe-server --host 0.0.0.0 --port 80', 'answer to the network'],
  ],
  options: (command) =>
    command
      .option('-p, --port <number>', 'port to listen on', '8026')
      .option('--host <address>', 'address to listen on', '127.0.0.1'),
  run: async (shell, _args, options) => {
    const { runUnsubscribeServer } = await import('../deliver/unsubscribe-server.ts')
    return runUnsubscribeServer(shell, options as unknown as UnsubscribeServerOptions)
  },
}
