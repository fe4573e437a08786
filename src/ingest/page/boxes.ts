import { ancestorsOf, attribute, textOf, type PageDocument, type PageElement } from './dom.ts'

/** Characters that a box which asks for an address has at most, and its share of the page's text. */
const boxText = 500
const boxShare = 0.25

const notBoxes = new Set(['BODY', 'MAIN', 'ARTICLE'])

/** The boxes of a page that ask for an e-mail address, with what they say beside the form. */
export function signUpBoxes(document: PageDocument): PageElement[] {
  const fields = [...document.querySelectorAll('input[type="email"]')]
  if (fields.length === 0) return []
  const most = Math.min(boxText, textOf(document.body).length * boxShare)
  return fields.map((field) => {
    let box = field
    for (const above of ancestorsOf(field)) {
      if (notBoxes.has(above.tagName) || textOf(above).length > most || above.querySelector('h1') !== null) break
      box = above
    }
    return box
  })
}

/** What highlighters call the numbers of lines. */
const numberName = /^(?:ln|lnt|lineno|linenos|linenumbers?|line-numbers?|hljs-ln-n(?:umbers)?|gutter|rouge-gutter)$/

/** Whether an element holds nothing but the numbers of the lines of some code. */
export function isLineNumbers(element: PageElement): boolean {
  const isNamed = (attribute(element, 'class') ?? '').split(/\s+/).some((name) => numberName.test(name))
  // Without such a name it may be what the code prints.
  if (!isNamed && !isBesideCode(element)) return false
  const text = element.textContent ?? ''
  if (!/^[\s\d]*\d[\s\d]*$/.test(text)) return false
  const numbers = text.trim().split(/\s+/).map(Number)
  return isNamed || (numbers.length > 1 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index))
}

function isBesideCode(element: PageElement): boolean {
  if (element.tagName !== 'PRE') return false
  const row = [...ancestorsOf(element)].find(({ tagName }) => tagName === 'TR')
  return row !== undefined && row.querySelector('td ~ td pre') !== null
}
