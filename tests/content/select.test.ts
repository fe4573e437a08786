import { describe, expect, it } from 'vitest'
import { select, type SelectionInput } from '../../src/content/select.ts'
import type { ArticleHead } from '../../src/model/article.ts'
import type { IssueFile } from '../../src/model/issue.ts'

const article = (slug: string, details: Partial<ArticleHead> = {}): ArticleHead => ({
  slug,
  file: `content/articles/${slug}.md`,
  title: slug,
  date: '2026-11-18',
  tags: [],
  featured: false,
  sponsored: false,
  draft: false,
  places: {},
  ...details,
})

const issue = (slug: string, date: string, articles?: IssueFile['articles']): IssueFile => ({
  slug,
  file: `content/issues/${slug}.md`,
  date,
  ...(articles === undefined ? {} : { articles }),
  intro: '',
  introLine: 1,
  places: {},
})

const list = (...entries: [string, string?][]): IssueFile['articles'] => ({
  kind: 'list',
  entries: entries.map(([slug, section], index) => ({
    slug,
    ...(section === undefined ? {} : { section }),
    place: { line: index + 3, column: 5 },
  })),
})

const input = (articles: ArticleHead[], issues: IssueFile[], sections = ['News', 'Culture', 'More']): SelectionInput => ({
  articles,
  issues,
  unreadable: new Set(),
  sections: sections.map((name) => ({ name })),
  timezone: 'UTC',
})

const shape = (current: IssueFile, given: SelectionInput): Record<string, string[]> =>
  Object.fromEntries(select(current, given).selection.sections.map(({ name, articles }) => [name, articles.map(({ slug }) => slug)]))

