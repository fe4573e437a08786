import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { note } from '../../../src/app/doctor/finding.ts'
import { answersSmtp, checkNode, checkPort, checkSecrets, checkSpace, checkWritable } from '../../../src/app/doctor/machine.io.ts'

let root = ''
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'gazette-doctor-')) })
afterEach(() => { rmSync(root, { recursive: true, force: true }) })

test.each([
  ['20.18.3', 'problem'],
  ['20.19.0', 'ok'],
  ['22.1.0', 'ok'],
])('Node %s is %s', (version, verdict) => {
  expect(checkNode(version).verdict).toBe(verdict)
})

describe('a folder', () => {
  test('that is not there is tried in its parent, and nothing is left behind', async () => {
    expect(await checkWritable(root, 'out')).toMatchObject({ verdict: 'ok' })
    expect(readdirSync(root)).toEqual([])
  })

  test('that is a file cannot be written', async () => {
    writeFileSync(join(root, 'out'), '')
    const found = await checkWritable(root, 'out')
    expect(found.verdict).toBe('problem')
    expect(found.remedy).toContain(join(root, 'out'))
  })

  test('has its space told', async () => {
    expect((await checkSpace(root)).text).toMatch(/^[\d.]+ .?B free$/)
  })
})

describe('a port', () => {
  let server: Server | undefined
  afterEach(() => { server?.close() })

  async function listen(greeting: string): Promise<number> {
    server = createServer((socket) => { socket.end(greeting) })
    await new Promise<void>((resolve) => { server?.listen(0, '127.0.0.1', resolve) })
    return (server.address() as AddressInfo).port
  }

  test('that is taken is told from one that is free', async () => {
    const port = await listen('')
    const taken = note('port', 'taken')
    expect(await checkPort(port, 'port', taken)).toEqual(taken)
    await new Promise((resolve) => { server?.close(resolve) })
    expect(await checkPort(port, 'port', taken)).toMatchObject({ verdict: 'ok' })
  })

  test('with a mail server behind it is recognised', async () => {
    expect(await answersSmtp(await listen('220 inbox ESMTP\r\n'))).toBe(true)
    server?.close()
    const other = await listen('HTTP/1.1 400 Bad Request\r\n')
    expect(await answersSmtp(other)).toBe(false)
  })
})

describe('the file with the passwords', () => {
  test('is not needed', async () => {
    expect((await checkSecrets(root)).verdict).toBe('note')
  })

  test.skipIf(process.platform === 'win32')('is to be private', async () => {
    writeFileSync(join(root, '.env'), 'A=1', { mode: 0o644 })
    expect(await checkSecrets(root)).toMatchObject({ verdict: 'warning', remedy: 'chmod 600 .env' })
    chmodSync(join(root, '.env'), 0o600)
    expect((await checkSecrets(root)).verdict).toBe('ok')
  })

  test.skipIf(!['/usr/bin/git', '/usr/local/bin/git', '/opt/homebrew/bin/git'].some((git) => existsSync(git)))('is to stay out of git', async () => {
    execFileSync('git', ['init', '--quiet', root])
    writeFileSync(join(root, '.env'), 'A=1', { mode: 0o600 })
    expect((await checkSecrets(root)).verdict).toBe('problem')
    writeFileSync(join(root, '.gitignore'), '.env\n')
    expect((await checkSecrets(root)).verdict).toBe('ok')
  })
})
