import { describe, expect, it } from 'vitest'
import { parseFrontMatter } from '../../src/content/front-matter.ts'

const codes = (text: string): string[] => parseFrontMatter(text, 'a.md').diagnostics.map((finding) => finding.code)

describe('parseFrontMatter', () => {
  it('splits front matter and body and knows the line of the body', () => {
    const result = parseFrontMatter('---\ntitle: Cranes\n---\n\nText.\n', 'a.md')
    expect(result.data).toEqual({ title: 'Cranes' })
    expect(result.body).toBe('\nText.\n')
    expect(result.bodyLine).toBe(4)
    expect(result.yaml.placeOf(['title'])).toEqual({ line: 2, column: 8 })
  })

  it('reads CRLF and a byte order mark', () => {
    const result = parseFrontMatter('\ufeff---\r\ntitle: Cranes\r\ndate: 2026-11-20\r\n---\r\nText.\r\n', 'a.md')
    expect(result.data).toEqual({ title: 'Cranes', date: '2026-11-20' })
    expect(result.body).toBe('Text.\r\n')
    expect(result.yaml.placeOf(['date'])).toEqual({ line: 3, column: 7 })
  })

  it('takes a file without front matter as all body', () => {
    expect(parseFrontMatter('# Cranes\n', 'a.md')).toMatchObject({ data: {}, body: '# Cranes\n', bodyLine: 1, diagnostics: [] })
  })

  it.each([
    '---js\nthrow new Error("ran")\n---\n',
    '--- js\nthrow new Error("ran")\n---\n',
    '---javascript\nglobalThis.ran = true\n---\n',
    '---JavaScript\nglobalThis.ran = true\n---\n',
    '---\tjs  \nglobalThis.ran = true\n---\n',
    '---coffee\na = 1\n---\n',
    '---json\n{"title": "x"}\n---\n',
    '---toml\ntitle = "x"\n---\n',
    '+++\ntitle = "x"\n+++\n',
    ';;;\n{"title": "x"}\n;;;\n',
    '{\n"title": "x"\n}\n',
    '\ufeff---js\nglobalThis.ran = true\n---\n',
  ])('refuses every language but YAML: %j', (text) => {
    expect(codes(text)).toEqual(['GZ-C002'])
    expect(globalThis).not.toHaveProperty('ran')
  })

  it.each(['---yaml\ntitle: x\n---\n', '--- yml\ntitle: x\n---\n', '---YAML\ntitle: x\n---\n'])('accepts YAML by name: %j', (text) => {
    expect(parseFrontMatter(text, 'a.md')).toMatchObject({ data: { title: 'x' }, diagnostics: [] })
  })

  it('fails the same way every time a broken text is read', () => {
    const broken = '---\ntitle: [unclosed\n---\nText.\n'
    expect(codes(broken)).toEqual(codes(broken))
    expect(codes(broken)).toContain('GZ-C001')
  })

  it('gives every caller its own data', () => {
    const text = '---\ntags: [a]\n---\n'
    const first = parseFrontMatter(text, 'a.md').data as { tags: string[] }
    first.tags.push('b')
    expect(parseFrontMatter(text, 'a.md').data).toEqual({ tags: ['a'] })
  })

  it('places a syntax error on its line of the file', () => {
    const [problem] = parseFrontMatter('---\ntitle: Cranes\nsource: Ports: a history\n---\n', 'a.md').diagnostics
    expect(problem).toMatchObject({ code: 'GZ-C001', file: 'a.md', line: 3 })
  })

  it('reads a quoted text that goes on without an indent, as other readers do', () => {
    const result = parseFrontMatter('---\ntitle: "One \\" two\nthree"\nexcerpt: \'It\'\'s\nfour: five\'\ntags: []\n---\n', 'a.md')
    expect(result).toMatchObject({ data: { title: 'One " two three', excerpt: "It's four: five", tags: [] }, diagnostics: [] })
    expect(result.yaml.placeOf(['tags'])).toEqual({ line: 6, column: 7 })
  })

  it('says that a block is not closed', () => {
    expect(codes('---\ntitle: Cranes\n\nText.\n')).toEqual(['GZ-C001'])
  })

  it('refuses a block that is not keys with values', () => {
    expect(codes('---\n- a\n- b\n---\n')).toEqual(['GZ-C001'])
  })

  it('refuses an alias bomb instead of unfolding it', () => {
    const levels = Array.from({ length: 9 }, (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`)
    expect(codes(`---\nl0: &l0 [x]\n${levels.join('\n')}\n---\n`)).toEqual(['GZ-C001'])
  })
})
