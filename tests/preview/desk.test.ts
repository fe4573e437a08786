import { chmodSync, existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DeskEdit } from '../../src/model/desk.ts'
import type { Desk, StoryText } from '../../src/preview/protocol-desk.ts'
import { type Answer, ask, tokenOf } from '../support/ask.ts'
import { article, newsletterFolder } from '../support/newsletter-folder.ts'
import { preview, sampleFolder } from '../support/preview.ts'
import { eventually } from '../support/reader.ts'

const listed = 'content/issues/2026-w47.md'
const automatic = 'content/issues/2026-w48.md'
const seals = '2026-11-16-counting-seals'
const ferry = '2026-11-18-the-0615-runs-on-batteries'

/** The desk of a folder over the wire, as the page uses it. */
async function desk(root: string, slug: string) {
  const { url } = await preview(root)
  const headers = { 'content-type': 'application/json', 'x-gazette-token': await tokenOf(url) }
  const post = (path: string, body: unknown): Promise<Answer> => ask(url, path, headers, 'POST', JSON.stringify(body))
  const look = async (): Promise<Desk> => JSON.parse((await ask(url, `/api/desk/${slug}`)).body) as Desk
  return {
    url,
    look,
    post,
    edit: async (edit: DeskEdit, seen?: Record<string, string>) => post(`/api/desk/${slug}/edit`, { edit, seen: seen ?? (await look()).seen }),
    undo: () => post('/api/desk-undo', { issue: slug }),
    redo: () => post('/api/desk-redo', { issue: slug }),
    text: (file: string) => readFileSync(join(root, file), 'utf8'),
  }
}

const arrangement = ({ sections }: Desk): string[][] => sections.map(({ name, stories }) => [name, ...stories.map(({ slug }) => slug)])

