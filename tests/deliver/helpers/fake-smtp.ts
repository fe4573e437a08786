import { createServer, type Server, type Socket } from 'node:net'
import { listening } from './listening.ts'

/** What a server does at a step: says a line, hangs up (`drop`), or says nothing at all (`silent`). */
export type Step = string

export interface Script {
  greeting?: Step
  ehlo?: string
  mail?: (address: string) => Step
  rcpt?: (address: string) => Step
  data?: Step
  /** Asked when the whole message has arrived, with its number from 1. */
  message?: (message: ReceivedMessage, number: number) => Step | Promise<Step>
  /** Asked when a password comes. */
  auth?: Step
  /** Told when a part of a message has arrived and its end has not. */
  onPart?: () => void
  /** Hangs up after so many bytes of a message. */
  dropAfterBytes?: number
}

export interface ReceivedMessage {
  from: string
  to: string[]
  /** As sent, dots unstuffed, without the end mark. */
  raw: string
}

export interface FakeSmtp {
  port: number
  url: string
  /** Messages whose end mark arrived, in order, whatever was answered. */
  messages: ReceivedMessage[]
  /** Every line that was a command. */
  commands: string[]
  connections: () => number
  /** How many connections have not ended. Whatever was sent over one that has ended has arrived. */
  open: () => number
  close: () => Promise<void>
}

/** A mail server on a free port of this machine that does exactly what its script says, byte for byte. */
export async function fakeSmtp(script: Script = {}): Promise<FakeSmtp> {
  const messages: ReceivedMessage[] = []
  const commands: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server: Server = createServer((socket) => {
    connections++
    // Otherwise each reply of a group waits for the client to acknowledge the one before.
    socket.setNoDelay(true)
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    serve(socket, script, messages, commands)
  })
  const port = await listening(server)
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    messages,
    commands,
    connections: () => connections,
    open: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => {
          resolve()
        })
      }),
  }
}

function serve(socket: Socket, script: Script, messages: ReceivedMessage[], commands: string[]): void {
  let buffer = ''
  let inBody = false
  let current: ReceivedMessage = { from: '', to: [], raw: '' }
  socket.on('error', () => undefined)
  const say = (step: Step): void => {
    if (step === 'drop') socket.destroy()
    else if (step !== 'silent') socket.write(`${step}\r\n`)
  }
  say(script.greeting ?? '220 fake.example ESMTP')
  const onCommand = (line: string): void => {
    commands.push(line)
    const address = /<(.*)>/.exec(line)?.[1] ?? ''
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') say(script.ehlo ?? '250-fake.example\r\n250-PIPELINING\r\n250-SIZE 10000000\r\n250 8BITMIME')
    else if (verb === 'MAIL') {
      current = { from: address, to: [], raw: '' }
      say(script.mail?.(address) ?? '250 2.1.0 Ok')
    } else if (verb === 'RCPT') {
      const step = script.rcpt?.(address) ?? '250 2.1.5 Ok'
      if (step.startsWith('2')) current.to.push(address)
      say(step)
    } else if (verb === 'DATA') {
      const step = script.data ?? (current.to.length === 0 ? '554 5.5.1 No valid recipients' : '354 End data with <CR><LF>.<CR><LF>')
      inBody = step.startsWith('354')
      say(step)
    } else if (verb === 'QUIT') {
      say('221 2.0.0 Bye')
      socket.end()
    } else if (verb === 'AUTH') say(script.auth ?? '235 2.7.0 Ok')
    else if (verb === 'STAR') say('502 5.5.1 Not here')
    else say('250 2.0.0 Ok')
  }
  const onMessage = (raw: string): void => {
    inBody = false
    current.raw = raw.replace(/^\./gm, '')
    if (current.to.length === 0) {
      say('554 5.5.1 No valid recipients')
      return
    }
    messages.push(current)
    const step = script.message?.(current, messages.length) ?? `250 2.0.0 Ok: queued as ${messages.length}`
    if (typeof step === 'string') say(step)
    else void step.then(say)
  }
  socket.on('data', (chunk: Buffer) => {
    buffer += chunk.toString('latin1')
    for (;;) {
      if (inBody) {
        if (script.dropAfterBytes !== undefined && buffer.length >= script.dropAfterBytes) {
          socket.destroy()
          return
        }
        const end = buffer.startsWith('.\r\n') ? 0 : buffer.indexOf('\r\n.\r\n') + 2
        if (end === 1) {
          if (buffer.length > 0) script.onPart?.()
          return
        }
        const raw = buffer.slice(0, end)
        buffer = buffer.slice(end + 3)
        onMessage(raw)
      } else {
        const end = buffer.indexOf('\r\n')
        if (end < 0) return
        const line = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        onCommand(line)
      }
    }
  })
}
