import { describe, expect, it } from 'vitest'
import { fill, missingFields } from '../../src/model/fill.ts'
import { bindHtml, bindText } from '../../src/render/bind.ts'

const token = 'xabcdefabcdefx0x'
const slot = { token, field: 'name', place: { file: 't.hbs', line: 3, column: 7 } }

function bound(html: string) {
  return bindHtml(html.replaceAll('@', token), [slot])
}

describe('bind', () => {
  it.each([
    ['<p>Dear @</p>', 'text'],
    ['@', 'text'],
    ['<title>@</title>', 'text'],
    ['<img alt="For @" src="a">', 'attribute'],
    ['<p data-style="@"></p>', 'attribute'],
    ['<a href="@">x</a>', 'url'],
    ['<a href=" @/x">x</a>', 'url'],
    ["<a href='@'>x</a>", 'url'],
    ['<a href="https://x.example/@/">x</a>', 'url-part'],
    ['<a href="mailto:@">x</a>', 'url-part'],
    ['<img src="@">', 'url'],
    ['<!--[if mso]><p>@</p><![endif]-->', 'text'],
    ['<!--[if mso | IE]><v:fill src="@" /><![endif]-->', 'url'],
    ['<!--[if !mso]><!--><p>@</p><!--<![endif]-->', 'text'],
  ])('%s: %s', (html, context) => {
    const { value, diagnostics } = bound(html)
    expect(diagnostics).toEqual([])
    expect(value.slots).toEqual([{ field: 'name', context }])
    expect(value.segments.join(token)).toBe(html.replaceAll('@', token))
  })

  it.each([
    ['<style>.a{color:@}</style>', 'CSS'],
    ['<p style="color:@">x</p>', 'CSS'],
    ['<script>var a = "@"</script>', 'a script'],
    ['<p onclick="@">x</p>', 'the attribute onclick'],
    ['<!-- @ -->', 'a comment'],
    ['<!--[if mso]><style>@</style><![endif]-->', 'CSS'],
    ['<p @="x">x</p>', 'the name of an attribute'],
    ['<p class=@>x</p>', 'an attribute without quotes'],
    ['<@>x</p>', 'the name of a tag'],
    ['<p>x</@>', 'the name of a tag'],
    ['<!doctype @>', 'a declaration'],
  ])('refuses %s', (html, where) => {
    expect(bound(html).diagnostics).toMatchObject([
      { code: 'GZ-R006', message: `the field name stands in ${where}`, file: 't.hbs', line: 3, column: 7 },
    ])
  })

  it('reports a slot that was lost', () => {
    expect(bound('<p></p>').diagnostics).toMatchObject([{ code: 'GZ-R007', line: 3 }])
  })

  it('binds every copy of a slot, each in its own context', () => {
    const { value } = bound('<!--[if mso]><v:fill src="@"/><![endif]--><div style="x"><a href="?n=@" title="@">@</a></div>')
    expect(value.slots.map((one) => one.context)).toEqual(['url', 'url-part', 'attribute', 'text'])
    expect(value.segments).toHaveLength(5)
  })

  it('binds text as it is', () => {
    expect(bindText(`a <style>${token}</style>`, [slot]).value.slots).toEqual([{ field: 'name', context: 'plain' }])
  })
})

describe('fill', () => {
  const evil = `"><script>alert('x')</script>{{y}}&--><!--\u0000`

  it('escapes a value for its place, so that it never leaves it', () => {
    const html = '<p title="@">@</p><a href="https://x.example/?q=@&r=1">a</a><!--[if mso]><p>@</p><![endif]-->'
    const filled = fill(bound(html).value, { name: evil })
    const safe = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;{{y}}&amp;--&gt;&lt;!--'
    const encoded = '%22%3E%3Cscript%3Ealert%28%27x%27%29%3C%2Fscript%3E%7B%7By%7D%7D%26--%3E%3C%21--'
    expect(filled).toBe(
      `<p title="${safe}">${safe}</p><a href="https://x.example/?q=${encoded}&r=1">a</a><!--[if mso]><p>${safe}</p><![endif]-->`,
    )
  })

  it.each([
    ['https://x.example/?a=1&b="', 'https://x.example/?a=1&amp;b=&quot;'],
    ['mailto:a@b.example?subject=x y', 'mailto:a@b.example?subject=x%20y'],
    ['javascript:alert(1)', '#'],
    [' JaVaScRiPt:alert(1)', '#'],
    ['java\nscript:alert(1)', '#'],
    ['data:text/html,x', '#'],
    ['//evil.example', '#'],
    ['', '#'],
  ])('lets only harmless addresses be whole addresses: %s', (value, expected) => {
    expect(fill(bound('<a href="@">x</a>').value, { name: value })).toBe(`<a href="${expected}">x</a>`)
  })

  it('uses the default for a field that is absent or empty, and names required ones', () => {
    const { value } = bindHtml(`<p>${token}</p>`, [{ ...slot, default: 'there' }])
    expect(fill(value, {})).toBe('<p>there</p>')
    expect(fill(value, { name: '' })).toBe('<p>there</p>')
    expect(fill(value, { name: 'Ada' })).toBe('<p>Ada</p>')
    expect(missingFields(value.slots, {})).toEqual([])
    expect(missingFields(bound('@@').value.slots, { toString: 'x' })).toEqual(['name'])
  })
})