describe('the desk', () => {
  it('moves, takes in and drops stories, and writes only their lines', async () => {
    const { edit, text, look } = await desk(sampleFolder(), '2026-w47')
    const before = text(listed)
    expect((await edit({ kind: 'place', story: seals, section: 'Harbour', index: 0 })).status).toBe(200)
    expect(text(listed)).toBe(before.replace(`    - ${ferry}\n    - ${seals}\n`, `    - ${seals}\n    - ${ferry}\n`))
    const answer = await edit({ kind: 'place', story: seals, section: 'Energy', index: 1 })
    expect(arrangement(JSON.parse(answer.body) as Desk)[1]).toEqual(['Energy', '2026-11-17-a-battery-in-the-grain-silo', seals, '2026-11-13-when-the-meter-blinks-twice'])
    expect((await edit({ kind: 'drop', story: '2026-11-14-night-buses' })).status).toBe(200)
    expect(text(listed)).not.toContain('night-buses')
    expect((await look()).tray.map(({ slug }) => slug)).toContain('2026-11-14-night-buses')
    expect((await edit({ kind: 'place', story: '2026-11-14-night-buses', section: 'Harbour', index: 9 })).status).toBe(200)
    expect(text(listed)).toContain(`    - ${ferry}\n    - 2026-11-14-night-buses\n`)
    expect(text(listed).split('---\n')[2]).toBe(before.split('---\n')[2])
  })

  it('turns an issue that chooses by itself into a list with the first move, and back by undo', async () => {
    const { edit, text, look, undo } = await desk(sampleFolder(), '2026-w48')
    const before = text(automatic)
    const shown = await look()
    expect(shown.choice).toBe('automatic')
    expect((await edit({ kind: 'drop', story: '2026-11-24-forty-benches' })).status).toBe(200)
    const after = await look()
    expect(after.choice).toBe('list')
    expect(arrangement(after)).toEqual(arrangement(shown).map((row) => row.filter((slug) => slug !== '2026-11-24-forty-benches')))
    expect((await undo()).status).toBe(200)
    expect(text(automatic)).toBe(before)
  })

  it('keeps the story that opens the issue when another one moves', async () => {
    const root = newsletterFolder({
      'content/newsletter.yaml': 'name: The Quay\nsections: [Sea, Land]\nfrom:\n  name: The Quay\n  address: news@quay.example\n',
      'content/issues/2026-w48.md': '---\ndate: 2026-11-26\narticles: [farm, boat, wave]\n---\n',
      'content/articles/farm.md': article('Farm', 'date: 2026-11-20\nsection: Land\n'),
      'content/articles/boat.md': article('Boat', 'date: 2026-11-20\nsection: Sea\n'),
      'content/articles/wave.md': article('Wave', 'date: 2026-11-20\nsection: Sea\n'),
    })
    const { edit, look } = await desk(root, '2026-w48')
    expect((await edit({ kind: 'place', story: 'wave', section: 'Land', index: 1 })).status).toBe(200)
    const shown = await look()
    expect(arrangement(shown)).toEqual([['Sea', 'boat'], ['Land', 'farm', 'wave']])
    expect(shown.sections.flatMap(({ stories }) => stories).find(({ lead }) => lead)?.slug).toBe('farm')
  })

  it('leaves an issue empty when its last story is dropped, rather than with everything', async () => {
    const root = newsletterFolder({ 'content/issues/2026-w48.md': '---\ndate: 2026-11-26\n---\n', 'content/articles/boat.md': article('Boat', 'date: 2026-11-20\n') })
    const { edit, look, text, undo } = await desk(root, '2026-w48')
    expect((await edit({ kind: 'drop', story: 'boat' })).status).toBe(200)
    expect(text('content/issues/2026-w48.md')).toBe('---\ndate: 2026-11-26\narticles: []\n---\n')
    const shown = await look()
    expect(shown.sections.flatMap(({ stories }) => stories)).toEqual([])
    expect(shown.tray.map(({ slug }) => slug)).toEqual(['boat'])
    expect((await undo()).status).toBe(200)
  })

  it('makes the file of an issue that had none, and takes it away again', async () => {
    const root = newsletterFolder({ 'content/articles/boat.md': article('Boat', 'date: 2026-11-20\n') })
    const { url } = await preview(root)
    const { current } = JSON.parse((await ask(url, '/api/overview')).body) as { current: string }
    const { edit, look, undo, text } = await desk(root, current)
    expect((await look()).exists).toBe(false)
    expect((await edit({ kind: 'subject', text: 'All about the boat' })).status).toBe(200)
    expect(text(`content/issues/${current}.md`)).toBe('---\nsubject: All about the boat\n---\n\n')
    expect((await undo()).status).toBe(200)
    expect(existsSync(join(root, `content/issues/${current}.md`))).toBe(false)
    expect((await look()).exists).toBe(false)
  })

  it('writes blurb, title, subject and preheader in place, each undone on its own', async () => {
    const { edit, text, look, undo, redo } = await desk(sampleFolder(), '2026-w48')
    const file = 'content/articles/2026-11-24-forty-benches.md'
    const [article, issue] = [text(file), text(automatic)]
    await edit({ kind: 'blurb', story: '2026-11-24-forty-benches', text: 'Forty benches,\n *none* in the shade.' })
    expect(text(file)).toContain('blurb: Forty benches, *none* in the shade.\n')
    const shown = (await look()).sections.flatMap(({ stories }) => stories).find(({ slug }) => slug === '2026-11-24-forty-benches')
    expect(shown?.blurb).toMatchObject({ text: 'Forty benches, none in the shade.', words: 6, method: 'editor', source: 'Forty benches, *none* in the shade.' })
    await edit({ kind: 'title', story: '2026-11-24-forty-benches', text: 'Forty benches: a count' })
    expect(text(file)).toContain(`title: "Forty benches: a count"\n`)
    await edit({ kind: 'subject', text: 'Wall, street, library' })
    await edit({ kind: 'preheader', text: 'Three things measured again' })
    expect(text(automatic)).toContain('subject: Wall, street, library\npreheader: Three things measured again\n---\n')
    expect((await look()).history.done).toHaveLength(4)
    for (let count = 0; count < 4; count++) expect((await undo()).status).toBe(200)
    expect([text(file), text(automatic)]).toEqual([article, issue])
    expect((await undo()).status).toBe(404)
    expect((await redo()).status).toBe(200)
    expect((await look()).history.diff).toMatchObject([{ file, stretches: [[{}, {}, { kind: 'in', text: 'blurb: Forty benches, *none* in the shade.' }, {}, {}]] }])
  })

  it('features one story and no other', async () => {
    const { edit, look, text, undo } = await desk(sampleFolder(), '2026-w48')
    const before = (await look()).sections.flatMap(({ stories }) => stories)
    const featured = before.filter((story) => story.featured)
    const wanted = before.find((story) => !story.featured && !story.sponsored && !story.lead)
    expect(wanted).toBeDefined()
    const files = [...featured.map(({ file }) => file), wanted?.file ?? '']
    const texts = files.map(text)
    expect((await edit({ kind: 'feature', story: wanted?.slug ?? '', on: true })).status).toBe(200)
    const after = (await look()).sections.flatMap(({ stories }) => stories)
    expect(after.filter((story) => story.lead).map(({ slug }) => slug)).toEqual([wanted?.slug])
    expect(after.filter((story) => story.featured).map(({ slug }) => slug)).toEqual([wanted?.slug])
    expect((await undo()).status).toBe(200)
    expect(files.map(text)).toEqual(texts)
  })

  it('measures a blurb as the check counts it', async () => {
    const { post } = await desk(sampleFolder(), '2026-w48')
    expect(JSON.parse((await post('/api/desk-measure', { text: 'A [link](https://example.com) and *three* words' })).body)).toEqual({ text: 'A link and three words', words: 5 })
  })
})

