import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { article, minimalNewsletter, newsletterFolder } from '../support/newsletter-folder.ts'

const issue = '---\ndate: 2026-11-26\narticles: [2026-11-20-cranes, 2026-11-21-organ]\n---\n\nGood morning.\n'
const good = {
  'content/articles/2026-11-20-cranes.md': article('The cranes come down'),
  'content/articles/2026-11-21-organ.md': article('An organ for the fish market'),
  'content/issues/2026-w48.md': issue,
}

describe('gazette build', () => {
  it('writes the four files, and names them and the next command', async () => {
    const root = newsletterFolder(good)
    const run = await gazette(['build'], { cwd: root })
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toMatch(/^Wrote out\/2026-w48\/\n/)
    expect(run.stdout).toContain('Next: ')
    expect(readdirSync(join(root, 'out/2026-w48')).toSorted()).toEqual(['index.html', 'message.eml', 'message.txt', 'report.json'])
    const html = readFileSync(join(root, 'out/2026-w48/index.html'), 'utf8')
    expect(html).toContain('The cranes come down')
    expect(html).toContain('An organ for the fish market')
    expect(JSON.parse(readFileSync(join(root, 'out/2026-w48/report.json'), 'utf8'))).toMatchObject({
      issue: { slug: '2026-w48', subject: 'The cranes come down' },
      stories: [{ slug: '2026-11-20-cranes', lead: true }, { slug: '2026-11-21-organ', lead: false }],
    })
  })

  it('builds the same bytes again from the same content', async () => {
    const root = newsletterFolder(good)
    const read = (): Record<string, string> =>
      Object.fromEntries(readdirSync(join(root, 'out/2026-w48')).map((name) => [name, readFileSync(join(root, 'out/2026-w48', name), 'utf8')]))
    await gazette(['build'], { cwd: root })
    const first = read()
    await gazette(['build'], { cwd: root })
    expect(read()).toEqual(first)
  })

  it('builds the newest issue, the one named, or all of them', async () => {
    const root = newsletterFolder({ ...good, 'content/issues/2026-w47.md': '---\ndate: 2026-11-20\narticles: [2026-11-20-cranes]\n---\n' })
    expect(documentOf(await gazette(['build', '--json'], { cwd: root })).data).toMatchObject({ issue: '2026-w48' })
    expect(documentOf(await gazette(['build', '2026-w47', '--json'], { cwd: root })).data).toMatchObject({ issue: '2026-w47' })
    expect(documentOf(await gazette(['build', '--all', '--json'], { cwd: root })).data).toMatchObject([{ issue: '2026-w47' }, { issue: '2026-w48' }])
  })

  it('works on another folder and writes where it is told', async () => {
    const root = newsletterFolder(good)
    const elsewhere = newsletterFolder()
    const run = await gazette(['build', '-C', root, '--out', 'site'], { cwd: elsewhere })
    expect(run.code).toBe(0)
    expect(existsSync(join(elsewhere, 'site/2026-w48/index.html'))).toBe(true)
    expect(existsSync(join(root, 'out'))).toBe(false)
  })

  it('stops after a stage and prints what it made', async () => {
    const root = newsletterFolder(good)
    const run = await gazette(['build', '--until', 'expand'], { cwd: root })
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/^\s*<mjml/)
    expect(existsSync(join(root, 'out'))).toBe(false)
    expect((await gazette(['build', '--until', 'expnad'], { cwd: root })).stderr).toContain('did you mean expand?')
  })

  it('writes the expanded MJML when asked', async () => {
    const root = newsletterFolder(good)
    await gazette(['build', '--emit', 'mjml'], { cwd: root })
    expect(readFileSync(join(root, 'out/2026-w48/issue.mjml'), 'utf8')).toContain('<mj-body')
  })

  it('tells the time of each stage with --verbose', async () => {
    const run = await gazette(['build', '--verbose'], { cwd: newsletterFolder(good) })
    expect(run.stderr).toMatch(/mjml +\d+\.\d ms/)
  })

  it('drafts an issue of the newest articles when there is none', async () => {
    const root = newsletterFolder({ 'content/articles/2026-11-20-cranes.md': article('The cranes come down') })
    const run = await gazette(['build', '--json'], { cwd: root })
    expect(run.code).toBe(0)
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-C018', severity: 'warning' }])
  })
})

