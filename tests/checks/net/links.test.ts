import { expect, test } from 'vitest'
import { CheckContext } from '../../../src/checks/context.ts'
import { checkLinks } from '../../../src/checks/net/links.ts'
import type { Visit, Visitor } from '../../../src/checks/net/visit.ts'
import { inputOf } from '../input.ts'

const network = (answers: Record<string, Visit>): Visitor => ({
  page: (url) => Promise.resolve(answers[url] ?? { kind: 'good' }),
  picture: () => Promise.resolve({ kind: 'picture', bytes: 1 }),
})

async function found(hrefs: readonly string[], answers: Record<string, Visit>, newsletter = {}): Promise<string[]> {
  const body = hrefs.map((href) => `<a href="${href}">x</a>`).join('')
  const findings = await checkLinks(new CheckContext(inputOf({ body, newsletter })), network(answers), () => false)
  return findings.map(({ code, hint }) => `${code} ${hint ?? ''}`)
}

test('http is worth a word where https answers, and only there', async () => {
  expect(await found(['http://harbour.example/a'], {})).toEqual(['GZ-L005 it answers on https as well'])
  expect(await found(['http://harbour.example/a'], { 'https://harbour.example/a': { kind: 'unsure', reason: 'no' } })).toEqual([])
})

test('a move that only changes scheme, www or a slash is none', async () => {
  const moved = (movedTo: string): Record<string, Visit> => ({ 'https://harbour.example/a': { kind: 'good', movedTo } })
  for (const target of ['https://www.harbour.example/a', 'https://harbour.example/a/', 'http://harbour.example/a?utm_source=x']) {
    expect(await found(['https://harbour.example/a'], moved(target))).toEqual([])
  }
  expect(await found(['https://harbour.example/a'], moved('https://harbour.example/b'))).toEqual(['GZ-L103 link to https://harbour.example/b'])
})

test('the new address is named without the parameters that a build adds', async () => {
  const visit: Visit = { kind: 'good', movedTo: 'https://harbour.example/b?id=1&utm_source=news' }
  expect(await found(['https://harbour.example/a'], { 'https://harbour.example/a': visit }, { links: { utm: { utm_source: 'news' }, unsubscribe: 'https://harbour.example/leave' } })).toEqual([
    'GZ-L103 link to https://harbour.example/b?id=1',
  ])
})
