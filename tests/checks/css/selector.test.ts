import { describe, expect, test } from 'vitest'
import { matches, parseSelectors } from '../../../src/checks/css/selector.ts'
import { scanHtml } from '../../../src/checks/html/scan.ts'
import { valueOf } from '../../../src/checks/html/query.ts'

const document = scanHtml(`
  <div id="top" class="card big" data-kind="story one" lang="en-IE">
    <p>1</p><p class="last">2</p><a href="https://harbour.example/x.pdf">3</a><span>4</span>
  </div>`)

function found(selector: string): string[] {
  const parsed = parseSelectors(selector)
  return document.elements.filter((element) => parsed.some((one) => matches(element, one))).map((element) => valueOf(element, 'id') ?? element.tag)
}

describe('selectors', () => {
  test.each([
    ['p', ['p', 'p']],
    ['*', ['top', 'p', 'p', 'a', 'span']],
    ['.card', ['top']],
    ['.card.big', ['top']],
    ['.card.small', []],
    ['#top p', ['p', 'p']],
    ['div > .last', ['p']],
    ['p + p', ['p']],
    ['p ~ a', ['a']],
    ['p + span', []],
    ['[data-kind~=one]', ['top']],
    ['[lang|=en]', ['top']],
    ['a[href^="https:"]', ['a']],
    ['a[href$=".pdf"]', ['a']],
    ['a[href*=harbour]', ['a']],
    ['p:first-child', ['p']],
    ['span:last-child', ['span']],
    ['p:not(.last)', ['p']],
    ['a:hover', []],
    ['a:link', ['a']],
    ['p, span', ['p', 'p', 'span']],
    ['body p', []],
  ])('%s', (selector, expected) => {
    expect(found(selector)).toEqual(expected)
  })

  test('weigh ids above classes above types', () => {
    const weight = (text: string): number => parseSelectors(text)[0]?.specificity ?? 0
    expect(weight('#a')).toBeGreaterThan(weight('.a.b.c'))
    expect(weight('.a')).toBeGreaterThan(weight('div p span'))
    expect(weight('.a p')).toBeGreaterThan(weight('.a'))
  })
})
