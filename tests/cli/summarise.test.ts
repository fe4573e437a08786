import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { modelServer } from '../support/model-server.ts'
import { article, minimalNewsletter, newsletterFolder } from '../support/newsletter-folder.ts'

const body =
  'The harbour cranes of Quayton moved again on Tuesday, nine days after the storm bent two of them. Crews had worked in three shifts to straighten the rails. The port expects forty ships before the end of the month. Fishing boats were the first to leave, with a pilot aboard each of them.'

describe('gazette summarise', () => {
  it('prints the blurb and nothing else', async () => {
    const run = await gazette(['summarise', '--words', '20', '-'], { input: `# Cranes\n\n${body}` })
    expect(run.code).toBe(0)
    expect(body).toContain(run.stdout.trim())
    expect(run.stdout.trim().split(' ').length).toBeLessThanOrEqual(20)
    expect(run.stderr).toContain('Next: ')
  })

  it('finds the language of a text that names none', async () => {
    const run = await gazette(['summarise', '--json', '-'], { input: 'Le port est resté fermé pendant neuf jours après la tempête de mardi.' })
    expect(documentOf(run).data).toMatchObject({ lang: 'fr' })
  })

  it('reads and writes JSON Lines, and says which line it could not read', async () => {
    const lines = [JSON.stringify({ id: 'a', title: '', text: body }), '{"id": 7}', JSON.stringify({ id: 8, title: '', text: '港は静かだった。船が来た。' })]
    const run = await gazette(['summarise', '--batch'], { input: lines.join('\n') })
    expect(run.code).toBe(1)
    const blurbs = run.stdout.trim().split('\n').map((line) => JSON.parse(line) as unknown)
    expect(blurbs).toMatchObject([{ id: 'a' }, { id: 8, blurb: '港は静かだった。船が来た。' }])
    expect(run.stderr).toContain('standard input:2')
  })

  it('offers candidates, each with the places of its sentences', async () => {
    const root = newsletterFolder({ 'pier.md': `---\ntitle: Cranes\n---\n\n${body}\n` })
    const run = await gazette(['summarise', '--candidates', '--words', '40', '--json', '-C', root, 'pier.md'])
    const { candidates } = documentOf(run).data as { candidates: { kind: string; text: string; sentences: { start: number; end: number }[] }[] }
    expect(candidates[0]?.kind).toBe('best')
    expect(new Set(candidates.map(({ text }) => text)).size).toBe(candidates.length)
    const read = await gazette(['summarise', '--candidates', '--words', '40', '-C', root, 'pier.md'])
    for (const { kind, text } of candidates) expect(read.stdout).toContain(`${kind} (${String(text.split(' ').length)} words)\n${text}`)
  })

  it.each([
    [['--candidates', '--batch'], '--candidates and --batch'],
    [['--words', 'many', '-'], '--words'],
    [['--method', 'magic', '-'], 'extractive, lead, model'],
    [[], 'name a file'],
  ])('refuses %j', async (args, reason) => {
    const run = await gazette(['summarise', ...args])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain(reason)
  })
})

describe('gazette summarise --method model', () => {
  const good = 'The cranes of Quayton moved again on Tuesday, nine days after the storm.'

  it('asks the model of the environment, or of .env, and keeps its answers', async () => {
    const server = await modelServer(good)
    const root = newsletterFolder()
    writeFileSync(join(root, '.env'), `GAZETTE_MODEL_URL=${server.url}\nGAZETTE_MODEL=small\nGAZETTE_MODEL_KEY=secret\n`)
    const run = () => gazette(['summarise', '--method', 'model', '-C', root, '-'], { input: body })
    const first = await run()
    expect(first.stdout.trim()).toBe(good)
    expect((await run()).stdout).toBe(first.stdout)
    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]?.authorization).toBe('Bearer secret')
    expect(first.stdout + first.stderr).not.toContain('secret')
  })

  it('shows the span that was refused, and prints the extractive blurb', async () => {
    const server = await modelServer('The cranes of Quayton moved again on Friday, nine days after the storm.')
    const run = await gazette(['summarise', '--method', 'model', '-C', newsletterFolder(), '-'], { input: body, env: { GAZETTE_MODEL_URL: server.url, GAZETTE_MODEL: 'small' } })
    expect(run.code).toBe(0)
    expect(body).toContain(run.stdout.trim().slice(0, 40))
    expect(run.stderr).toContain('GZ-B005')
    expect(run.stderr).toContain('“Friday”: the article does not have this date')
  })

  it('builds an issue with it', async () => {
    const server = await modelServer('The harbour master said that it would take four nights, and nobody was hurt.')
    const root = newsletterFolder({
      'content/newsletter.yaml': `${minimalNewsletter}blurbs: { method: model }\n`,
      'content/articles/2026-11-20-cranes.md': article('Cranes'),
      'content/issues/2026-w48.md': '---\ndate: 2026-11-26\n---\n',
    })
    const run = await gazette(['build', '--json', '-C', root], { env: { GAZETTE_MODEL_URL: server.url, GAZETTE_MODEL: 'small' } })
    expect(run.code).toBe(0)
    expect(JSON.stringify(documentOf(run).data)).toContain('would take four nights')
  })
})