describe('the words of a story', () => {
  const bike = '2026-11-20-a-winter-bike-for-a-week'
  const story = async (url: string, slug: string): Promise<StoryText> => JSON.parse((await ask(url, `/api/desk/2026-w48/story/${slug}`)).body) as StoryText

  it('come with blurbs to choose and where in the article each was taken from', async () => {
    const { url } = await desk(sampleFolder(), '2026-w48')
    const { article: body, offered } = await story(url, bike)
    expect(offered.map(({ kind }) => kind)).toEqual(['best', 'shorter', 'lead', 'different'])
    for (const { kind, text, words, marks } of offered) {
      expect(marks.map(({ start, end }) => body.slice(start, end)).join(' ').replaceAll(/[*_]/g, ''), kind).toBe(text)
      expect(words).toBeLessThanOrEqual(45)
    }
    expect(offered.map(({ source }) => source === '')).toEqual([true, false, false, false])
  })

  it('begin with the own words of the editor, and write what Gazette takes only where it takes it', async () => {
    const root = sampleFolder()
    const { url, edit, text } = await desk(root, '2026-w48')
    await edit({ kind: 'blurb', story: bike, text: 'Mine, *all* mine.' })
    const [first, ...others] = (await story(url, bike)).offered
    expect(first).toEqual({ kind: 'written', text: 'Mine, all mine.', source: 'Mine, *all* mine.', words: 3, marks: [] })
    expect(others.map(({ kind }) => kind)).toEqual(['best', 'shorter', 'lead', 'different'])
    const yaml = text('content/newsletter.yaml')
    writeFileSync(join(root, 'content/newsletter.yaml'), yaml.replace('  words: 45\n', '  words: 45\n  method: lead\n'))
    await eventually(async () => {
      expect((await story(url, bike)).offered.find(({ kind }) => kind === 'best')?.source).not.toBe('')
    })
    expect((await ask(url, '/api/desk/2026-w48/story/no-such-story')).status).toBe(404)
    expect((await ask(url, '/api/desk/2026-w48/story/..%2f..%2fnewsletter')).status).toBe(404)
  })
})

