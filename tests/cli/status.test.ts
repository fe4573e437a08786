import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { listOf, mailServer, send, sendFolder } from '../support/send-folder.ts'
import { article, newsletterFolder } from '../support/newsletter-folder.ts'

describe('gazette status', () => {
  it('names the latest issue, what no issue used, and the next command', async () => {
    const root = newsletterFolder({
      'content/articles/2026-11-20-cranes.md': article('Cranes'),
      'content/articles/2026-11-27-organ.md': article('Organ'),
      'content/issues/2026-w48.md': '---\ndate: 2026-11-26\n---\n',
    })
    const run = await gazette([], { cwd: root })
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toContain('2026-w48, 2026-11-26, 1 story, draft, not built yet')
    expect(run.stdout).toContain('1 article: 2026-11-27-organ')
    expect(run.stdout).toContain('Next: gazette build 2026-w48')
    await gazette(['build'], { cwd: root })
    expect(documentOf(await gazette(['--json', '-C', root])).data).toMatchObject({ latest: { state: 'built' } })
  })

  it('names what the latest issue could have taken and does not have', async () => {
    const root = newsletterFolder({
      'content/articles/2026-11-18-old.md': article('Old'),
      'content/articles/2026-11-20-cranes.md': article('Cranes'),
      'content/articles/2026-11-21-organ.md': article('Organ'),
      'content/articles/2026-11-22-draft.md': article('Draft', 'draft: true\n'),
      'content/issues/2026-w47.md': '---\ndate: 2026-11-19\narticles: [2026-11-18-old]\n---\n',
      'content/issues/2026-w48.md': '---\ndate: 2026-11-26\narticles: [2026-11-20-cranes]\n---\n',
    })
    expect((await gazette([], { cwd: root })).stdout).toContain('Left out      1 article: 2026-11-21-organ\n')
  })

  it('counts broken files without stopping at them', async () => {
    const root = newsletterFolder({ 'content/articles/a.md': '---\ntitle: [\n---\n', 'content/articles/2026-11-20-b.md': article('B') })
    const run = await gazette(['status'], { cwd: root })
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toContain('1 file with errors')
  })

  it('says what is missing outside a newsletter folder', async () => {
    const run = await gazette([], { cwd: newsletterFolder({ 'content/newsletter.yaml': undefined }) })
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('GZ-N001')
  })

  it('follows an issue from draft to sent, and always names the command that is due', { timeout: 120_000 }, async () => {
    const root = sendFolder(listOf(3), { 'content/issues/2026-w47.md': '---\ndate: 2026-11-21\nsubject: The crane\n---\n' })
    const stands = async (): Promise<string> => (await gazette([], { cwd: root })).stdout.replace(/^.*\n/, '')
    expect(await stands()).toMatch(/2026-w47, .*, draft, not built yet\n.*Next: gazette build 2026-w47/s)

    expect((await gazette(['build'], { cwd: root })).code).toBe(0)
    const built = await stands()
    expect(built).toMatch(/2026-w47, .*, built(?: and checked\n.*gazette test 2026-w47|, with errors that the checks found\n.*Next: gazette check 2026-w47)/s)

    let puttingOff = false
    const server = await mailServer({ rcpt: (address) => (puttingOff && address.startsWith('reader2') ? '451 4.3.0 Try later' : '250 Ok') })
    const tested = await gazette(['test'], { cwd: root, env: { GAZETTE_SMTP_URL: server.url } })
    expect(tested.code, tested.stderr).toBe(0)
    expect(await stands()).toMatch(/2026-w47, .*, built, checked and tested\n.*Next: gazette send 2026-w47 --list people.csv/s)

    puttingOff = true
    await send(root, server.url, '--confirm', '3')
    const unfinished = await gazette(['--json'], { cwd: root })
    expect(documentOf(unfinished).data).toMatchObject({
      latest: { state: 'sending' },
      unfinished: [{ issue: '2026-w47', accepted: 2, pending: 1, prepared: 3 }],
      next: 'gazette send 2026-w47 --list people.csv',
    })
    expect(await stands()).toMatch(/not sent to everybody yet\nUnfinished +2026-w47: 2 of 3 sent, 1 pending\n/)

    puttingOff = false
    expect((await send(root, server.url, '--retry-failed')).code).toBe(0)
    const sent = await stands()
    expect(sent).toMatch(/2026-w47, .*, sent\n.*Next: gazette add SOURCE, then gazette new issue/s)
    expect(sent).not.toContain('Left out')

    writeFileSync(join(root, 'content/articles/late.md'), '---\ntitle: Late\ndate: 2026-11-21\n---\n\nIt came an hour after the issue had gone out.\n')
    expect(await stands()).toContain('Left out      1 article: late\n')
  })

  it('says that an edited issue has to be built again', async () => {
    const root = newsletterFolder({ 'content/articles/2026-11-20-cranes.md': article('Cranes'), 'content/issues/2026-w48.md': '---\ndate: 2026-11-26\n---\n' })
    await gazette(['build'], { cwd: root })
    const later = new Date(Date.now() + 5000)
    utimesSync(join(root, 'content/articles/2026-11-20-cranes.md'), later, later)
    expect((await gazette([], { cwd: root })).stdout).toMatch(/changed since it was built\n.*Next: gazette build 2026-w48/s)
  })
})