describe('gazette build on bad input', () => {
  it.each<[string, Record<string, string | Uint8Array | undefined>, string, number]>([
    ['no newsletter.yaml', { 'content/newsletter.yaml': undefined }, 'GZ-N001', 2],
    ['an unknown setting', { 'content/newsletter.yaml': `${minimalNewsletter}sectons: [News]\n` }, 'GZ-N003', 2],
    ['no articles folder', {}, 'GZ-C012', 1],
    ['an empty articles folder', { 'content/articles/.keep': '' }, 'GZ-C012', 1],
    ['no article that fits', { ...good, 'content/issues/2026-w48.md': '---\ndate: 2020-01-01\n---\n' }, 'GZ-S002', 1],
    ['bytes that are not UTF-8', { ...good, 'content/articles/2026-11-20-cranes.md': Buffer.from([0x2d, 0x0a, 0xff, 0xfe]) }, 'GZ-C010', 1],
    ['an article of more than 10 MB', { ...good, 'content/articles/2026-11-20-cranes.md': Buffer.alloc(10 * 1024 * 1024 + 1, 97) }, 'GZ-C011', 1],
    ['front matter that runs code', { ...good, 'content/articles/2026-11-20-cranes.md': '---js\nprocess.exit(9)\n---\n' }, 'GZ-C002', 1],
    ['an unknown section', { ...good, 'content/newsletter.yaml': `${minimalNewsletter}sections: [News]\n`, 'content/articles/2026-11-21-organ.md': article('Organ', 'section: Nwes\n') }, 'GZ-C008', 1],
    ['two files of one slug', { ...good, 'content/articles/more/2026-11-20-cranes.md': article('Again') }, 'GZ-C007', 1],
    ['an unknown template', { ...good, 'content/newsletter.yaml': `${minimalNewsletter}template: clasic\n` }, 'GZ-T001', 1],
    ['a broken template', { ...good, 'content/newsletter.yaml': `${minimalNewsletter}template: own\n`, 'templates/own/issue.mjml.hbs': '<mjml>{{#each sections}}</mjml>', 'templates/own/text.hbs': '' }, 'GZ-T002', 1],
  ])('%s', async (_what, files, code, exit) => {
    const root = newsletterFolder(files)
    const run = await gazette(['build', '--json'], { cwd: root })
    expect(documentOf(run).diagnostics.filter(({ severity }) => severity === 'error').map((finding) => finding.code)).toEqual([code])
    expect(run.code).toBe(exit)
    expect(existsSync(join(root, 'out'))).toBe(false)
  })

  it('takes an article with a byte order mark and CRLF, and one of 5 MB', async () => {
    const long = `---\ntitle: Long\n---\n\n${'The harbour crane was moved in eleven pieces. '.repeat(110_000)}`
    const root = newsletterFolder({ ...good, 'content/articles/2026-11-20-cranes.md': `\ufeff${article('Cranes').replaceAll('\n', '\r\n')}`, 'content/articles/2026-11-21-organ.md': long })
    const run = await gazette(['build', '--json'], { cwd: root })
    expect(documentOf(run).diagnostics).toEqual([])
    expect(run.code).toBe(0)
  })

  it('reports the problems of articles, issue and template together, each at its place', async () => {
    const root = newsletterFolder({
      ...good,
      'content/newsletter.yaml': `${minimalNewsletter}template: own\n`,
      'content/articles/2026-11-21-organ.md': article('Organ', 'date: soon\n'),
      'content/issues/2026-w48.md': issue.replace('2026-11-21-organ', '2026-11-21-organ, nowhere'),
      'templates/own/issue.mjml.hbs': '<mjml><mj-body>\n{{issue.subjekt}}\n</mj-body></mjml>',
      'templates/own/text.hbs': 'x',
    })
    const { diagnostics } = documentOf(await gazette(['build', '--json'], { cwd: root }))
    expect(diagnostics.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['GZ-C006', 'content/articles/2026-11-21-organ.md', 3],
      ['GZ-S001', 'content/issues/2026-w48.md', 3],
      ['GZ-T003', 'templates/own/issue.mjml.hbs', 2],
    ])
  })

  it('leaves the previous output whole when the content breaks', async () => {
    const root = newsletterFolder(good)
    await gazette(['build'], { cwd: root })
    const before = readFileSync(join(root, 'out/2026-w48/index.html'), 'utf8')
    writeFileSync(join(root, 'content/articles/2026-11-20-cranes.md'), '---\ntitle: [\n---\n')
    const run = await gazette(['build'], { cwd: root })
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/content\/articles\/2026-11-20-cranes\.md:\d+:\d+ {2}error {2}GZ-C001/)
    expect(readFileSync(join(root, 'out/2026-w48/index.html'), 'utf8')).toBe(before)
  })

  it('says in one line that the output folder cannot be written, and exits with 4', async () => {
    const root = newsletterFolder({ ...good, out: 'a file where the folder should be' })
    const run = await gazette(['build', '--json'], { cwd: root })
    expect(run.code).toBe(4)
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-E002' }])
  })

  it.skipIf(process.getuid?.() === 0)('cannot read an article without permission', async () => {
    const root = newsletterFolder(good)
    chmodSync(join(root, 'content/articles/2026-11-20-cranes.md'), 0)
    const run = await gazette(['build', '--json'], { cwd: root })
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-E001', file: 'content/articles/2026-11-20-cranes.md' }])
  })

  it('does not take a folder for an article', async () => {
    const root = newsletterFolder({ ...good, 'content/articles/2026-11-20-cranes.md': undefined })
    mkdirSync(join(root, 'content/articles/2026-11-20-cranes.md'))
    const run = await gazette(['build', '--json'], { cwd: root })
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-S001', line: 3 }])
  })

  it('leaves content that tries to break out where it is, as text', async () => {
    const hostile = '{{name}} </mj-text><mj-include path="/etc/passwd"/> <script>alert(1)</script> &lt; 🙂 مرحبا'
    const root = newsletterFolder({
      ...good,
      'content/articles/2026-11-20-cranes.md': `---\ntitle: '${hostile}'\nblurb: '${hostile}'\n---\n\n${hostile}\n`,
    })
    const run = await gazette(['build', '--json'], { cwd: root })
    expect(run.code).toBe(0)
    const html = readFileSync(join(root, 'out/2026-w48/index.html'), 'utf8')
    expect(html).not.toMatch(/<script|<mj-|root:/)
    expect(html).toContain('{{name}} &lt;/mj-text&gt;')
    const text = readFileSync(join(root, 'out/2026-w48/message.txt'), 'utf8').replace(/\s+/g, ' ')
    expect(text).toContain('{{name}} </mj-text><mj-include path="/etc/passwd"/>')
  })
})
