import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadEnvironment, parseEnvFile } from '../../src/config/environment.io.ts'

const root = mkdtempSync(join(tmpdir(), 'gazette-env-'))
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

describe('loadEnvironment', () => {
  it('takes the environment before the file, and empty for absent', async () => {
    writeFileSync(join(root, '.env'), 'GAZETTE_SMTP_URL=smtp://file.example\nGAZETTE_DKIM_KEY=dkim.pem\nGAZETTE_UNSUBSCRIBE_KEY=\n')
    expect(await loadEnvironment(root, { GAZETTE_SMTP_URL: 'smtp://shell.example' })).toEqual({
      smtpUrl: 'smtp://shell.example',
      dkimKey: 'dkim.pem',
    })
  })

  it('does without a file', async () => {
    expect(await loadEnvironment(join(root, 'nowhere'), {})).toEqual({})
  })
})

describe('parseEnvFile', () => {
  it('reads what .env files hold', () => {
    const text = '# comment\nA=1\n export B = two words \nC="with # and \\"quotes\\"\\nline" # comment\nD=\'single # here\'\r\nE=a#b\nF=smtp://u:p%40@h?x=1\nnot a line\nG=\n'
    expect(Object.fromEntries(parseEnvFile(text))).toEqual({
      A: '1',
      B: 'two words',
      C: 'with # and "quotes"\nline',
      D: 'single # here',
      E: 'a#b',
      F: 'smtp://u:p%40@h?x=1',
      G: '',
    })
  })
})
