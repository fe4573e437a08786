import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { newsletterFolder } from '../support/newsletter-folder.ts'
import { sharedData } from '../support/shared-data.ts'

const posts = sharedData('posts-18f')

describe.skipIf(posts.absent)('90 real posts that nobody prepared', () => {
  const folder = (): string => {
    const root = newsletterFolder({ 'content/issues/all.md': '---\ndate: 2025-01-01\n---\n' })
    mkdirSync(join(root, 'content/articles'))
    for (const name of readdirSync(posts.path)) copyFileSync(join(posts.path, name), join(root, 'content/articles', name))
    return root
  }

  it('build into one issue: no error, a blurb for each, no foreign tags', async () => {
    const root = folder()
    const run = await gazette(['build', '--json'], { cwd: root })
    const { data, diagnostics } = documentOf(run)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(run.code).toBe(0)
    const { stories } = (data as { report: { stories: { blurb: { text: string; words: number } }[] } }).report
    expect(stories).toHaveLength(90)
    expect(stories.filter(({ blurb }) => blurb.text === '' || blurb.words > 60)).toEqual([])
    const html = readFileSync(join(root, 'out/all/index.html'), 'utf8')
    const text = readFileSync(join(root, 'out/all/message.txt'), 'utf8')
    for (const output of [html, text]) expect(output.match(/.{0,40}(\{\{|\{%|<script).{0,40}/g)).toBeNull()
  })

  it('warns at its own line of every picture that leads nowhere', async () => {
    const { diagnostics } = documentOf(await gazette(['build', '--json'], { cwd: folder() }))
    const images = diagnostics.filter(({ code }) => code === 'GZ-C009')
    expect(images.length).toBeGreaterThan(15)
    for (const finding of images) {
      const line = readFileSync(join(posts.path, finding.file?.replace('content/articles/', '') ?? ''), 'utf8').split('\n')[(finding.line ?? 0) - 1]
      expect(line).toMatch(/image|\//)
    }
  })
})
