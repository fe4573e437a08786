import { describe, expect, it } from 'vitest'
import { parseArticle, withBody } from '../../src/content/article.ts'

const file = 'content/articles/2026-11-20-cranes.md'
const parse = (text: string, slug = '2026-11-20-cranes'): ReturnType<typeof parseArticle> => parseArticle(text, file, slug)
const head = (yaml: string): ReturnType<typeof parseArticle> => parse(`---\n${yaml}\n---\nText.\n`)

describe('parseArticle', () => {
  it('reads the keys of the design', () => {
    const { article, diagnostics } = head(
      [
        'title: Cranes return',
        'url: https://harbour.example/cranes',
        'date: 2026-11-19',
        'author: A. Writer',
        'source: The Harbour Review',
        'section: News',
        'image: cranes.png',
        'imageAlt: Two cranes',
        'tags: [ports, 2026]',
        'featured: true',
      ].join('\n'),
    )
    expect(diagnostics).toEqual([])
    expect(article).toMatchObject({
      slug: '2026-11-20-cranes',
      title: 'Cranes return',
      date: '2026-11-19',
      image: { src: 'cranes.png', alt: 'Two cranes' },
      tags: ['ports', '2026'],
      featured: true,
      sponsored: false,
      draft: false,
      bodyLine: 13,
      places: { section: { line: 7, column: 10 } },
    })
  })

  it("reads other systems' names for the same things", () => {
    const { article } = head('title: x\nlink: https://a.example/\nauthors:\n  - B. One\n  - name: C. Two\nsite: Blog\ncategories: [News, Other]\nexcerpt: Short.\nlocale: es_PR\nimage_alt: Alt\nimage: {src: a.png}')
    expect(article).toMatchObject({
      url: 'https://a.example/',
      author: 'B. One, C. Two',
      source: 'Blog',
      section: 'News',
      description: 'Short.',
      lang: 'es-PR',
      image: { src: 'a.png', alt: 'Alt' },
    })
  })

  it('takes the title from the first heading and drops the heading from the body', () => {
    const { article } = parse('# Cranes *return* #\n\nText.\n')
    expect(article?.title).toBe('Cranes *return*')
    expect(article?.body.trim()).toBe('Text.')
  })

  it('does not take a comment in code for a heading', () => {
    expect(parse('```sh\n# not a title\n```\n').diagnostics).toMatchObject([{ code: 'GZ-C003' }])
  })

  it.each(['---\ntitle: x\n---\n# Heading\n\nText.\n', '# Heading\r\n\r\nText.\r\n', '\ufeff---\ntags: [a]\n---\n\n# Heading\n\nText.\n'])(
    'finds the same body again when the front matter is known: %j',
    (text) => {
      const { article } = parse(text)
      if (article === undefined) throw new Error('not an article')
      const { body, bodyLine, ...known } = article
      expect(withBody(known, text)).toEqual({ ...known, body, bodyLine })
    },
  )

  it('takes the date from the name of the file', () => {
    expect(head('title: x').article?.date).toBe('2026-11-20')
  })

  it.each(['2026-02-30', 'yesterday', '31/12/2026', '2026-11-20T25:00'])('refuses the date %s', (date) => {
    expect(head(`title: x\ndate: "${date}"`).diagnostics).toMatchObject([{ code: 'GZ-C006', line: 3, column: 7 }])
  })

  it('warns of an unknown key and knows the one that was meant', () => {
    expect(head('title: x\nauhtor: y').diagnostics).toMatchObject([
      { code: 'GZ-C005', severity: 'warning', line: 3, column: 1, hint: 'did you mean author?' },
    ])
  })

  it('refuses a value of the wrong kind at its place, under the name the author used', () => {
    expect(head('title: x\nfeatured: often\nlink: https://').diagnostics).toMatchObject([
      { code: 'GZ-C004', line: 4 },
      { code: 'GZ-C004', line: 3, column: 11 },
    ])
  })

  it('passes over a permalink that is only a path', () => {
    const { article, diagnostics } = head('title: x\npermalink: /posts/x/')
    expect(diagnostics).toEqual([])
    expect(article).not.toHaveProperty('url')
  })

  it('treats a key without a value as absent', () => {
    expect(head('title: x\nimage:\nauthor: ""').diagnostics).toEqual([])
  })

  it('drops inline tags from a title and keeps everything else literally', () => {
    expect(head('title: "A <em>very</em> <script> {{name}} title"').article?.title).toBe('A very <script> {{name}} title')
  })

  it('warns when there is no date anywhere', () => {
    expect(parseArticle('---\ntitle: x\n---\n', 'a.md', 'a').diagnostics).toMatchObject([{ code: 'GZ-C014' }])
  })
})
