import { isLineNumbers, signUpBoxes } from './boxes.ts'
import { ancestorsOf, attribute, isElement, textOf, type PageDocument, type PageElement, type PageNode } from './dom.ts'
import { namedAs } from './names.ts'
import { type Run, walk } from './runs.ts'

const never = new Set(
  `SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG CANVAS AUDIO VIDEO MAP BUTTON SELECT INPUT TEXTAREA DATALIST DIALOG
  LINK META TITLE BASE PROGRESS METER APPLET FRAME FRAMESET NOFRAMES AREA TRACK SOURCE MATH`.split(/\s+/),
)

/** Takes out what never holds text of an article, and comments. What an author hid from readers goes too. */
export function dropMachinery(document: PageDocument): void {
  const gone: PageNode[] = signUpBoxes(document)
  for (const element of walk(document.body)) {
    if (never.has(element.tagName.toUpperCase()) || isHidden(element) || isReference(element) || isAnchor(element) || isLineNumbers(element)) gone.push(element)
  }
  for (const node of gone) node.remove()
}

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden') && attribute(element, 'hidden') !== 'until-found') return true
  const style = attribute(element, 'style')
  return style !== undefined && hiddenStyle.test(style)
}

/** The number of a note, such as [1], which means nothing without the notes. */
function isReference(element: PageElement): boolean {
  return element.tagName === 'SUP' && element.querySelector('a[href]') !== null && /^\[?[\p{L}\d]{1,3}\]?(?:\s*\[?\d{1,3}\]?)*$/u.test(textOf(element))
}

/** The sign beside a heading that gives its address. */
export function isAnchor(element: PageElement): boolean {
  return element.tagName === 'A' && /^(?:[¶#§🔗]|permalink|anchor)$/iu.test(textOf(element))
}

const roles = new Set('navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar tooltip tablist doc-endnotes'.split(' '))
const frames = new Set('NAV FOOTER ASIDE FORM MENU ADDRESS'.split(' '))

/** A part with more than this share of the page's prose may be the article, whatever it is called. */
const mostProse = 0.4
/** Characters of prose that must stand outside all furniture before a large part of the page goes: comments, say. */
const rest = 200
/** A label is short, in characters of prose and in all. */
const labelProse = 600
const labelText = 900

/**
 * Takes out the parts of a page that by tag, role or name are not the article: menus, share bars, comments, boxes of
 * related links, bylines. Names lie, so what holds much of the page's prose is taken only when an article is left
 * without it, and never with the page's headline in it.
 *
 * @returns the runs that are left
 */
export function dropFurniture(document: PageDocument, runs: readonly Run[]): Run[] {
  const prose = weigh(runs, (run) => (isProse(run) ? run.size : 0))
  const text = weigh(runs, (run) => run.size)
  const whole = prose.get(document.body) ?? 0
  const large: PageElement[] = []
  const gone: PageElement[] = []
  for (const element of walk(document.body)) {
    const kind = judge(element)
    if (kind === undefined) continue
    const held = prose.get(element) ?? 0
    if (kind === 'label' && (held > Math.min(labelProse, whole * 0.25) || (text.get(element) ?? 0) > labelText)) continue
    if (held <= whole * mostProse) gone.push(element)
    else if (element.querySelector('h1, main, [itemprop~="articleBody"]') === null) large.push(element)
  }
  const furniture = outermost([...large, ...gone])
  const outside = whole - furniture.reduce((sum, element) => sum + (prose.get(element) ?? 0), 0)
  if (outside >= rest) gone.push(...large)
  for (const element of gone) element.remove()
  return runs.filter((run) => isIn(run.element, document.body))
}

function judge(element: PageElement): 'furniture' | 'label' | undefined {
  if (element.tagName === 'BODY' || element.tagName === 'ARTICLE' || element.tagName === 'MAIN') return undefined
  if (frames.has(element.tagName) || element.tagName === 'FIGCAPTION') return 'furniture'
  const role = attribute(element, 'role')
  if (role !== undefined && roles.has(role)) return 'furniture'
  return namedAs(element)
}

/** Text that reads like sentences and not like a menu. */
export function isProse(run: Run): boolean {
  return run.size >= 80 && run.linked < 0.4
}

/** Sums a measure of the runs below each element. */
function weigh(runs: readonly Run[], measure: (run: Run) => number): Map<PageElement, number> {
  const sums = new Map<PageElement, number>()
  for (const run of runs) {
    const value = measure(run)
    if (value === 0) continue
    sums.set(run.element, (sums.get(run.element) ?? 0) + value)
    for (const above of ancestorsOf(run.element)) sums.set(above, (sums.get(above) ?? 0) + value)
  }
  return sums
}

/** The elements that no other of them holds. */
function outermost(elements: readonly PageElement[]): PageElement[] {
  const all = new Set(elements)
  return elements.filter((element) => ![...ancestorsOf(element)].some((above) => all.has(above)))
}

function isIn(element: PageElement, root: PageElement): boolean {
  if (!isElement(element)) return false
  for (const above of ancestorsOf(element)) if (above === root) return true
  return false
}
