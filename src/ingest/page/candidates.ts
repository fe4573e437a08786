import { ancestorsOf, attribute, type PageDocument, type PageElement } from './dom.ts'
import { isProse } from './prune.ts'
import { type Run, walk } from './runs.ts'

/** Which runs are taken to be the article, before the fine work, and who said so. */
export interface Candidate {
  runs: Run[]
  from: 'readability' | 'article-body' | 'json-ld' | 'container'
}

/** Characters of prose that make an article. */
const enough = 250

/**
 * Settles what the article is from four witnesses: Readability, the page's own `articleBody` (microdata), the text
 * that its JSON-LD carries, and the containers that publishing systems use.
 *
 * Readability is believed unless another witness shows that it took something else, or much too little.
 *
 * @param voted numbers of the runs that Readability kept
 * @param body the `articleBody` of the page's JSON-LD, when it has one
 */
export function chooseCandidate(document: PageDocument, runs: readonly Run[], voted: ReadonlySet<number>, body?: string): Candidate {
  const readability: Candidate = { runs: runs.filter((run) => voted.has(run.id)), from: 'readability' }
  const declared = declaredBody(document, runs, readability)
  if (declared !== undefined) return declared
  const told = body === undefined ? undefined : toldBody(body, runs, readability)
  if (told !== undefined) return told
  return container(document, runs, readability)
}

/** The element that the page itself marks as the body. It counts when most of the prose is in it. */
function declaredBody(document: PageDocument, runs: readonly Run[], other: Candidate): Candidate | undefined {
  const elements = new Set<PageElement>()
  for (const element of document.querySelectorAll('[itemprop~="articleBody"], [property~="articleBody"], [property~="schema:articleBody"]')) {
    if (![...ancestorsOf(element)].some((above) => elements.has(above))) elements.add(element)
  }
  const parents = new Set([...elements].map((element) => element.parentNode))
  if (elements.size === 0 || parents.size > 1) return undefined
  const inside = runsBelow(runs, elements)
  const prose = proseOf(inside)
  if (prose < enough || prose < proseOf(other.runs) * 0.6) return undefined
  const votes = new Set(other.runs)
  const both = inside.filter((run) => votes.has(run))
  return { runs: proseOf(both) >= prose * 0.6 ? both : inside, from: 'article-body' }
}

/** The runs whose text is in what the page's JSON-LD gives as its body, when Readability missed much of it. */
function toldBody(body: string, runs: readonly Run[], other: Candidate): Candidate | undefined {
  const squeezed = squeeze(body)
  if (squeezed.length < enough) return undefined
  const isTold = (run: Run): boolean => run.text.length >= 25 && squeezed.includes(squeeze(run.text))
  const told = runs.filter(isTold)
  const lengthOf = (list: readonly Run[]): number => list.reduce((sum, run) => sum + squeeze(run.text).length, 0)
  const found = lengthOf(told)
  if (found < squeezed.length * 0.7) return undefined
  return lengthOf(other.runs.filter(isTold)) < found * 0.8 ? { runs: told, from: 'json-ld' } : undefined
}

/** Only letters and digits, so that entities, quotes and spaces make no difference. */
export function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

const bodyName =
  /(?:^|[\s_-])(?:(?:article|post|entry|story|page|blog|news|main|single|node|content|body)[_-]{0,2}(?:body|content|text|copy|main)|articlebody|entry|storytext|markdown-body|mw-parser-output|e-content|field--name-body|documentation|rst-content)(?:$|[\s_-])/i

/** A container by tag or name, when it holds far more prose than Readability found. */
function container(document: PageDocument, runs: readonly Run[], other: Candidate): Candidate {
  const found = proseOf(other.runs)
  let best = other
  let most = Math.max(found * 1.6, found + 200)
  const sums = new Map<PageElement, Run[]>()
  for (const element of walk(document.body)) if (isContainer(element)) sums.set(element, [])
  for (const run of runs) for (const above of ancestorsOf(run.element)) sums.get(above)?.push(run)
  // The innermost of nested containers comes last and needs no more than the outer one had.
  for (const inside of sums.values()) {
    const prose = proseOf(inside)
    if (prose < most * (best === other ? 1 : 0.9)) continue
    best = { runs: inside, from: 'container' }
    most = prose
  }
  return best
}

function isContainer(element: PageElement): boolean {
  if (element.tagName === 'ARTICLE' || element.tagName === 'MAIN' || attribute(element, 'role') === 'main') return true
  return bodyName.test(`${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`)
}

function runsBelow(runs: readonly Run[], elements: ReadonlySet<PageElement>): Run[] {
  return runs.filter((run) => elements.has(run.element) || [...ancestorsOf(run.element)].some((above) => elements.has(above)))
}

/** Characters of prose in some runs. */
export function proseOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + (isProse(run) ? run.size : 0), 0)
}
