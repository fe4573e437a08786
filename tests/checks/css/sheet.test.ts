import { describe, expect, test } from 'vitest'
import { type CssNode, scanDeclarations, scanSheet } from '../../../src/checks/css/sheet.ts'

function brief(nodes: readonly CssNode[]): unknown[] {
  return nodes.map((node) => {
    const own = node.declarations.map(({ property, value, important }) => `${property}:${value}${important ? ' !' : ''}`)
    return [node.kind === 'rule' ? node.selector : `@${node.name} ${node.prelude}`, ...own, ...brief(node.rules)]
  })
}

describe('reading style sheets', () => {
  test('reads rules, at-rules and what they hold', () => {
    expect(brief(scanSheet('a{color:red;margin:0 auto}@media (max-width:480px){.b{width:100%!important}}@import url("x.css");c{}'))).toEqual([
      ['a', 'color:red', 'margin:0 auto'],
      ['@media (max-width:480px)', ['.b', 'width:100% !']],
      ['@import url("x.css")'],
      ['c'],
    ])
  })

  test('is not confused by strings, addresses, comments and escapes', () => {
    expect(brief(scanSheet('a{content:"};{";background:url(data:x;y);/* } */color:red}b::after{content:\'\\\'}\'}'))).toEqual([
      ['a', 'content:"};{"', 'background:url(data:x;y)', 'color:red'],
      ['b::after', "content:'\\'}'"],
    ])
  })

  test('reads nested rules and custom properties with braces', () => {
    expect(brief(scanSheet(':root{--x: {a:b}; --y:1px}.card{color:red;&:hover{color:blue}}'))).toEqual([
      [':root', '--x:{a:b}', '--y:1px'],
      ['.card', 'color:red', ['&:hover', 'color:blue']],
    ])
  })

  test.each(['a{', 'a{b', 'a{b:', '}}a{b:c}', '@media', '@media(', 'a{b:url(', 'a{b:"', '/*', 'a{;;b:c;;}'])('recovers from %j', (css) => {
    expect(() => scanSheet(css)).not.toThrow()
  })

  test('goes on after a closing brace too many', () => {
    expect(brief(scanSheet('a{b:c}}d{e:f}'))).toEqual([['a', 'b:c'], ['d', 'e:f']])
  })

  test('places declarations in the document', () => {
    const html = '<td style="color:red; padding : 0 8px ;x">'
    const base = html.indexOf('color')
    const declarations = scanDeclarations('color:red; padding : 0 8px ;x', base)
    expect(declarations.map(({ start, end }) => html.slice(start, end))).toEqual(['color:red', 'padding : 0 8px'])
  })
})
