import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const pages = [...readdirSync('.').filter((name) => name.endsWith('.md')), ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => join('docs', name))]

/** A page without its code, in which brackets mean something else. */
const prose = (page: string): string => readFileSync(page, 'utf8').replace(/^(`{3,})[^]*?^\1`*$/gm, '').replace(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\](){}<>]/g, ' '))

/** Addresses inside a page: of its headings, as forges make them. */
function anchors(page: string): Set<string> {
  const text = readFileSync(page, 'utf8').replace(/^(`{3,})[^]*?^\1`*$/gm, '')
  const headings = [...text.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'))
  return new Set(headings)
}

/** The pages and files of this folder that a page leads to. */
function leadsTo(page: string): string[] {
  const targets = [...prose(page).matchAll(/\]\(([^)\s#]+)[^)\s]*\)/g)].map(([, target = '']) => target)
  return targets.filter((target) => !/^[a-z]+:/.test(target)).map((target) => normalize(join(dirname(page), target)))
}

describe('links between the pages', () => {
  test('lead from the README to every page', () => {
    const found = new Set(['README.md'])
    for (const page of found) for (const next of leadsTo(page)) if (next.endsWith('.md')) found.add(next)
    expect(pages.filter((page) => !found.has(page))).toEqual([])
  })

  test.each(pages)('%s', (page) => {
    const targets = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const broken = targets.filter((target) => {
      if (/^[a-z]+:/.test(target)) return false
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? page : normalize(join(dirname(page), path))
      if (!existsSync(file)) return true
      return anchor !== undefined && file.endsWith('.md') && !anchors(file).has(anchor)
    })
    expect(broken).toEqual([])
  })
})
