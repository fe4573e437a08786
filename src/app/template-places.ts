import type { Place } from '../diagnostics/diagnostic.ts'
import type { ElementOrigin } from '../checks/finding.ts'
import type { ElementNode, HtmlDocument } from '../checks/html/document.ts'
import { valueOf } from '../checks/html/query.ts'
import { scanHtml } from '../checks/html/scan.ts'
import type { Expanded } from '../render/expand.ts'
import { compileMjml } from '../render/mjml.ts'
import { SquashedText } from './squashed-text.ts'

/** Finds the place in the template from which an element of the finished HTML comes. */
export type TemplatePlaces = (origin: ElementOrigin) => Place | undefined

/** Components that stand in the head, and so have no class of their own. */
const headless = new Set(
  'mjml mj-head mj-attributes mj-all mj-class mj-breakpoint mj-font mj-html-attributes mj-selector mj-html-attribute mj-preview mj-style mj-title mj-raw mj-include'.split(' '),
)

/** Begins the class that stands for an element of the template. */
const prefix = 'gz-at-'

/**
 * Leads from elements of the finished HTML back to the template. MJML keeps no record of what became of a tag, so the
 * message is rendered a second time with every tag of the MJML marked: components by a class, HTML inside them by an
 * attribute. Both renderings have the same elements in the same order, and the nearest marked element at or above one
 * of them tells its source.
 *
 * @param expanded the MJML that was rendered, with its map to the template
 * @param html the finished HTML
 */
export async function templatePlaces(expanded: Expanded, html: string): Promise<TemplatePlaces> {
  const source = scanHtml(expanded.text)
  const rendered = await compileMjml(marked(source), expanded.map)
  const twin = rendered.value === undefined ? undefined : scanHtml(rendered.value)
  const shipped = scanHtml(html)
  // Should a mark ever change what MJML makes, no place is better than a wrong one.
  const usable = twin !== undefined && twin.elements.length === shipped.elements.length
  const styles = new SquashedText(expanded.text)
  return (origin) => {
    const inStyle = origin.style === undefined ? undefined : styles.find(origin.style)
    if (inStyle !== undefined) return expanded.map.placeAt(inStyle)
    const element = usable ? sourceOf(twin.elements[origin.element], source) : undefined
    return element === undefined ? undefined : expanded.map.placeAt(offsetIn(element, source, origin.hints))
  }
}

/** The MJML with a mark on every tag of which the rendering keeps one. */
function marked(source: HtmlDocument): string {
  let text = ''
  let at = 0
  for (const element of source.elements) {
    const insertion = insertionIn(element)
    if (insertion === undefined) continue
    text += source.source.slice(at, insertion.start) + markOf(element)
    at = insertion.end
  }
  return text + source.source.slice(at)
}

/** Where the mark of an element goes; nothing for one that cannot carry any. */
function insertionIn(element: ElementNode): { start: number; end: number } | undefined {
  if (headless.has(element.tag) || element.parent?.tag === 'mj-attributes' || element.parent?.tag === 'mj-class') return undefined
  const own = element.tag.startsWith('mj-') ? element.attributes.find(({ name }) => name === 'css-class') : undefined
  const afterName = element.start + 1 + element.tag.length
  return own === undefined ? { start: afterName, end: afterName } : { start: own.start, end: own.end }
}

function markOf(element: ElementNode): string {
  if (!element.tag.startsWith('mj-')) return ` data-gz="${element.index}"`
  const own = valueOf(element, 'css-class')
  return own === undefined ? ` css-class="${prefix}${element.index}"` : `css-class="${own.replaceAll('"', '')} ${prefix}${element.index}"`
}

/** Elements that MJML writes for components that carry no mark. */
const counterparts: Record<string, string> = { html: 'mjml', head: 'mj-head', title: 'mj-title', body: 'mj-body' }

const mark = new RegExp(`${prefix}(\\d+)(?![\\d-])`)

/** The element of the MJML from which an element of the rendering comes. */
function sourceOf(element: ElementNode | undefined, source: HtmlDocument): ElementNode | undefined {
  for (let one = element; one?.parent !== undefined; one = one.parent) {
    const number = valueOf(one, 'data-gz') ?? mark.exec(valueOf(one, 'class') ?? '')?.[1]
    if (number !== undefined) return source.elements[Number(number)]
    const component = counterparts[one.tag]
    if (component !== undefined) return source.elements.find(({ tag }) => tag === component) ?? source.elements[0]
  }
  return source.elements[0]
}

/** Where in an element's source the first hint stands: in its tag, then in all it holds; its beginning without one. */
function offsetIn(element: ElementNode, source: HtmlDocument, hints: readonly string[]): number {
  const tag = source.source.slice(element.start, element.openEnd)
  const whole = source.source.slice(element.start, element.end)
  for (const hint of hints) {
    const inTag = hint === '' ? -1 : tag.indexOf(hint)
    const at = inTag !== -1 || hint === '' ? inTag : whole.indexOf(hint)
    if (at !== -1) return element.start + at
  }
  return element.start
}
