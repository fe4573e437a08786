import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readMailbox } from '../../../src/deliver/bounce/mailbox.io.ts'
import { letter } from './returned.ts'

function folder(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'gazette-mailbox-'))
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true })
  })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

async function messagesIn(path: string): Promise<string[]> {
  const found: string[] = []
  for await (const { raw } of readMailbox(path)) found.push(raw.toString())
  return found
}

describe('readMailbox', () => {
  it('reads one message', async () => {
    expect(await messagesIn(join(folder({ 'one.eml': letter('one') }), 'one.eml'))).toEqual([letter('one')])
  })

  it('reads a maildir, without what is not whole yet', async () => {
    const root = folder({ 'new/2': letter('two'), 'cur/1:2,S': letter('one'), 'tmp/3': letter('half') })
    expect(await messagesIn(root)).toEqual([letter('two'), letter('one')])
  })

  it('reads a folder of .eml files, and no others', async () => {
    expect(await messagesIn(folder({ 'b.eml': letter('b'), 'a.EML': letter('a'), 'notes.txt': 'no' }))).toEqual([letter('a'), letter('b')])
  })

  it.each(['\n', '\r\n'])('reads an mbox with line ends %j', async (lineEnd) => {
    const entry = (subject: string, body: string): string =>
      ['From mailer@mx.example Thu Nov 26 10:00:00 2026', `Subject: ${subject}`, '', body, '', ''].join(lineEnd)
    const path = join(folder({ mbox: entry('one', `>From here on${lineEnd}From the middle of a paragraph`) + entry('two', 'ä') }), 'mbox')
    const messages = await messagesIn(path)
    expect(messages).toHaveLength(2)
    expect(messages[0]).toBe('Subject: one\r\n\r\nFrom here on\r\nFrom the middle of a paragraph\r\n')
    expect(messages[1]).toContain('ä')
  })

  it('reads nothing of an empty file but one empty message', async () => {
    expect(await messagesIn(join(folder({ empty: '' }), 'empty'))).toEqual([''])
  })

  it('reads no more of a huge file than a message may have', async () => {
    const [message] = await messagesIn(join(folder({ 'huge.eml': letter('huge') + 'x'.repeat(6 * 1024 * 1024) }), 'huge.eml'))
    expect(message).toHaveLength(4 * 1024 * 1024)
    expect(message?.startsWith(letter('huge'))).toBe(true)
  })

  it('says why a mailbox cannot be read', async () => {
    await expect(messagesIn(join(folder({}), 'none'))).rejects.toThrow(/ENOENT/)
  })
})
