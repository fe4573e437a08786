import { describe, expect, test } from 'vitest'
import { black, hexOf, white } from '../../../src/checks/css/colour.ts'
import { Looks } from '../../../src/checks/css/computed.ts'
import { flatten, InlineStyles, styleSheetsOf } from '../../../src/checks/css/styles.ts'
import { scanHtml } from '../../../src/checks/html/scan.ts'
import { valueOf } from '../../../src/checks/html/query.ts'

function look(html: string, dark = false) {
  const document = scanHtml(html)
  const looks = new Looks(document, flatten(styleSheetsOf(document)), new InlineStyles(document), { width: 800, dark }, { colour: black, background: white })
  const target = document.elements.find((element) => valueOf(element, 'id') === 'x')
  if (target === undefined) throw new Error('no element x')
  const { colour, background, ...rest } = looks.of(target)
  return { ...rest, colour: hexOf(colour), background: background === undefined ? undefined : hexOf(background) }
}

describe('how an element looks', () => {
  test('style attributes beat style sheets, and !important beats both', () => {
    expect(look('<style>#x{color:red}</style><p id="x" style="color:blue">').colour).toBe('#0000ff')
    expect(look('<style>#x{color:red !important}</style><p id="x" style="color:blue">').colour).toBe('#ff0000')
    expect(look('<style>.a{color:red}p{color:blue}</style><p id="x" class="a">').colour).toBe('#ff0000')
    expect(look('<style>p{color:red}p{color:blue}</style><p id="x">').colour).toBe('#0000ff')
  })

  test('colours are inherited, and backgrounds shine through', () => {
    const html = '<table bgcolor="#222222"><tr><td style="color:#eee"><p id="x"></p></td></tr></table>'
    expect(look(html)).toMatchObject({ colour: '#eeeeee', background: '#222222' })
    expect(look('<div style="background:#fff"><p id="x" style="background:rgba(0,0,0,.5)"></p></div>').background).toBe('#808080')
  })

  test('what stands behind text on a picture is not known', () => {
    expect(look('<div style="background-image:url(a.png)"><p id="x"></p></div>').background).toBeUndefined()
    expect(look('<div style="background:#333 url(a.png)"><p id="x"></p></div>').background).toBe('#333333')
  })

  test('media queries hold for the screen they name', () => {
    const html = '<style>@media (prefers-color-scheme:dark){#x{color:#fff !important}}@media (max-width:480px){#x{color:red !important}}</style><p id="x" style="color:#111">'
    expect(look(html).colour).toBe('#111111')
    expect(look(html, true).colour).toBe('#ffffff')
  })

  test('sizes come from their units and parents', () => {
    expect(look('<div style="font-size:20px"><p id="x" style="font-size:.5em"></p></div>').fontSize).toBe(10)
    expect(look('<h1 id="x">').fontSize).toBe(32)
    expect(look('<p id="x" style="font-size:12pt">').fontSize).toBe(16)
    expect(look('<p id="x" style="line-height:24px">').lineHeight).toEqual({ kind: 'pixels', value: 24 })
    expect(look('<div style="line-height:150%;font-size:10px"><p id="x"></p></div>').lineHeight).toEqual({ kind: 'pixels', value: 15 })
  })

  test.each(['display:none', 'visibility:hidden', 'max-height:0;overflow:hidden', 'opacity:0'])('%s hides', (style) => {
    expect(look(`<div style="${style}"><p id="x"></p></div>`).hidden).toBe(true)
  })
})
