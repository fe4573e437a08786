import { connect } from 'node:net'
import { readReport, reportRequest, type SpamVerdict } from './protocol.ts'

/** A report is a page of text; what is longer is none. */
const longest = 1_000_000

/**
 * Asks a running spamd for the score of a message.
 *
 * @param message as it would be sent
 * @param patience milliseconds for the whole
 * @returns the reason, when there is no answer or none that can be read
 */
export async function askSpamd(host: string, port: number, message: Uint8Array, patience = 30_000): Promise<SpamVerdict | { problem: string }> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    const chunks: Buffer[] = []
    let size = 0
    const finish = (answer: SpamVerdict | { problem: string }): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(() => { finish({ problem: `no answer within ${patience / 1000} s` }) }, patience)
    socket.on('error', (error) => { finish({ problem: error.message }) })
    socket.on('data', (chunk) => {
      size += chunk.length
      chunks.push(chunk)
      if (size > longest) finish({ problem: 'its answer does not end' })
    })
    socket.on('end', () => { finish(readReport(Buffer.concat(chunks).toString('utf8'))) })
    // spamd takes the end of the stream for the end of the message.
    socket.end(reportRequest(message))
  })
}
