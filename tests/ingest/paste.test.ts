import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { boilerplateKind } from '../../src/ingest/boilerplate/lines.ts'
import { withoutCredits } from '../../src/ingest/paste/credits.ts'
import { readPasted } from '../../src/ingest/paste/article.ts'
import { readMarkdown } from '../../src/ingest/paste/markdown.ts'
import { wordsIn } from '../../src/ingest/paste/lines.ts'
import { sharedData } from '../support/shared-data.ts'
import { writeStory } from './pages/story.ts'

function one(text: string): { title: string | undefined; markdown: string; titled: boolean } {
  const { articles } = readPasted(text, false)
  const [article] = articles
  if (article === undefined) throw new Error('no article was found')
  return { title: article.fields.title?.value, markdown: article.markdown, titled: article.titled }
}

const first = 'The harbour office counted its jars again on Monday, as it does every spring when the tide is low.'
const second = 'Nobody had asked for it, said the keeper, but a list that is not kept is a list that is lost.'

describe('pasted text', () => {
  it('finds a title, a name and a date above the text', () => {
    const { articles } = readPasted(`The jars of the harbour\n\nBy Imke Brandal, staff writer\nPublished: 3 May 2026, 09:14\n5 min read\n\n${first}\n\n${second}\n`, false)
    expect(articles[0]?.fields).toEqual({
      title: { value: 'The jars of the harbour', from: 'text' },
      author: { value: 'Imke Brandal', from: 'text' },
      date: { value: '2026-05-03T09:14:00', from: 'text' },
    })
    expect(articles[0]?.markdown).toBe(`${first}\n\n${second}`)
  })

  it('takes menus, share bars, forms, notices and notes of the site away, wherever they stand', () => {
    const leftovers = ['Skip to main content', 'Menu', 'Share this article', 'Facebook Twitter Email', 'Advertisement', 'We use cookies to make this website better.']
    const after = ['Source link', 'Related posts', 'Leave a Reply', 'Your email address will not be published. Required fields are marked *', '3 Comments', 'Sign up for our newsletter and never miss a story', '© 2026 The Post. All rights reserved.']
    const { markdown, title } = one([...leftovers, 'The jars of the harbour', '', first, 'Advertisement', second, '', ...after].join('\n'))
    expect(title).toBe('The jars of the harbour')
    expect(markdown).toBe(`${first}\n\n${second}`)
  })

  it('joins lines that were broken to a width, and words that were broken with them', () => {
    const wrapped = 'The harbour office counted its jars again on Monday, as it does eve-\nry spring when the tide is low. Nobody had asked for it, said the\nkeeper, but a list that is not kept is a list that is lost, and the\nlong-\nterm plan is a good one.\n\nThe second paragraph, which is broken to the same width as the first\none was, ends here. A long term is a long time, they say on the quay.'
    expect(one(`A title\n\n${wrapped}`).markdown).toBe(
      'The harbour office counted its jars again on Monday, as it does every spring when the tide is low. Nobody had asked for it, said the keeper, but a list that is not kept is a list that is lost, and the long-term plan is a good one.\n\nThe second paragraph, which is broken to the same width as the first one was, ends here. A long term is a long time, they say on the quay.',
    )
  })

  it('keeps lines apart that are paragraphs', () => {
    expect(one(`A title\n${first}\n${second}`).markdown).toBe(`${first}\n\n${second}`)
  })

  it('makes headings of short lines above text, and lists of lists', () => {
    const { markdown } = one(`The jars\n\n${first}\n\nWhere they went\n\n${second}\n\nWhat is left\nOf glass\n\n${first}\n\n• a ladder\n• two lamps\n\n${second}`)
    expect(markdown).toBe(`${first}\n\n## Where they went\n\n${second}\n\n## What is left\n\n### Of glass\n\n${first}\n\n- a ladder\n- two lamps\n\n${second}`)
  })

  it('makes a title of the text that has none, and says that it is made', () => {
    expect(one(`${first}\n\n${second}`)).toMatchObject({ titled: false, title: 'The harbour office counted its jars again on Monday' })
    const parts = ['Jars', 'Bells', 'Maps'].map((name) => `The ${name.toLowerCase()} of the quay\n\n${first}`).join('\n\n')
    expect(one(`${second}\n\n${parts}`).title).toBe('The jars of the quay; The bells of the quay; …')
  })

  it('does not let text become Markdown marks', () => {
    expect(one(`A title\n\n${first} # not *this*.\n\n# Heading\n\n${second}`).markdown).toContain('not \\*this\\*')
  })

  it('has no article where there are only leftovers', () => {
    expect(readPasted('Share this\nLeave a Reply\n\n3 Comments\n', false).articles).toEqual([])
  })

  it('drops control characters', () => {
    expect(one(`A \u0007title\u0000\n\n${first}\u001b[31m`).title).toBe('A title')
  })

  it('reads a megabyte in one line, and a hundred thousand lines', () => {
    expect(one(`A title\n\n${'word '.repeat(200_000)}`).markdown.length).toBeGreaterThan(900_000)
    expect(one(`A title\n\n${`${first}\n`.repeat(100_000)}`).markdown.length).toBeGreaterThan(1_000_000)
  })
})

