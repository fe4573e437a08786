import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkAndFix } from '../../../src/app/fix/fix-content.io.ts'
import { house } from '../../checks/corpus/house.ts'
import { documentOf, gazette } from '../../support/cli.ts'
import { newsletterFolder } from '../../support/newsletter-folder.ts'
import { smallPng } from '../../support/small-png.ts'

const newsletter = `# Sent on Thursdays
name: The Harbour Review
from: { name: Harbour Review, address: news@harbour.example }
postalAddress: Harbour Review, 1 Quay Street, Port Ellery
url: https://harbour.example/
links:
  unsubscribe: https://harbour.example/leave
`

const article = `---
title: Crane 4 in eleven pieces   # the working title
url: http://harbour.example/cranes?utm_source=feed&utm_source=feed
date: 2026-11-20
image: crane.png
blurb: 'On Monday the dock saw the end of sixty years, as [the logbook](http://log.example/4) says.'
---

On Monday the dock saw the end of sixty years of lifting, and the crane went in eleven pieces.
`

const issue = `---
date: 2026-11-26
subject: What became of crane 4
preheader: Eleven pieces, one barge, and a hole in the sky over pier seven
---

Read [the logbook](http://log.example/4) first.
`

function folder(): string {
  return newsletterFolder({
    'content/newsletter.yaml': newsletter,
    'content/articles/cranes.md': article,
    'content/issues/2026-w48.md': issue,
    'content/images/crane.png': smallPng(1200, 675),
  })
}

test('gazette check --fix mends the content and prints the difference', async () => {
  const root = folder()
  const before = await gazette(['check', '--fail-on', 'warning'], { cwd: root })
  expect(before.stdout).toContain('GZ-L005')
  const run = await gazette(['check', '--fix', '--fail-on', 'warning'], { cwd: root })
  expect(run.stdout).toContain('--- a/content/articles/cranes.md\n+++ b/content/articles/cranes.md\n')
  expect(run.stdout).toContain('-url: http://harbour.example/cranes?utm_source=feed&utm_source=feed\n+url: https://harbour.example/cranes?utm_source=feed\n')
  expect(run.stdout).toMatch(/Mended \d+ findings in 2 files\.\n2026-w48: nothing found/)
  expect(run.code).toBe(0)
  const mended = readFileSync(join(root, 'content/articles/cranes.md'), 'utf8')
  expect(mended).toBe(
    article.replace('http://harbour.example/cranes?utm_source=feed&utm_source=feed', 'https://harbour.example/cranes?utm_source=feed').replace('http://log', 'https://log'),
  )
  expect(readFileSync(join(root, 'content/issues/2026-w48.md'), 'utf8')).toBe(issue.replace('http://log', 'https://log'))
  expect(readFileSync(join(root, 'content/newsletter.yaml'), 'utf8')).toBe(newsletter)
})

test('gazette check --fix never touches a template, and does what --only says', async () => {
  const root = folder()
  const run = await gazette(['check', '--fix', '--only', 'GZ-L004', '--json'], { cwd: root })
  const { data } = documentOf(run) as { data: { mended: { file: string; mended: number }[] } }
  expect(data.mended.map(({ file, mended }) => [file, mended])).toEqual([['content/articles/cranes.md', 1]])
  expect(readFileSync(join(root, 'content/articles/cranes.md'), 'utf8')).toContain('url: http://harbour.example/cranes?utm_source=feed\n')
})

test('a linked picture that says nothing gets the title of its story, in the article and not in the template', async () => {
  const story = '<mj-section><mj-column><mj-text><h2><a href="{{url}}" style="color:#0b5660">{{title}}</a></h2>{{#if image}}<a href="{{url}}"><img src="{{image.src}}" alt="{{image.alt}}" width="552" height="310"></a>{{/if}}{{blurb}}</mj-text></mj-column></mj-section>\n'
  const silent = String(house['content/articles/cranes.md']).replace(/imageAlt: .*\n/, '')
  const root = newsletterFolder({ ...house, 'templates/house/partials/story.hbs': story, 'content/articles/cranes.md': silent })
  const request = { root, now: new Date('2026-11-26'), random: (count: number) => new Uint8Array(count) }
  const { result, files } = await checkAndFix(request)
  expect(files.map(({ file, mended }) => [file, mended])).toEqual([['content/articles/cranes.md', 1]])
  expect(result.findings).toEqual([])
  expect(readFileSync(join(root, 'content/articles/cranes.md'), 'utf8')).toBe(silent.replace('image: crane.png\n', 'image: crane.png\nimageAlt: Crane 4 in eleven pieces\n'))
  expect(readFileSync(join(root, 'templates/house/partials/story.hbs'), 'utf8')).toBe(story)
})
