import { ancestorsOf, attribute, childrenOf, isElement, isText, textOf, type PageDocument, type PageElement, type PageNode } from './dom.ts'

/** A stretch of text between two block boundaries: a paragraph, a heading, a list item, a cell. */
export interface Run {
  /** Its number in the page, from 0, in reading order. */
  id: number
  /** The element that holds the run and nothing else of the page's text. */
  element: PageElement
  /** On one line. */
  text: string
  /** Its length in characters of an alphabet: one of Chinese, Japanese or Korean script says as much as three. */
  size: number
  /** Share of the characters that are inside links, 0 to 1. */
  linked: number
}

const blockTags = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM
  H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
)

/** Elements that by themselves say "this is one piece of text". */
const holders = new Set('P H1 H2 H3 H4 H5 H6 LI DT DD TD TH PRE FIGCAPTION CAPTION SUMMARY'.split(' '))

/** Whether an element starts a line of its own, as browsers draw it. */
export function isBlock(node: PageNode): boolean {
  return isElement(node) && blockTags.has(node.tagName)
}

/** The name of the mark on the element of a run. Each run has a name of its own, so that merging elements loses none. */
export function markOf(id: number): string {
  return `data-run-${String(id)}`
}

/**
 * Finds every run of a page and marks its element. Text that shares its parent with other text or with blocks is
 * wrapped in a `span`, and two line breaks in a row part runs as paragraphs do.
 */
export function markRuns(document: PageDocument): Run[] {
  const runs: Run[] = []
  const holdsBlock = blockHolders(document.body)
  const visit = (element: PageElement): void => {
    const groups = inlineGroups(element, holdsBlock)
    const texts = groups.filter((group) => group.some((node) => (node.textContent ?? '').trim() !== ''))
    const alone = texts.length === 1 && groups.length === 1 && holders.has(element.tagName) && !holdsBlock.has(element)
    if (alone) {
      add(runs, element)
      return
    }
    for (const group of texts) add(runs, wrap(document, element, group))
    for (const child of childrenOf(element)) if (isElement(child) && (isBlock(child) || holdsBlock.has(child))) visit(child)
  }
  visit(document.body)
  return orderRuns(document, runs)
}

function add(runs: Run[], element: PageElement): void {
  const text = textOf(element)
  if (text === '') return
  runs.push({ id: 0, element, text, size: sizeOf(text), linked: 0 })
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

function sizeOf(text: string): number {
  return text.length + 2 * (text.match(dense)?.length ?? 0)
}

/** Numbers the runs as they are read, marks their elements and measures their links. */
function orderRuns(document: PageDocument, found: readonly Run[]): Run[] {
  const byElement = new Map(found.map((run) => [run.element, run]))
  const runs: Run[] = []
  for (const element of walk(document.body)) {
    const run = byElement.get(element)
    if (run === undefined) continue
    run.id = runs.length
    run.linked = linkShare(run)
    element.setAttribute(markOf(run.id), '')
    runs.push(run)
  }
  return runs
}

function linkShare(run: Run): number {
  const path = [run.element, ...ancestorsOf(run.element)]
  // A heading that links to itself, so that readers can copy its address, leads nowhere.
  const isHeading = path.some((element) => /^H[1-6]$/.test(element.tagName))
  const leads = (link: PageElement): boolean => !(isHeading && (attribute(link, 'href') ?? '#').includes('#'))
  if (path.some((element) => element.tagName === 'A' && element.hasAttribute('href') && leads(element))) return 1
  let linked = 0
  for (const link of run.element.querySelectorAll('a[href]')) if (leads(link)) linked += textOf(link).length
  return Math.min(1, linked / run.text.length)
}

/** Every element below one, in reading order, without recursion. */
export function* walk(root: PageElement): Generator<PageElement> {
  const waiting: PageNode[] = childrenOf(root).toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue
    yield node
    for (const child of childrenOf(node).toReversed()) waiting.push(child)
  }
}

/** The inline elements (links, unknown elements) that have a block somewhere inside. */
function blockHolders(root: PageElement): Set<PageElement> {
  const holders = new Set<PageElement>()
  for (const element of walk(root)) {
    if (!isBlock(element)) continue
    for (const above of ancestorsOf(element)) {
      if (holders.has(above) || above === root) break
      holders.add(above)
    }
  }
  return holders
}

/** The children of an element as stretches of inline nodes between its blocks and its double line breaks. */
function inlineGroups(element: PageElement, holdsBlock: ReadonlySet<PageElement>): PageNode[][] {
  const groups: PageNode[][] = [[]]
  let breaks: PageNode[] = []
  const current = (): PageNode[] => groups.at(-1) ?? []
  for (const child of childrenOf(element)) {
    if (isElement(child) && child.tagName === 'BR') {
      breaks.push(child)
      continue
    }
    if (breaks.length > 0 && isText(child) && (child.textContent ?? '').trim() === '') continue
    const splits = isElement(child) && (isBlock(child) || holdsBlock.has(child))
    if (splits || breaks.length > 1) groups.push([])
    else if (breaks.length === 1 && current().length > 0) current().push(...breaks)
    breaks = []
    if (!splits) current().push(child)
  }
  return groups.filter((group) => group.length > 0)
}

function wrap(document: PageDocument, parent: PageElement, group: readonly PageNode[]): PageElement {
  const span = document.createElement('span')
  parent.insertBefore(span, group[0] ?? null)
  span.append(...group)
  return span
}
