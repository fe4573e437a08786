import { describe, expect, test } from 'vitest'
import { scanHtml } from '../../../src/checks/html/scan.ts'
import { valueOf, wordsOf } from '../../../src/checks/html/query.ts'
import type { ElementNode } from '../../../src/checks/html/document.ts'

/** The tree as nested tags and texts. */
function shape(element: ElementNode, source: string): unknown[] {
  return element.children.flatMap((node): unknown[] => {
    if (node.kind === 'comment') return [`!${source.slice(node.start, node.end)}`]
    if (node.kind === 'text') return source.slice(node.start, node.end).trim() === '' ? [] : [source.slice(node.start, node.end)]
    return [{ [node.tag]: shape(node, source) }]
  })
}

function tree(source: string): unknown[] {
  return shape(scanHtml(source).root, source)
}

function problems(source: string): string[] {
  return scanHtml(source).problems.map(({ kind, tag, start }) => `${kind} ${tag} ${start}`)
}

describe('reading HTML', () => {
  test('nests elements and keeps void ones empty', () => {
    expect(tree('<div><img src="a"><br/>x<p>y</p></div>')).toEqual([{ div: [{ img: [] }, { br: [] }, 'x', { p: ['y'] }] }])
  })

  test('gives the places of elements, attributes and values', () => {
    const source = '<a href="x?a=1&amp;b=2" class=big disabled>go</a>'
    const [link] = scanHtml(source).elements
    expect(link?.attributes.map(({ name, value }) => [name, value])).toEqual([['href', 'x?a=1&b=2'], ['class', 'big'], ['disabled', '']])
    for (const { start, end, valueStart, valueEnd } of link?.attributes ?? []) {
      expect(source.slice(start, end)).toMatch(/^(href="x\?a=1&amp;b=2"|class=big|disabled)$/)
      expect(source.slice(valueStart, valueEnd)).toMatch(/^(x\?a=1&amp;b=2|big|)$/)
    }
    expect(source.slice(link?.openEnd, link?.closeStart)).toBe('go')
    expect(link?.end).toBe(source.length)
  })

  test('ends what HTML lets an author leave open', () => {
    expect(tree('<ul><li>a<li>b</ul><p>c<div>d</div>')).toEqual([{ ul: [{ li: ['a'] }, { li: ['b'] }] }, { p: ['c'] }, { div: ['d'] }])
    expect(tree('<table><tr><td>a<td>b<tr><td>c</table>')).toEqual([{ table: [{ tr: [{ td: ['a'] }, { td: ['b'] }] }, { tr: [{ td: ['c'] }] }] }])
    expect(problems('<ul><li>a<li>b</ul><p>c<div>d</div>')).toEqual([])
  })

  test('reports what is left open and what closes nothing', () => {
    expect(problems('<div><b>x</div>')).toEqual(['unclosed b 5'])
    expect(problems('<div>x</b></div>')).toEqual(['stray b 6'])
    expect(problems('<td><a href="#">x</td>')).toEqual(['unclosed a 4'])
    expect(problems('<div><span>x')).toEqual(['unclosed span 5', 'unclosed div 0'])
    expect(problems('<p>x</br></p>')).toEqual([])
  })

  test('keeps tables apart from the cells around them', () => {
    expect(problems('<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table>')).toEqual([])
  })

  test('treats style, script and title as text', () => {
    expect(tree('<style>a > b { } </style><title>1 < 2</title>')).toEqual([{ style: ['a > b { } '] }, { title: ['1 < 2'] }])
  })

  test('reads comments as browsers do', () => {
    expect(tree('<!--[if !mso]><!--><b>x</b><!--<![endif]--><!--[if mso]><i>y</i><![endif]--><!-->z')).toEqual([
      '!<!--[if !mso]><!-->',
      { b: ['x'] },
      '!<!--<![endif]-->',
      '!<!--[if mso]><i>y</i><![endif]-->',
      '!<!-->',
      'z',
    ])
  })

  test.each(['<', '<a', '<a href', '<a href=', '<a href="', '<a href="x', '</', '</a', '<!', '<!--', '<style>', '<3 you', 'a < b', '<a "b" =c>'])(
    'survives %j',
    (source) => {
      const document = scanHtml(source)
      for (const element of document.elements) {
        expect(element.end).toBeGreaterThanOrEqual(element.openEnd)
        expect(element.end).toBeLessThanOrEqual(source.length)
      }
    },
  )

  test('is not stopped by deep nesting', () => {
    const deep = '<div>'.repeat(20_000)
    expect(scanHtml(deep).elements).toHaveLength(20_000)
  })

  test('takes the words of an element, without styles and with references decoded', () => {
    const document = scanHtml('<div>Tom&nbsp;&amp; <b>Anna</b><style>b{}</style><br>x<p>y</p></div>')
    expect(wordsOf(document, document.root)).toBe('Tom & Anna x y')
  })

  test('finds an attribute whatever its case', () => {
    expect(valueOf(scanHtml('<IMG ALT="x">').elements[0] as ElementNode, 'alt')).toBe('x')
  })
})
