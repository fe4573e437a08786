import { describe, expect, it } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
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
    expect(run.stdout).toContain('2026-w48, 2026-11-26, 1 story, not built')
    expect(run.stdout).toContain('1 article: 2026-11-27-organ')
    expect(run.stdout).toContain('Next: gazette build 2026-w48')
    await gazette(['build'], { cwd: root })
    expect(documentOf(await gazette(['--json', '-C', root])).data).toMatchObject({ latest: { state: 'built' } })
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
})
