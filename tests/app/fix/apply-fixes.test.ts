import { describe, expect, test } from 'vitest'
import { applyFixes } from '../../../src/app/fix/apply-fixes.ts'
import type { Finding, Fix } from '../../../src/checks/finding.ts'

const at = (line: number, fix: Fix): Finding => ({ code: 'GZ-L005', severity: 'warning', message: '', file: 'content/articles/a.md', line, fix })
const https = (line: number, address: string): Finding => at(line, { kind: 'replace', find: address, replace: address.replace('http:', 'https:') })

describe('safe changes', () => {
  test('touch the value and nothing else: comments, order, quotes and line ends stay', () => {
    const source = "---\r\n# the old address\r\nurl:  'http://harbour.example/a'   # keep\r\ntitle: A\r\n---\r\n\r\nSee http://harbour.example/a.\r\n"
    const { text, mended } = applyFixes(source, [https(3, 'http://harbour.example/a')])
    expect(text).toBe(source.replace("'http:", "'https:"))
    expect(mended).toBe(1)
  })

  test('change whole addresses only', () => {
    const source = 'http://harbour.example/a/b http://harbour.example/a. http://harbour.example/a?x=1 <http://harbour.example/a> http://harbour.example/a.html\n'
    expect(applyFixes(source, [https(1, 'http://harbour.example/a')]).text).toBe(
      'http://harbour.example/a/b https://harbour.example/a. https://harbour.example/a?x=1 <https://harbour.example/a> http://harbour.example/a.html\n',
    )
  })

  test('know an address by whose host a slash was added', () => {
    expect(applyFixes('url: http://harbour.example # ours\n', [https(1, 'http://harbour.example/')]).text).toBe('url: https://harbour.example # ours\n')
    expect(applyFixes('<http://harbour.example/> http://harbour.example/a\n', [https(1, 'http://harbour.example/')]).text).toBe('<https://harbour.example/> http://harbour.example/a\n')
  })

  test('find the address below its key when the text is folded', () => {
    const source = '---\nblurb: >\n  On Monday, as\n  [she](http://harbour.example/a) said.\n---\n'
    expect(applyFixes(source, [https(2, 'http://harbour.example/a')]).text).toContain('(https://harbour.example/a)')
  })

  test('write a key in its usual place, and only once', () => {
    const source = '---\ntitle: Crane 4 # of five\nimage: crane.png\ntags: [harbour]\n---\n\nText.\n'
    const key = at(3, { kind: 'key', key: 'imageAlt', value: 'Crane 4: "the last"' })
    const { text, mended } = applyFixes(source, [key, https(1, 'http://nowhere.example/')])
    expect(text).toBe(source.replace('crane.png\n', "crane.png\nimageAlt: 'Crane 4: \"the last\"'\n"))
    expect(mended).toBe(1)
  })

  test('leave front matter alone that cannot be edited for certain', () => {
    const source = '---\n{title: A, image: a.png}\n---\n'
    expect(applyFixes(source, [at(2, { kind: 'key', key: 'imageAlt', value: 'x' })])).toEqual({ text: source, mended: 0 })
  })
})
