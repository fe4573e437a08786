import { ancestorsOf, attribute, childrenOf, isElement, type PageElement } from '../page/dom.ts'
import type { Run } from '../page/runs.ts'
import { codeBlock } from './code.ts'
import { escapeLineStart } from './escape.ts'
import { inlineMarkdown, type Resolve } from './inline.ts'
import { tableMarkdown } from './table.ts'

/** What rendering a tree needs to know. */
interface Context {
  resolve: Resolve
  /** Elements of the runs that are kept. */
  kept: ReadonlySet<PageElement>
  /** Elements with a kept run below. */
  holders: ReadonlySet<PageElement>
  /** Added to the level of a heading, so that the highest in the text is the second. */
  shift: number
}

/**
 * The Markdown of an article.
 *
 * @param root element below which its runs are
 * @param runs of the article; all else below `root` is left out
 * @param resolve makes addresses absolute
 */
export function toMarkdown(root: PageElement, runs: readonly Run[], resolve: Resolve): string {
  const kept = new Set(runs.map((run) => run.element))
  const holders = new Set<PageElement>()
  const levels: number[] = []
  for (const { element } of runs) {
    for (const above of ancestorsOf(element)) {
      if (holders.has(above)) break
      holders.add(above)
    }
    const level = headingLevel(element) || [...ancestorsOf(element)].map(headingLevel).find((value) => value > 0)
    if (level !== undefined && level > 0) levels.push(level)
  }
  const shift = levels.length === 0 ? 0 : 2 - Math.min(...levels)
  return renderChildren(root, { resolve, kept, holders, shift }, '\n\n')
}

function headingLevel(element: PageElement): number {
  return /^H[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : 0
}

function renderChildren(element: PageElement, context: Context, glue: string): string {
  if (context.kept.has(element)) return paragraph(element, context)
  const blocks: string[] = []
  for (const child of childrenOf(element)) {
    if (isElement(child) && (context.kept.has(child) || context.holders.has(child))) blocks.push(render(child, context))
  }
  return blocks.filter((block) => block !== '').join(glue)
}

function render(element: PageElement, context: Context): string {
  switch (element.tagName) {
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
      return heading(element, context)
    case 'UL':
    case 'OL':
      return list(element, context)
    case 'BLOCKQUOTE':
      return prefixed(renderChildren(element, context, '\n\n'), '> ', '> ')
    case 'PRE':
      return codeBlock(element)
    case 'TABLE':
      return tableMarkdown(element, context.resolve) ?? renderChildren(element, context, '\n\n')
    case 'LI':
      return prefixed(item(element, context), '- ', '  ')
    case 'DT':
      return strong(renderChildren(element, context, ' '))
    case 'DD':
      return context.kept.has(element) ? paragraph(element, context) : renderChildren(element, context, '\n\n')
    default:
      return renderChildren(element, context, '\n\n')
  }
}

function paragraph(element: PageElement, { resolve }: Context): string {
  return inlineMarkdown(element, resolve).split('\n').map(escapeLineStart).join('\n')
}

/** The term that a list explains. */
function strong(text: string): string {
  return text === '' || text.includes('*') || text.includes('\n') ? text : `**${text}**`
}

function heading(element: PageElement, context: Context): string {
  const text = renderChildren(element, context, ' ').replaceAll(/\s*\n\s*/g, ' ').replace(/^\*\*(.*)\*\*$/, '$1')
  if (text === '') return ''
  return `${'#'.repeat(Math.min(6, headingLevel(element) + context.shift))} ${text}`
}

function list(element: PageElement, context: Context): string {
  const ordered = element.tagName === 'OL'
  let number = Number.parseInt(attribute(element, 'start') ?? '1', 10) || 1
  const items: string[] = []
  for (const child of childrenOf(element)) {
    if (!isElement(child) || !(context.kept.has(child) || context.holders.has(child))) continue
    const marker = ordered ? `${String(number)}. ` : '- '
    number++
    const text = child.tagName === 'LI' ? item(child, context) : render(child, context)
    if (text !== '') items.push(prefixed(text, marker, ' '.repeat(marker.length)))
  }
  return items.join('\n')
}

/** An item with a list inside stays tight; one with several paragraphs does not. */
function item(element: PageElement, context: Context): string {
  const paragraphs = childrenOf(element).filter((child) => isElement(child) && child.tagName === 'P')
  return renderChildren(element, context, paragraphs.length > 1 ? '\n\n' : '\n')
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? others.trimEnd() : others) + line)
    .join('\n')
}
