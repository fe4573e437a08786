import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** One message of a mailbox. */
export interface StoredMessage {
  /** Where it is: a file, and for an mbox the line on which it starts. */
  place: string
  raw: Buffer
}

/** A longer message is no report; what is read of it is enough to tell. */
const longestMessage = 4 * 1024 * 1024

/**
 * Reads the messages of a file or folder: one .eml file, an mbox, a maildir, or a folder of .eml files. Messages come
 * one at a time, so that a mailbox of any size fits into memory.
 *
 * @throws what the system says when it cannot be read
 */
export async function* readMailbox(path: string): AsyncGenerator<StoredMessage> {
  if ((await stat(path)).isDirectory()) {
    yield* readFolder(path)
  } else if (await isMbox(path)) {
    yield* readMbox(path)
  } else {
    yield { place: path, raw: await startOf(path) }
  }
}

/** A maildir keeps its messages in `new` and `cur`; what is in `tmp` is not whole yet. */
async function* readFolder(path: string): AsyncGenerator<StoredMessage> {
  const names = await readdir(path, { withFileTypes: true })
  const isMaildir = names.some((entry) => entry.isDirectory() && (entry.name === 'cur' || entry.name === 'new'))
  const folders = isMaildir ? ['new', 'cur'].filter((name) => names.some((entry) => entry.name === name)) : ['.']
  for (const folder of folders) {
    const entries = await readdir(join(path, folder), { withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.') && (isMaildir || /\.eml$/i.test(entry.name)))
    for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = join(path, folder, name)
      yield { place: file, raw: await startOf(file) }
    }
  }
}

/** As much of a file as a message may have, whatever its size. */
async function startOf(path: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: longestMessage - 1 })) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function isMbox(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 4 })) return (chunk as Buffer).toString('latin1') === 'From '
  return false
}

/** RFC 4155: a message starts at a line `From ` behind an empty one, and `>From ` stands for a line of text. */
async function* readMbox(path: string): AsyncGenerator<StoredMessage> {
  const lines = createInterface({ input: createReadStream(path, { encoding: 'latin1' }), crlfDelay: Infinity })
  let message: string[] = []
  let size = 0
  let start = 0
  let number = 0
  let previous = ''
  for await (const line of lines) {
    number += 1
    if (line.startsWith('From ') && previous === '') {
      if (start > 0) yield { place: `${path}:${start}`, raw: Buffer.from(message.join('\r\n'), 'latin1') }
      message = []
      size = 0
      start = number
    } else if (size < longestMessage) {
      message.push(line.replace(/^>(>*From )/, '$1'))
      size += line.length + 2
    }
    previous = line
  }
  if (start > 0) yield { place: `${path}:${start}`, raw: Buffer.from(message.join('\r\n'), 'latin1') }
}
