import { describe, expect, it } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { newsletterFolder } from '../support/newsletter-folder.ts'

describe('the command line', () => {
  it('refuses an unknown command and knows the one that was meant', async () => {
    const run = await gazette(['biuld'])
    expect(run.code).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain('GZ-U001')
    expect(run.stderr).toContain('did you mean build?')
  })

  it('knows which of the choices of an option was meant', async () => {
    const run = await gazette(['check', '--reporter', 'humn'])
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('did you mean human?')])
  })

  it('refuses an unknown option instead of ignoring it', async () => {
    const run = await gazette(['build', '--tempalte', 'x'])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('did you mean --template?')
  })

  it('leads to the help of the command that was meant', async () => {
    const run = await gazette(['send', '2026-w47'])
    expect([run.code, run.stderr]).toEqual([2, expect.stringMatching(/required option '-l, --list <file>'[^]*`gazette send --help` shows how it is used/)])
    expect((await gazette(['--tempalte'])).stderr).toContain('`gazette --help`')
  })

  it('prints exactly one JSON document, also when it fails', async () => {
    const run = await gazette(['build', '--json', '-C', newsletterFolder({ 'content/newsletter.yaml': undefined })])
    expect(run.code).toBe(2)
    expect(run.stderr).toBe('')
    expect(documentOf(run)).toMatchObject({ ok: false, command: 'build', diagnostics: [{ code: 'GZ-N001' }] })
  })

  it('shows help on standard output', async () => {
    const run = await gazette(['--help'])
    expect(run.code).toBe(0)
    expect(run.stdout).toContain('build')
    expect(run.stderr).toBe('')
  })

  it('explains a code, whatever its case', async () => {
    const run = await gazette(['explain', 'gz-c004'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toContain('unusable front matter value')
  })

  it('knows which code was meant', async () => {
    const run = await gazette(['explain', 'GZ-C04'])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('did you mean GZ-C004?')
  })

  it('keeps colour out of a pipe', async () => {
    const run = await gazette(['explain', 'nothing'], { env: { NO_COLOR: '' } })
    expect(run.stderr).not.toContain('\u001b')
  })
})
