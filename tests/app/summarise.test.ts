import { describe, expect, it } from 'vitest'
import { type BatchResult, readInput, summariseLines } from '../../src/app/summarise.ts'

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line)
}

async function run(lines: readonly string[]): Promise<BatchResult[]> {
  const results: BatchResult[] = []
  for await (const result of summariseLines(linesOf(lines), { method: 'extractive', words: 45 }, 'in.jsonl')) results.push(result)
  return results
}

describe('summariseLines', () => {
  it('answers in order, passes over what it cannot read and says which line it was', async () => {
    const results = await run([
      '{"id": 1, "title": "", "text": "The gate is open."}',
      'nonsense',
      '',
      '[1]',
      '{"id": "x", "title": 3, "text": "The gate is shut.", "lang": "no such language!"}',
      '{"text": "No id."}',
    ])
    expect(results.map((result) => ('problem' in result ? `${result.problem.code}:${String(result.problem.line)}` : [result.id, result.blurb.text]))).toEqual([
      [1, 'The gate is open.'],
      'GZ-B003:2',
      'GZ-B003:4',
      ['x', 'The gate is shut.'],
      'GZ-B003:6',
    ])
  })
})

it('takes the words of an address for a title, wherever the address stands', async () => {
  const text = 'The port is open for the ships again today. The seals on the sandbank are counted every morning. The cranes are back at their work.'
  const line = (title: string, url: string): string => JSON.stringify({ id: 1, title, url, text, lang: 'en' })
  const run = async (lines: string[]) => {
    const found: string[] = []
    for await (const result of summariseLines(linesOf(lines), { method: 'extractive', words: 9 }, 'in.jsonl')) if ('blurb' in result) found.push(result.blurb.text)
    return found
  }
  const [named, byUrl, byTitle] = await run([line('Counting seals sandbank morning', ''), line('', 'https://quay.example/a/counting-seals-sandbank-morning'), line('https://quay.example/counting-seals-sandbank-morning', '')])
  expect([byUrl, byTitle]).toEqual([named, named])
  expect(await run([line('Port open ships', '')])).not.toEqual([named])
})

describe('readInput', () => {
  it('finds the title in the front matter or the first heading', () => {
    expect(readInput('---\ntitle: Cranes\nlocale: es_PR\n---\nText.', 'a.md').input).toEqual({ title: 'Cranes', text: 'Text.', lang: 'es-PR' })
    expect(readInput('# Cranes #\n\nText.', 'a.md').input.title).toBe('Cranes')
  })

  it('reads on when the front matter is broken', () => {
    const { input, diagnostics } = readInput('---\ntitle: "a\nb: [\n---\nText.', 'a.md')
    expect(input.text).toContain('Text.')
    expect(diagnostics.every(({ severity }) => severity === 'warning')).toBe(true)
    expect(diagnostics.length).toBeGreaterThan(0)
  })
})