describe('select', () => {
  it("keeps the editor's order within the newsletter's sections", () => {
    const current = issue('w48', '2026-11-26', list(['b'], ['c'], ['a']))
    const articles = [article('a', { section: 'News' }), article('b', { section: 'Culture' }), article('c', { section: 'News' })]
    expect(shape(current, input(articles, [current]))).toEqual({ News: ['c', 'a'], Culture: ['b'] })
  })

  it('lets the issue move an article to another section', () => {
    const current = issue('w48', '2026-11-26', list(['a', 'Culture']))
    expect(shape(current, input([article('a', { section: 'News' })], [current]))).toEqual({ Culture: ['a'] })
  })

  it('puts what names no section into the last one', () => {
    const current = issue('w48', '2026-11-26', list(['a']))
    expect(shape(current, input([article('a')], [current]))).toEqual({ More: ['a'] })
  })

  it('takes what is new since the last issue and was not used before', () => {
    const first = issue('w46', '2026-11-12', list(['early']))
    const second = issue('w47', '2026-11-19')
    const third = issue('w48', '2026-11-26')
    const articles = [
      article('early', { date: '2026-11-20' }),
      article('old', { date: '2026-11-12' }),
      article('mid', { date: '2026-11-13' }),
      article('new', { date: '2026-11-20' }),
      article('newer', { date: '2026-11-26' }),
      article('future', { date: '2026-11-27' }),
      article('draft', { date: '2026-11-21', draft: true }),
    ]
    const given = input(articles, [third, first, second])
    expect(shape(second, given)).toEqual({ More: ['mid'] })
    expect(shape(third, given)).toEqual({ More: ['newer', 'new'] })
  })

  it('orders featured first, then the newest, then by slug, whatever the order of the input', () => {
    const current = issue('w48', '2026-11-26')
    const articles = [
      article('b'),
      article('a'),
      article('newest', { date: '2026-11-20' }),
      article('star', { featured: true, date: '2026-11-01' }),
    ]
    const expected = { More: ['star', 'newest', 'a', 'b'] }
    expect(shape(current, input(articles, [current]))).toEqual(expected)
    expect(shape(current, input(articles.toReversed(), [current]))).toEqual(expected)
  })

  it('answers a query by date, section and number', () => {
    const query = { kind: 'query', since: '2026-11-10', until: '2026-11-20', sections: ['News'], limit: 2 } as const
    const current = issue('w48', '2026-11-26', { ...query, sections: ['News'] })
    const articles = [
      article('a', { section: 'News', date: '2026-11-10' }),
      article('b', { section: 'News', date: '2026-11-20' }),
      article('c', { section: 'News', date: '2026-11-15' }),
      article('d', { section: 'Culture', date: '2026-11-15' }),
      article('e', { section: 'News', date: '2026-11-09' }),
    ]
    expect(shape(current, input(articles, [current]))).toEqual({ News: ['b', 'c'] })
  })

  it('opens with the featured story, never with a sponsor when there is another', () => {
    const current = issue('w48', '2026-11-26', list(['ad'], ['a'], ['b']))
    const articles = [article('ad', { sponsored: true }), article('a'), article('b')]
    expect(select(current, input(articles, [current])).selection.lead?.slug).toBe('a')
    const featured = [article('ad', { sponsored: true, featured: true }), article('a'), article('b', { featured: true })]
    expect(select(current, input(featured, [current])).selection.lead?.slug).toBe('b')
  })

  it('reports every mistake of a list at its line', () => {
    const current = issue('w48', '2026-11-26', list(['a'], ['cranse'], ['a'], ['d', 'Sprots'], ['draft']))
    const given = input([article('a'), article('cranes'), article('d'), article('draft', { draft: true })], [current])
    expect(select(current, given).diagnostics).toMatchObject([
      { code: 'GZ-S001', line: 4, hint: 'did you mean cranes?' },
      { code: 'GZ-S003', line: 5 },
      { code: 'GZ-S004', line: 6 },
      { code: 'GZ-S005', line: 7, severity: 'warning' },
    ])
  })

  it('does not call an article missing that could not be read', () => {
    const current = issue('w48', '2026-11-26', list(['a'], ['broken']))
    const given = { ...input([article('a')], [current]), unreadable: new Set(['broken']) }
    expect(select(current, given).diagnostics).toEqual([])
  })

  it('says when nothing fits', () => {
    const current = issue('w48', '2026-11-26')
    expect(select(current, input([], [current])).diagnostics).toMatchObject([{ code: 'GZ-S002', file: 'content/issues/w48.md' }])
  })

  it('says of the articles that came nearest what kept them out', () => {
    const [before, current] = [issue('w48', '2026-11-26'), issue('w49', '2026-12-03')]
    const hint = (...articles: ArticleHead[]): string | undefined => select(current, input(articles, [before, current])).diagnostics[0]?.hint
    expect(hint()).toBe('put articles into content/articles, or bring some in with gazette add')
    expect(hint(article('a', { date: '2026-11-26' }), article('b', { draft: true, date: '2026-11-30' }), article('c', { date: '2026-12-04' }))).toBe(
      'c is dated 2026-12-04, after this issue; b is a draft; a is in w48; name those you want under `articles`',
    )
    const { date: _none, ...undated } = article('u')
    expect(hint(undated, article('a'), article('b'), article('c'))).toBe('u has no date; a is in w48; b is in w48; 1 more; name those you want under `articles`')
    const listed = issue('w48', '2026-11-26', list(['a']))
    const [found] = select(current, input([article('a'), article('b')], [listed, current])).diagnostics
    expect(found?.hint).toBe('a is in w48; b is dated 2026-11-18, not after the issue of 2026-11-26; name those you want under `articles`')
  })

  it('keeps to the limit of a section and names what is left out', () => {
    const current = issue('w48', '2026-11-26')
    const given = { ...input([article('a'), article('b'), article('c')], [current]), sections: [{ name: 'More', limit: 2 }] }
    const { selection, diagnostics } = select(current, given)
    expect(selection.sections[0]?.articles).toHaveLength(2)
    expect(diagnostics).toMatchObject([{ code: 'GZ-S006', message: 'More takes 2 stories; left out: c' }])
  })

  it("takes the issue's own sections when the newsletter lists none", () => {
    const current = issue('w48', '2026-11-26', list(['a', 'Read'], ['b']))
    expect(shape(current, input([article('a'), article('b')], [current], []))).toEqual({ Read: ['a'], '': ['b'] })
  })

  it('counts days in the time zone of the newsletter', () => {
    const first = issue('w47', '2026-11-19')
    const second = issue('w48', '2026-11-26')
    const articles = [article('late', { date: '2026-11-19T23:30:00Z' })]
    const utc = input(articles, [first, second])
    expect(shape(second, utc)).toEqual({})
    expect(shape(second, { ...utc, timezone: 'Asia/Tokyo' })).toEqual({ More: ['late'] })
  })
})
