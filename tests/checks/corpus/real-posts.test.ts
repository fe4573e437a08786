import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkIssue } from '../../../src/app/check.ts'
import { newsletterFolder } from '../../support/newsletter-folder.ts'
import { sharedData } from '../../support/shared-data.ts'

const posts = sharedData('posts-18f')

/** Stories of an issue. */
const each = 15

describe.skipIf(posts.absent)('90 real posts that nobody prepared', () => {
  test.each(['classic', 'brief', 'magazine'])('%s: what is found is really there, and little', { timeout: 180_000 }, async (template) => {
    const names = readdirSync(posts.path).filter((name) => name.endsWith('.md'))
    const slugs = names.map((name) => name.replace(/\.md$/, ''))
    const issues = Array.from({ length: slugs.length / each }, (_, index) => slugs.slice(index * each, (index + 1) * each))
    const root = newsletterFolder({
      'content/newsletter.yaml':
        'name: Harbour Review\nfrom: {address: news@harbour.example}\nurl: https://harbour.example\npostalAddress: 1 Quay Street, Port Ellery\nlinks: {article: "https://harbour.example/{slug}", unsubscribe: "https://harbour.example/leave?t={token}"}\n',
      ...Object.fromEntries(names.map((name) => [`content/articles/${name}`, readFileSync(join(posts.path, name), 'utf8')])),
      ...Object.fromEntries(issues.map((list, index) => [`content/issues/${index}.md`, `---\ndate: 2026-01-0${index + 1}\narticles: [${list.join(', ')}]\n---\n`])),
    })
    const found: string[] = []
    for (const index of issues.keys()) {
      const { findings } = await checkIssue({ root, issue: String(index), template, now: new Date('2026-01-31'), random: (count) => randomBytes(count), choice: { skip: ['GZ-C'] } })
      found.push(...findings.map(({ code, file, line }) => `${code} ${file ?? ''}:${line ?? ''}`))
    }
    // A title that three posts have, a subject of 75 characters, and a sentence that says what the title says.
    expect(found.filter((one) => !/^GZ-(K005|K101|K602) content\//.test(one))).toEqual([])
    expect(found.length).toBeLessThan(8)
  })
})
