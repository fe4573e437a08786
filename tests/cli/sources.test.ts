import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseNewsletter } from '../../src/config/load.io.ts'
import { documentOf, gazette } from '../support/cli.ts'
import { minimalNewsletter, newsletterFolder } from '../support/newsletter-folder.ts'

const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Subscriptions & more</title></head><body>
<outline text="Harbour"><outline type="rss" text="The Lock Keeper" title="The Lock Keeper" xmlUrl="https://lock.example/feed" htmlUrl="https://lock.example/"/>
<outline type="rss" text="Moor & Valley" xmlUrl="https://moor.example/rss?x=1&amp;y=2"/></outline>
<outline text="Elsewhere"><outline text="Deeper"><outline text="The Lock Keeper" xmlUrl="feed:https://other.example/atom" category="/x/More"/></outline></outline>
<outline text="Again" xmlUrl="http://www.lock.example/feed/"/><outline text="Local" xmlUrl="file:///etc/passwd"/><outline text="A note"/></body></opml>`

const yaml = `# The newsletter.
name: The Harbour Review
from:
  address: news@harbour.example # ours

sections: [Harbour, More]
sources:
    # Mine since ever.
    - https://mine.example/feed   # good
    - name: Known
      url: https://moor.example/rss?y=2&x=1
# The look.
template: classic
`

describe('gazette sources import', () => {
  it('adds the feeds of an OPML file, in the sections that its folders are called like, and keeps the comments', async () => {
    const root = newsletterFolder({ 'content/newsletter.yaml': yaml, 'subs.opml': opml })
    const run = await gazette(['sources', 'import', 'subs.opml', '--json'], { cwd: root })
    expect(run.code).toBe(0)
    const { data, diagnostics } = documentOf(run)
    expect(data).toEqual({
      known: 2,
      added: [
        { name: 'The Lock Keeper', url: 'https://lock.example/feed', section: 'Harbour' },
        { url: 'https://other.example/atom', section: 'More' },
      ],
    })
    expect(diagnostics.map(({ code }) => code)).toEqual(['GZ-I029'])
    const text = readFileSync(join(root, 'content/newsletter.yaml'), 'utf8')
    expect(text).toBe(yaml.replace('# The look.', '    - {name: The Lock Keeper, url: https://lock.example/feed, section: Harbour}\n    - {url: https://other.example/atom, section: More}\n# The look.'))
    expect(parseNewsletter(text).newsletter?.sources).toHaveLength(4)
    const again = await gazette(['sources', 'import', 'subs.opml'], { cwd: root })
    expect([again.code, again.stdout.split('\n')[0]]).toEqual([0, 'Nothing to add: 4 sources are there already'])
    expect(readFileSync(join(root, 'content/newsletter.yaml'), 'utf8')).toBe(text)
  })

  it('makes the key where there is none, among its neighbours', async () => {
    const root = newsletterFolder({ 'content/newsletter.yaml': '# top\nname: X\nfrom: {address: a@x.example}\nsections: [News] # two\ntemplate: classic\n', 'subs.opml': opml })
    const run = await gazette(['sources', 'import', 'subs.opml'], { cwd: root })
    expect(run.stdout).toContain('Wrote 3 sources to content/newsletter.yaml; 1 was there already')
    const text = readFileSync(join(root, 'content/newsletter.yaml'), 'utf8')
    expect(text).toMatch(/^# top\nname: X\nfrom: \{address: a@x\.example\}\nsections: \[News\] # two\nsources:\n {2}- \{name: The Lock Keeper, .*\}\n/)
    expect(text).toMatch(/\ntemplate: classic\n$/)
  })

  it.each([
    ['no OPML', 'x.opml', '<rss/>', 1, 'GZ-I027'],
    ['a list of nothing', 'x.opml', '<opml><body/></opml>', 1, 'GZ-I027'],
    ['a file that is not there', 'y.opml', '', 2, 'GZ-U004'],
  ])('refuses %s and leaves newsletter.yaml alone', async (_what, file, content, code, finding) => {
    const root = newsletterFolder({ 'x.opml': content })
    const run = await gazette(['sources', 'import', file], { cwd: root })
    expect([run.code, run.stderr.includes(finding)]).toEqual([code, true])
    expect(readFileSync(join(root, 'content/newsletter.yaml'), 'utf8')).toBe(minimalNewsletter)
  })

  it('does not touch a newsletter.yaml that has problems', async () => {
    const root = newsletterFolder({ 'subs.opml': opml })
    writeFileSync(join(root, 'content/newsletter.yaml'), 'name: X\nsorces: []\n')
    expect((await gazette(['sources', 'import', 'subs.opml'], { cwd: root })).code).toBe(2)
    expect(readFileSync(join(root, 'content/newsletter.yaml'), 'utf8')).toBe('name: X\nsorces: []\n')
  })

  it('says what it needs', async () => {
    const root = newsletterFolder()
    const bare = await gazette(['sources', 'import'], { cwd: root })
    const wrong = await gazette(['sources', 'imprt', 'x'], { cwd: root })
    expect([bare.code, wrong.code, wrong.stderr.includes('did you mean import?')]).toEqual([2, 2, true])
  })
})

describe('gazette sources', () => {
  it('lists them, and when each was read last', async () => {
    const feed = '<rss><channel><title>The Post</title></channel></rss>'
    const root = newsletterFolder({ 'content/newsletter.yaml': `${minimalNewsletter}sections: [News]\nsources:\n  - {file: post.xml, section: News}\n  - {name: Locks, url: "https://lock.example/feed"}\n`, 'post.xml': feed })
    await gazette(['pull', 'post.xml'], { cwd: root })
    const { stdout } = await gazette(['sources'], { cwd: root })
    expect(stdout).toMatch(/^post\.xml {2}"The Post", in News, read \d{4}-\d\d-\d\d \d\d:\d\d UTC\nLocks {5}https:\/\/lock\.example\/feed, not read yet\nNext: gazette pull\n$/)
  })

  it('says how to get some where there are none', async () => {
    const { code, stdout } = await gazette(['sources'], { cwd: newsletterFolder() })
    expect([code, stdout.includes('gazette sources import')]).toEqual([0, true])
  })
})

describe('sources in newsletter.yaml', () => {
  it.each([
    ['- {url: "https://x.example/", section: Nwes}', 'sources[0].section must be one of the sections of the newsletter, got "Nwes"'],
    ['- {name: x}', 'sources[0] needs either `url` or `file`'],
    ['- ftp://x.example/', 'sources[0]'],
    ['- {url: "https://x.example/", since: soon}', 'sources[0].since must be a length of time such as 14d, or a day such as 2026-11-01, got "soon"'],
    ['- {url: "https://x.example/", limit: 0}', 'sources[0].limit must be at least 0'],
    ['- {url: "https://x.example/", name: A}\n  - {url: "https://y.example/", name: a}', 'sources[1].name is the name of another source already'],
  ])('%s', (text, message) => {
    const { diagnostics } = parseNewsletter(`${minimalNewsletter}sections: [News]\nsources:\n  ${text}\n`)
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]?.message).toContain(message)
    expect(diagnostics[0]?.line).toBeGreaterThan(6)
  })
})
