import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkIssue } from '../../../src/app/check.ts'
import { rules } from '../../../src/checks/rules.ts'
import { newsletterFolder } from '../../support/newsletter-folder.ts'
import { corpora } from './defects.ts'
import { house } from './house.ts'

/**
 * Rules about messages that Gazette itself never makes, since it encodes headers and lines, fills subject, preheader
 * and sender in, and takes sentences from the article as they are. They watch over it; rules.test.ts tries them.
 */
const outOfReach = new Set(['GZ-K102', 'GZ-K103', 'GZ-K110', 'GZ-K603', 'GZ-K604', 'GZ-K706', 'GZ-K707', 'GZ-K710'])

interface Placed {
  code: string
  file?: string
  line?: number
}

/** Findings as `code file:line`, each once, in order. */
function places(findings: readonly Placed[]): string[] {
  return [...new Set(findings.map(({ code, file, line }) => `${code} ${file ?? ''}:${line ?? ''}`))].toSorted()
}

async function check(files: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
  const { findings } = await checkIssue({ root: newsletterFolder(files), issue: '2026-w48', now: new Date('2026-11-26'), random: (count) => randomBytes(count) })
  return places(findings)
}

describe('planted defects', () => {
  test('are found with nothing else where nothing is planted', async () => {
    expect(await check(house)).toEqual([])
  })

  test.each(Object.entries(corpora))('%s: all are found at their lines, and nothing else', async (_name, { files, planted }) => {
    expect(await check(files)).toEqual(places(planted))
  })

  test('are more than 50, in templates, partials, articles, issues and configuration', () => {
    const all = Object.values(corpora).flatMap(({ planted }) => places(planted))
    expect(all.length).toBeGreaterThanOrEqual(50)
    for (const file of ['templates/house/issue.mjml.hbs', 'templates/house/text.hbs', 'templates/house/partials/', 'content/articles/', 'content/issues/', 'content/newsletter.yaml']) {
      expect(all.filter((place) => place.includes(` ${file}`)).length, file).toBeGreaterThan(1)
    }
  })

  test('are of every rule', () => {
    const planted = new Set(Object.values(corpora).flatMap((one) => one.planted.map(({ code }) => code)))
    expect(rules.map(({ code }) => code).filter((code) => !planted.has(code) && !outOfReach.has(code))).toEqual([])
    expect([...outOfReach].filter((code) => planted.has(code))).toEqual([])
  })
})

test('one mistake in a partial, an article, the issue and newsletter.yaml is reported at its own line in each', async () => {
  const link = 'http://tides.example/'
  const at = (file: string, find: string, put: string): string => String(house[file]).replace(find, put)
  const files = {
    ...house,
    'templates/house/partials/masthead.hbs': at('templates/house/partials/masthead.hbs', '{{issue.intro}}', `{{issue.intro}}\n      <a href="${link}masthead" style="color:#0b5660">Tides</a>`),
    'content/articles/seals.md': at('content/articles/seals.md', 'https://harbour.example/seals', `${link}seals`),
    'content/issues/2026-w48.md': at('content/issues/2026-w48.md', 'Good morning from the quay.', `Good morning from the quay.\n\nThe [tables](${link}issue) are out.`),
    'content/newsletter.yaml': at('content/newsletter.yaml', 'https://harbour.example/leave', `https://harbour.example/leave\n  view: ${link}{issue}`),
    'templates/house/partials/footer.hbs': at('templates/house/partials/footer.hbs', '{{newsletter.postalAddress}}', '{{newsletter.postalAddress}}\n      <a href="{{links.view}}" style="color:#0b5660">{{labels.viewInBrowser}}</a>'),
  }
  expect(await check(files)).toEqual([
    'GZ-L005 content/articles/seals.md:4',
    'GZ-L005 content/issues/2026-w48.md:12',
    'GZ-L005 content/newsletter.yaml:8',
    'GZ-L005 templates/house/partials/masthead.hbs:6',
  ])
})
