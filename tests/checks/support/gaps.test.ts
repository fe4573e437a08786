import { describe, expect, test } from 'vitest'
import { InlineStyles, styleSheetsOf } from '../../../src/checks/css/styles.ts'
import { scanHtml } from '../../../src/checks/html/scan.ts'
import { gapsOf, wordView } from '../../../src/checks/support/gaps.ts'
import { normalise } from '../../../src/checks/support/table.ts'
import { type ClientShares, type MailClient, mailClients } from '../../../src/model/mail-client.ts'

const everyone = Object.fromEntries(Object.keys(mailClients).map((client) => [client, 1])) as ClientShares

/** What clients lack, as `row` → clients. */
function gaps(html: string, shares: ClientShares = everyone): Record<string, MailClient[]> {
  const document = scanHtml(html)
  const web = { document, inline: new InlineStyles(document), sheets: styleSheetsOf(document) }
  return Object.fromEntries(gapsOf(web, wordView(document), normalise(shares)).map(({ use, clients }) => [`${use.slug} ${use.label}`, clients]))
}

const rows = (html: string, shares?: ClientShares): string[] => Object.keys(gaps(html, shares))
const word: ClientShares = { 'outlook-windows': 1 }

describe('what the readers’ clients lack', () => {
  test('is found in style attributes, style sheets, tags, attributes and pictures', () => {
    expect(rows('<td style="position:absolute">')).toContain('css-position position')
    expect(rows('<style>.a:has(b){color:red}</style>')).toContain('css-pseudo-class-has :has(b)')
    expect(rows('<style>@supports (x:y){a{color:red}}</style>')).toContain('css-at-supports @supports')
    expect(rows('<video src="x"></video>')).toContain('html-video <video>')
    expect(rows('<p hidden>x</p>')).toContain('html-hidden hidden')
    expect(rows('<img src="a.webp">')).toContain('image-webp webp')
    expect(rows('<script>x</script>')).toContain('own-script <script>')
  })

  test('is weighed by the shares of the readers', () => {
    expect(rows('<td style="position:absolute">', { thunderbird: 1 })).toEqual([])
    expect(gaps('<td style="color:hsl(0 0% 0%)">')['own-hsl hsl()']).toEqual(['outlook-windows'])
  })

  test('what is not known is not counted as missing', () => {
    expect(gaps('<td style="cursor:url(x),pointer">', word)).toEqual({})
  })

  test.each([
    ['<div style="padding:8px">x</div>', ['css-padding padding']],
    ['<table><tr><td style="padding:8px">x</td></tr></table>', []],
    ['<div style="width:300px">x</div>', ['css-width width']],
    ['<td style="width:300px">x</td>', []],
    ['<img width="300" style="width:100%">', []],
    ['<p style="margin:-8px 0">x</p>', ['css-margin margin']],
    ['<p style="margin:8px 0">x</p>', []],
    ['<td style="background:#fff">x</td>', []],
    ['<td style="background:url(a.png)">x</td>', ['css-background background']],
    ['<td style="display:inline-block">x</td>', []],
    ['<td style="display:flex">x</td>', ['css-display-flex display:flex']],
  ])('the notes on Outlook for Windows are read: %s', (html, expected) => {
    expect(rows(html, word)).toEqual(expected)
  })

  test.each([
    ['<td style="width:600px;width:calc(100% - 8px)">x</td>', 'an earlier value'],
    ['<div style="max-width:600px"><!--[if mso]><i><![endif]--></div>'.replace('<div', '<!--[if mso]><table width="600"><tr><td><![endif]--><div'), 'a table around it for Outlook'],
    ['<td bgcolor="#0b6670" style="background-image:url(a.png)">x</td>', 'a colour under a picture'],
    ['<td style="mso-padding-alt:8px"><a style="padding:8px">x</a></td>', 'padding of the cell'],
    ['<div style="display:none;mso-hide:all;max-height:0;overflow:hidden;width:1px">x</div>', 'nobody sees it'],
    ['<!--[if !mso]><!--><div style="position:absolute">x</div><!--<![endif]-->', 'a block that Outlook does not read'],
    ['<style>@media (max-width:480px){.a{width:100px}}</style>', 'a media query'],
    ['<style>[data-ogsc] .a{color:#fff}u + .body .b{color:red}</style>', 'selectors for one client'],
    ['<div style="padding:0;margin:0 0">x</div>', 'values without effect'],
  ])('a fallback is allowed for: %s (%s)', (html) => {
    expect(rows(html, word)).toEqual([])
  })

  test('what only Outlook reads is judged by Outlook alone', () => {
    expect(rows('<!--[if mso]><div style="display:flex">x</div><![endif]-->', { 'outlook-windows': 1, yahoo: 1 })).toEqual(['css-display-flex display:flex'])
    expect(rows('<!--[if mso]><video></video><![endif]-->', { yahoo: 1 })).toEqual([])
  })

  test('accounts of other providers in Gmail count on their own', () => {
    expect(rows('<td style="display:flex">x</td>', { 'gmail-app': 1 })).toEqual([])
    expect(rows('<td style="display:flex">x</td>', { 'gmail-other': 1 })).toEqual(['css-display-flex display:flex'])
    expect(rows('<style>.a{display:flex}</style>', { 'gmail-other': 1 })).toEqual([])
  })
})