describe('lines that sites put above a text', () => {
  it.each([
    ['Follow us on Facebook and get updates from the harbour posted directly to your news feed', 'newsletter'],
    ['Enter you email address and zip code to set up customized email alerts.', 'newsletter'],
    ['- The ferry in 2008. REUTERS/Imke Brandal -', 'credit'],
    ['Join us on Facebook. He did, and he got a call on the same day.', undefined],
    ['He works for AFP/Reuters, and has done so since the spring of that year, as far as we know.', undefined],
  ])('%s', (line, kind) => {
    expect(boilerplateKind(line)).toBe(kind)
  })
})

describe('menus in one line', () => {
  it.each([
    ['Home | News | Weather | Log in', 'navigation'],
    ['News · Sport · Culture · Archive', 'navigation'],
    ['Home > Town > Library', 'navigation'],
    ['Salt | The Quay Post', undefined],
    ['He paid 3 | 4 of it. That was | all | there was | to pay.', undefined],
  ])('%s', (line, kind) => {
    expect(boilerplateKind(line)).toBe(kind)
  })

  it('are not taken for the title, nor the byline below it for a heading', () => {
    const { articles } = readPasted(`Home | News | Weather | Log in\n\nThe library lends ladders now\n\nBy Tomas Arvelle\n\n${'Anyone with a card can borrow a ladder from this week on, and a drill as well. '.repeat(4)}`, false)
    expect(articles[0]?.fields).toMatchObject({ title: { value: 'The library lends ladders now' }, author: { value: 'Tomas Arvelle' } })
  })

  it('leave no credit that was broken over two lines', () => {
    const wrapped = 'The plant opened in May, on a Monday, with a band and a cake for all. [Image credit: Town of\nPort Ellery] It is large, and it stands where the market was for as long as anybody can think.\nThe bell rang at noon, and those who had come went home again, since there was no more to see.'
    expect(readPasted(`A title of it\n\n${wrapped}`, false).articles[0]?.markdown).toContain('a cake for all. It is large')
  })
})

describe('credits of pictures in running text', () => {
  it.each([
    ['The plant (Photo: Ann Example) opened in May.', 'The plant opened in May.'],
    ['The plant opened. [Image credit: Loosefoto] It is large.', 'The plant opened. It is large.'],
    ['The plant opened. Photo: Reuters/Jane Doe', 'The plant opened.'],
    ['The plant opened in May. Image credit: NASA The bell rang at noon.', 'The plant opened in May. The bell rang at noon.'],
    ['They left. (AP Photo/Jane Doe) He stayed.', 'They left. He stayed.'],
    ['He said the image: a jar, was fine.', 'He said the image: a jar, was fine.'],
    ['BERLIN (Reuters) - They left.', 'BERLIN (Reuters) - They left.'],
    ['It opened. Photo by the keeper shows nothing.', 'It opened. Photo by the keeper shows nothing.'],
    ['Credit: the council paid half.', 'Credit: the council paid half.'],
  ])('%s', (text, left) => {
    expect(withoutCredits(text)).toBe(left)
  })
})

