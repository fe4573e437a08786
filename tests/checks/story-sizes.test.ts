import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { build } from '../../src/app/build.ts'
import { MessageContext } from '../../src/checks/message-context.ts'
import { type StorySize, storySizes } from '../../src/checks/story-sizes.ts'
import { article, minimalNewsletter, newsletterFolder } from '../support/newsletter-folder.ts'

const picture = readFileSync(new URL('../../content/images/crane.png', import.meta.url))
const names = ['Cranes', 'Tides', 'Ferries', 'Gulls', 'Ropes']

/** An issue of two sections whose every story has a picture of its own. */
async function measured(template: string, options: string): Promise<{ html: string; sizes: StorySize[]; pieces: Map<string, string> }> {
  const root = newsletterFolder({
    'content/newsletter.yaml': `${minimalNewsletter}template: ${template}\nsections: [Quay, Sea]\noptions: {${options}}\nlinks: {unsubscribe: 'https://harbour.example/leave'}\n`,
    'content/issues/2026-w48.md': '---\ndate: 2026-11-26\n---\n\nGood morning.\n',
    ...Object.fromEntries<string | Uint8Array>(names.flatMap((name, at): [string, string | Uint8Array][] => [
      [`content/articles/2026-11-2${at}-${name.toLowerCase()}.md`, article(`${name} of the week`, `section: ${at < 3 ? 'Quay' : 'Sea'}\nurl: https://harbour.example/${name}\nimage: ${name.toLowerCase()}.png\nimageAlt: ${name}\n`)],
      [`content/images/${name.toLowerCase()}.png`, picture],
    ])),
  })
  const { state } = await build({ root, now: new Date('2026-11-26T08:00:00Z'), random: randomBytes, until: 'check' })
  const { issue, checkInput } = state
  if (issue === undefined || checkInput === undefined) throw new Error('nothing was built')
  const { html } = checkInput
  const sizes = storySizes(new MessageContext(issue, html))
  const bytes = Buffer.from(html)
  const pieces = new Map(sizes.map(({ story, startByte, bytes: size }) => [story.title.split(' ')[0] ?? '', bytes.subarray(startByte, startByte + size).toString()]))
  return { html, sizes, pieces }
}

const others = (name: string): string[] => names.filter((other) => other !== name)

describe('what a story takes of the message', () => {
  it.each(['classic', 'magazine', 'brief'].flatMap((template) => ['contents: false', 'contents: true'].map((options) => [template, options] as const)))('is its picture, its title and its words: %s, %s', async (template, options) => {
    const { html, sizes, pieces } = await measured(template, options)
    expect([...pieces.keys()].toSorted()).toEqual(names.toSorted())
    for (const [name, piece] of pieces) {
      const file = new RegExp(`src="[^"]*${name.toLowerCase()}-`)
      if (file.test(html)) expect(piece, name).toMatch(file)
      expect(piece, name).toContain(`${name} of the week was the talk of the quay`)
      for (const other of others(name)) {
        expect(piece, `${other} in ${name}`).not.toContain(`${other} of the week`)
        expect(piece, `${other} in ${name}`).not.toContain(`${other.toLowerCase()}-`)
      }
      expect(piece, name).not.toContain('https://harbour.example/leave')
      expect(piece, name).not.toMatch(/<h2[^>]*>(Quay|Sea)<|Good morning/)
    }
    expect(sizes.map(({ start, startByte }) => Buffer.byteLength(html.slice(0, start)) - startByte)).toEqual(sizes.map(() => 0))
  })

  it('is where its heading is, though a list of titles stands before', async () => {
    const { html, sizes } = await measured('classic', 'contents: true')
    const list = html.lastIndexOf('class="contents"')
    expect(list).toBeGreaterThan(0)
    for (const { story, start } of sizes) expect(start, story.title).toBeGreaterThan(list)
  })

  it('is shared out among stories of one title', () => {
    const story = (slug: string): unknown => ({ slug, title: 'Short notes', section: '', blurb: { text: '' }, origin: {} })
    const issue = { sections: [{ stories: [story('a'), story('b')] }] } as unknown as ConstructorParameters<typeof MessageContext>[0]
    const html = '<body><div><h3>Short notes</h3><p>One</p></div><div><h3>Short notes</h3><p>Two, and more</p></div></body>'
    expect(storySizes(new MessageContext(issue, html)).map(({ start, bytes }) => html.slice(start, start + bytes))).toEqual([
      '<div><h3>Short notes</h3><p>One</p></div>',
      '<div><h3>Short notes</h3><p>Two, and more</p></div>',
    ])
  })
})
