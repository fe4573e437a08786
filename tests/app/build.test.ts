import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { build, continueBuild, createMemory } from '../../src/app/build.ts'
import { article, minimalNewsletter, newsletterFolder } from '../support/newsletter-folder.ts'

const crane = readFileSync(fileURLToPath(new URL('../../content/images/crane.png', import.meta.url)))
const files = {
  'content/articles/2026-11-20-cranes.md': article('Cranes', 'image: crane.png\nimageAlt: A crane\n'),
  'content/issues/2026-w48.md': '---\ndate: 2026-11-26\n---\n',
  'content/images/crane.png': crane,
}
const request = (root: string): Parameters<typeof build>[0] => ({ root, now: new Date('2026-11-26T08:00:00Z'), random: randomBytes })
const output = (root: string, name: string): string => readFileSync(join(root, 'out/2026-w48', name), 'utf8')

describe('pictures', () => {
  it('travel inside the message when there is no site', async () => {
    const root = newsletterFolder(files)
    const { state } = await build(request(root))
    const name = state.assets?.[0]?.name ?? ''
    expect(name).toMatch(/^crane-[0-9a-f]{8}\.png$/)
    const message = await PostalMime.parse(output(root, 'message.eml'))
    expect(message.html).toContain(`src="cid:${name}@harbour.example"`)
    expect(message.attachments).toMatchObject([{ contentId: `<${name}@harbour.example>`, mimeType: 'image/png', related: true }])
    expect(Buffer.from(message.attachments[0]?.content as ArrayBuffer)).toEqual(crane)
    expect(output(root, 'index.html')).toContain(`src="images/${name}"`)
    expect(readFileSync(join(root, 'out/2026-w48/images', name))).toEqual(crane)
  })

  it('are linked on the site of the newsletter, where the output folder is put', async () => {
    const root = newsletterFolder({ ...files, 'content/newsletter.yaml': `${minimalNewsletter}url: https://harbour.example/\n` })
    await build(request(root))
    const message = await PostalMime.parse(output(root, 'message.eml'))
    expect(message.html).toMatch(/src="https:\/\/harbour\.example\/issues\/2026-w48\/images\/crane-[0-9a-f]{8}\.png"/)
    expect(message.attachments).toEqual([])
    expect(output(root, 'index.html')).toMatch(/src="images\/crane-/)
  })

  it.each([
    ['../../../../../../etc/hostname', 'GZ-C009'],
    ['nowhere.png', 'GZ-C009'],
    ['text.png', 'GZ-C015'],
  ])('%s is not shown, and the author is told', async (src, code) => {
    const root = newsletterFolder({
      ...files,
      'content/articles/2026-11-20-cranes.md': article('Cranes', `image: ${src}\n`),
      'content/images/text.png': 'not a picture',
    })
    const { diagnostics, state } = await build(request(root))
    expect(diagnostics).toMatchObject([{ code, severity: 'warning', file: 'content/articles/2026-11-20-cranes.md', line: 3, column: 8 }])
    expect(state.written).toBeDefined()
    expect(output(root, 'index.html')).not.toContain(src)
  })
})

describe('a blurb', () => {
  const built = async (more: string, yaml = ''): Promise<{ method?: string; text?: string; codes: string[] }> => {
    const root = newsletterFolder({
      'content/newsletter.yaml': `${minimalNewsletter}${yaml}`,
      'content/articles/2026-11-20-cranes.md': article('Cranes', more),
      'content/issues/2026-w48.md': '---\ndate: 2026-11-26\n---\n',
    })
    const { state, diagnostics } = await build(request(root))
    return { ...state.report?.stories[0]?.blurb, codes: diagnostics.map(({ code }) => code) }
  }

  it("is the editor's when there is one, whatever its length", async () => {
    expect(await built('blurb: "My *own* words."\ndescription: Theirs.\n')).toMatchObject({ method: 'editor', text: 'My own words.', codes: [] })
    expect(await built(`blurb: ${'word '.repeat(70)}\n`)).toMatchObject({ method: 'editor', codes: ['GZ-B002'] })
  })

  it("is the author's summary when that fits, and made from the text when it does not", async () => {
    expect(await built('description: A short one.\n')).toMatchObject({ method: 'description', text: 'A short one.' })
    expect(await built(`description: ${'word '.repeat(70)}\n`)).toMatchObject({ method: 'extractive' })
    expect(await built('description: A short one.\n', 'blurbs: {prefer: [generated]}\n')).toMatchObject({ method: 'extractive' })
  })

  it('is asked for when the article has no text', async () => {
    const root = newsletterFolder({ 'content/articles/2026-11-20-a.md': '---\ntitle: Only a title\n---\n', 'content/issues/2026-w48.md': '---\ndate: 2026-11-26\n---\n' })
    expect((await build(request(root))).diagnostics).toMatchObject([{ code: 'GZ-B001', file: 'content/articles/2026-11-20-a.md' }])
  })
})

describe('a second build', () => {
  it('sees what changed and keeps what did not', async () => {
    const root = newsletterFolder(files)
    const memory = createMemory()
    await build({ ...request(root), memory })
    expect(memory.blurbs.size).toBe(1)
    await build({ ...request(root), memory })
    expect(memory.blurbs.size).toBe(1)
  })

  it('compiles a template again only when one of its files says something else', async () => {
    const root = newsletterFolder(files)
    const memory = createMemory()
    const template = async (): Promise<unknown> => (await build({ ...request(root), memory, until: 'expand' })).state.template
    const first = await template()
    expect(await template()).toBe(first)
    mkdirSync(join(root, 'templates/shared'), { recursive: true })
    writeFileSync(join(root, 'templates/shared/title.hbs'), '{{issue.subject}}\n')
    const second = await template()
    expect(second).not.toBe(first)
    expect(await template()).toBe(second)
  })
})

describe('a build that ended early', () => {
  it('goes on to what it would have come to at once', async () => {
    const root = newsletterFolder({ ...files, 'content/newsletter.yaml': `${minimalNewsletter}lang: nn\n` })
    const random = (bytes: number): Uint8Array => new Uint8Array(bytes)
    const whole = await build({ ...request(root), random, until: 'check' })
    const begun = await build({ ...request(root), random, until: 'mime' })
    expect(begun.state.report).toBeUndefined()
    const finished = await continueBuild(begun, 'check')
    expect(finished.stages.map(({ name }) => name)).toEqual(whole.stages.map(({ name }) => name))
    expect(finished.diagnostics).toEqual(whole.diagnostics)
    expect(whole.diagnostics.length).toBeGreaterThan(0)
    expect(finished.state.report).toEqual(whole.state.report)
  })
})