describe('a file that is not as the page saw it', () => {
  it('is not written, and the edit says so', async () => {
    const root = sampleFolder()
    const { edit, look, text } = await desk(root, '2026-w47')
    const { seen } = await look()
    const changed = text(listed).replace('number: 61', 'number: 61 # somebody else')
    writeFileSync(join(root, listed), changed)
    const refused = await edit({ kind: 'place', story: seals, section: 'Harbour', index: 0 }, seen)
    expect([refused.status, refused.body]).toEqual([409, expect.stringContaining(`${listed} was changed elsewhere`)])
    expect(text(listed)).toBe(changed)
    expect((await edit({ kind: 'place', story: seals, section: 'Harbour', index: 0 })).status).toBe(200)
    expect(text(listed)).toContain('# somebody else')
  })

  it('is not undone over what somebody else wrote', async () => {
    const root = sampleFolder()
    const { edit, undo, text } = await desk(root, '2026-w47')
    await edit({ kind: 'drop', story: seals })
    writeFileSync(join(root, listed), `${text(listed)}\nMore.\n`)
    const changed = text(listed)
    expect((await undo()).status).toBe(409)
    expect(text(listed)).toBe(changed)
  })

  it('is none of two when both write at once', async () => {
    const { edit, look } = await desk(sampleFolder(), '2026-w47')
    const { seen } = await look()
    const both = await Promise.all([edit({ kind: 'drop', story: seals }, seen), edit({ kind: 'drop', story: ferry }, seen)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('keeps its byte order mark, its line ends and its permissions', async () => {
    const root = sampleFolder()
    const path = join(root, listed)
    const odd = `\ufeff${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}`
    writeFileSync(path, odd)
    chmodSync(path, 0o600)
    const { edit, text } = await desk(root, '2026-w47')
    expect((await edit({ kind: 'subject', text: 'The ferry' })).status).toBe(200)
    expect(text(listed)).toBe(odd.replace('The quietest ferry in the harbour', 'The ferry'))
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('is left alone when it cannot be edited safely', async () => {
    const root = sampleFolder()
    const { edit, text } = await desk(root, '2026-w48')
    const file = 'content/articles/2026-11-24-forty-benches.md'
    writeFileSync(join(root, file), text(file).replace(/^title: (.*)$/m, 'title: &name $1'))
    const before = text(file)
    const refused = await edit({ kind: 'title', story: '2026-11-24-forty-benches', text: 'Other' })
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('title is not a plain value')])
    expect(text(file)).toBe(before)
  })
})

describe('an attack on the desk', () => {
  it('needs the token, the origin, the host and JSON', async () => {
    const { url, look, text } = await desk(sampleFolder(), '2026-w47')
    const { seen } = await look()
    const before = text(listed)
    const token = await tokenOf(url)
    const good = { 'content-type': 'application/json', 'x-gazette-token': token }
    const body = JSON.stringify({ edit: { kind: 'drop', story: seals }, seen })
    const bad: Record<string, string>[] = [
      { 'content-type': 'application/json' },
      { ...good, 'x-gazette-token': 'x' },
      { ...good, host: 'evil.example' },
      { ...good, origin: 'https://evil.example' },
      { ...good, origin: 'null' },
      { ...good, 'sec-fetch-site': 'cross-site' },
      { ...good, 'sec-fetch-site': 'same-site' },
    ]
    for (const path of ['/api/desk/2026-w47/edit', '/api/desk-undo', '/api/desk-redo', '/api/desk-measure']) {
      for (const headers of bad) expect((await ask(url, path, headers, 'POST', body)).status, JSON.stringify(headers)).toBe(403)
      expect((await ask(url, path, { ...good, 'content-type': 'text/plain' }, 'POST', body)).status).toBe(415)
      expect((await ask(url, path, good, 'PUT', body)).status).toBe(405)
    }
    expect(text(listed)).toBe(before)
  })

  it('reaches no file that the index does not hold', async () => {
    const root = sampleFolder()
    const { post, look, edit, text } = await desk(root, '2026-w47')
    writeFileSync(join(root, 'secret.md'), '---\ntitle: Secret\n---\n')
    const { seen } = await look()
    for (const slug of ['../newsletter', '..%2fnewsletter', '%2e%2e%2f%2e%2e%2fsecret', 'no-such-issue', '__proto__']) {
      expect((await post(`/api/desk/${slug}/edit`, { edit: { kind: 'subject', text: 'x' }, seen })).status, slug).toBe(404)
    }
    for (const story of ['../../secret', 'secret', '../articles/2026-11-14-night-buses', 'constructor']) {
      for (const edit of [{ kind: 'title', story, text: 'x' }, { kind: 'blurb', story, text: 'x' }, { kind: 'feature', story, on: true }, { kind: 'place', story, section: 'Harbour', index: 0 }]) {
        expect((await post('/api/desk/2026-w47/edit', { edit, seen: { ...seen, 'secret.md': '' } })).status, story).toBe(404)
      }
    }
    expect(text('secret.md')).toContain('Secret')
    expect((await edit({ kind: 'place', story: seals, section: '../x', index: 0 })).status).toBe(404)
  })

  it('writes through no link to a file elsewhere', async () => {
    const root = sampleFolder()
    const file = 'content/articles/2026-11-24-forty-benches.md'
    renameSync(join(root, file), join(root, 'elsewhere.md'))
    symlinkSync(join(root, 'elsewhere.md'), join(root, file))
    const { edit, look, text } = await desk(root, '2026-w48')
    const { seen } = await look()
    const refused = await edit({ kind: 'blurb', story: '2026-11-24-forty-benches', text: 'Mine.' }, seen)
    expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('is a link to another file')])
    expect(text('elsewhere.md')).not.toContain('Mine.')
    rmSync(join(root, file))
  })

  it('cannot be of another shape, or put lines into front matter', async () => {
    const { post, edit, text, look } = await desk(sampleFolder(), '2026-w47')
    const { seen } = await look()
    const wrong = [null, {}, { seen }, { edit: { kind: 'write', file: listed, text: '' }, seen }, { edit: { kind: 'subject', text: 1 }, seen }, { edit: { kind: 'subject', text: 'x', file: '/etc/passwd' }, seen }, { edit: { kind: 'subject', text: 'x'.repeat(6000) }, seen }, { edit: { kind: 'place', story: seals, section: 'Harbour', index: -1 }, seen }]
    for (const body of wrong) expect((await post('/api/desk/2026-w47/edit', body)).status).toBe(400)
    expect((await edit({ kind: 'subject', text: 'One\n---\nurl: x\u2028"two": [a, #b' })).status).toBe(200)
    expect((await look()).subject.written).toBe('One --- url: x "two": [a, #b')
    expect(text(listed).match(/^---$/gm)).toHaveLength(2)
  })

  it('is not there for other machines', async () => {
    const { createApp } = await import('../../src/preview/app.ts')
    const { uiFolder } = await import('../../src/preview/run.ts')
    const { session } = await preview(sampleFolder())
    const shared = createApp(session, { hosts: new Set(['phone.test']), token: '', readOnly: true, key: 'k' }, uiFolder)
    const headers = { host: 'phone.test', cookie: 'gazette_key=k', 'content-type': 'application/json', 'x-gazette-token': '' }
    expect((await shared.request('http://phone.test/api/overview', { headers })).status).toBe(200)
    expect((await shared.request('http://phone.test/api/desk/2026-w47', { headers })).status).toBe(404)
    for (const path of ['/api/desk/2026-w47/edit', '/api/desk-undo', '/api/desk-measure', '/api/open']) {
      expect((await shared.request(`http://phone.test${path}`, { method: 'POST', headers, body: '{}' })).status, path).toBe(403)
    }
  })
})