describe('several articles in one text', () => {
  const text = (seed: number, title = true): string => {
    const story = writeStory(seed, { paragraphs: 4 })
    return [...(title ? [story.title, ''] : []), ...story.parts.flatMap((part) => ('text' in part ? [part.text, ''] : []))].join('\n')
  }
  const bells = text(1)
  // The stories of the generator share their words, so the other one is of another world.
  const stars = `Where the comets go\n\n${['Astronomers at three observatories followed a comet beyond the orbit of Neptune this winter.', 'Its nucleus, a lump of ice and carbon monoxide, brightened by two magnitudes within a week.', 'Telescopes in orbit saw hydrogen streaming away from the nucleus, and spectrographs found cyanide.', 'Simulations of its trajectory suggest that Jupiter will fling it out of the solar system.', 'Amateur observers contributed photometry from backyards on four continents, in clouds and moonlight.', 'The object returns, if it returns, in eleven thousand years; its discoverer is sixteen years old.'].join('\n\n')}\n`

  it('are told apart by what a site puts below the first', () => {
    const joined = `${bells}\nSource link\n\nLeave a Reply\n\nRecent Posts\n\n${stars}`
    const { articles, starts } = readPasted(joined, true)
    expect(articles.map((article) => article.fields.title?.value)).toEqual([bells.split('\n')[0], 'Where the comets go'])
    expect(starts).toEqual([1, joined.slice(0, joined.indexOf('Where the comets')).split('\n').length])
    expect(readPasted(joined, false).articles).toHaveLength(1)
    expect(readPasted(joined, false).starts).toEqual(starts)
  })

  it.each([
    ['a rule', '\n* * *\n\n'],
    ['a title with a byline', ''],
  ])('are told apart by %s', (_what, between) => {
    const other = between === '' ? stars.replace('go\n', 'go\n\nBy Imke Brandal\n') : stars
    expect(readPasted(`${bells}\n${between}${other}`, true).articles).toHaveLength(2)
  })

  it('are one when a box of the site stands in the middle of an article', () => {
    const story = writeStory(3, { paragraphs: 8 }).parts.flatMap((part) => ('text' in part ? [part.text] : []))
    const box = 'Subscribe to Our Newsletter\n\nNo spam, we promise.\n\nRelated posts'
    expect(readPasted([...story.slice(0, 4), box, ...story.slice(4)].join('\n\n'), true).articles).toHaveLength(1)
  })

  it('are found in Markdown, and code is left alone', () => {
    const { pieces, starts } = readMarkdown(`# One\n\n${bells}\n\nShare this\n\n\`\`\`\nShare this\n\`\`\`\n\n# Two\n\n${stars}`, 5, true)
    expect(pieces.map((piece) => piece.title)).toEqual(['One', 'Two'])
    expect(pieces[0]?.markdown.match(/Share this/g)).toHaveLength(1)
    expect(starts).toHaveLength(2)
    expect(starts[0]).toBe(5)
  })
})

const scrape = sharedData('raw/scraped-page.txt')

describe.skipIf(scrape.absent)('a real scrape of two articles', () => {
  const leftovers = /source link|leave a reply|newsletter|no spam|recent reviews|straight to your inbox|credit: ?google|^source:/im
  const mark = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

  it('gives both whole, without a line of the site', () => {
    const { articles, starts } = readPasted(readFileSync(scrape.path, 'utf8'), true)
    expect(starts).toEqual([1, 54])
    expect(articles.map((article) => article.titled)).toEqual([true, false])
    for (const { markdown } of articles) expect(markdown).not.toMatch(leftovers)
    expect(articles.map(({ markdown }) => wordsIn(markdown))).toEqual([653, 517])
    expect(articles.map(({ markdown }) => markdown.split('\n\n').length)).toEqual([18, 20])
    expect(articles.map(({ markdown }) => mark(markdown.split(/\s+/).slice(0, 5).join(' ')))).toMatchInlineSnapshot(`
      [
        "90814bef439a",
        "f747af5e56b1",
      ]
    `)
    expect(articles.map(({ markdown }) => mark(markdown.split(/\s+/).slice(-5).join(' ')))).toMatchInlineSnapshot(`
      [
        "ea107b0ed78c",
        "ffa3ee2ba636",
      ]
    `)
  })
})
