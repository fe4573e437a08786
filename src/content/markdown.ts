import MarkdownIt, { type Token } from 'markdown-it'
import type { RichText } from '../model/rich-text.ts'

/**
 * Raw HTML is off: it comes out as the text it is. Links that run code are refused by the library's own check.
 * Pictures are shown by the template, from the front matter, and nowhere else.
 */
const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false }).disable('image')

/** A safe link target: an address a mail program can open, or undefined. */
export function safeLink(href: string | undefined): string | undefined {
  return href !== undefined && /^(https?:\/\/|mailto:)/i.test(href) ? href : undefined
}

/** The target of a `link_open` token. */
export function hrefOf(token: Token): string | undefined {
  const href = token.attrGet('href')
  return typeof href === 'string' ? href : undefined
}

/** Block Markdown, such as the intro of an issue, as HTML and as plain text. */
export function renderMarkdown(source: string): RichText {
  const tokens = markdown.parse(source, {})
  for (const token of tokens) dropUnsafeLinks(token)
  return {
    html: markdown.renderer.render(tokens, markdown.options, {}).trim(),
    text: blockText(tokens),
  }
}

/** One line of Markdown, such as an editor's blurb, as HTML and as plain text. */
export function renderInline(source: string): RichText {
  const tokens = markdown.parseInline(source.replace(/\s+/g, ' ').trim(), {})
  for (const token of tokens) dropUnsafeLinks(token)
  return {
    html: markdown.renderer.render(tokens, markdown.options, {}),
    text: tokens.map((token) => inlineText(token)).join(''),
  }
}

/** Paragraphs, headings and list items of a body as inline tokens, for tracing a sentence back to its marks. */
export function inlineTokens(source: string): Token[][] {
  return markdown.parse(source, {}).flatMap((token) => (token.type === 'inline' && token.children !== null ? [token.children] : []))
}

/** A link that leads nowhere from a mail (a path, a fragment) loses its tags and keeps its words. */
function dropUnsafeLinks(block: Token): void {
  if (block.children === null) return
  let dropping = false
  block.children = block.children.filter((token) => {
    if (token.type === 'link_open') {
      dropping = safeLink(hrefOf(token)) === undefined
      return !dropping
    }
    if (token.type === 'link_close' && dropping) {
      dropping = false
      return false
    }
    return true
  })
}

function inlineText(token: Token): string {
  if (token.children === null) return token.content
  return token.children
    .map((child) => (child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : child.content))
    .join('')
}

function blockText(tokens: readonly Token[]): string {
  const blocks: string[] = []
  let marker = ''
  const counters: number[] = []
  for (const token of tokens) {
    if (token.type === 'bullet_list_open') counters.push(0)
    else if (token.type === 'ordered_list_open') counters.push(1)
    else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') counters.pop()
    else if (token.type === 'list_item_open') marker = listMarker(counters)
    else if (token.type === 'inline' || token.type === 'fence' || token.type === 'code_block') {
      blocks.push(`${marker}${withLinks(token)}`.trimEnd())
      marker = ''
    }
  }
  return blocks.join('\n\n')
}

function listMarker(counters: number[]): string {
  const current = counters.at(-1) ?? 0
  if (current === 0) return '- '
  counters[counters.length - 1] = current + 1
  return `${current}. `
}

/** The words of a block with each link's address behind them, as a plain-text reader needs it. */
function withLinks(token: Token): string {
  if (token.children === null) return token.content
  let text = ''
  let start = 0
  let target: string | undefined
  for (const child of token.children) {
    if (child.type === 'link_open') {
      target = hrefOf(child)
      start = text.length
    } else if (child.type === 'link_close') {
      const words = text.slice(start)
      const address = target?.replace(/^mailto:/i, '')
      if (address !== undefined && address !== words) text += ` (${address})`
    } else {
      text += child.type === 'softbreak' ? ' ' : child.type === 'hardbreak' ? '\n' : child.content
    }
  }
  return text
}
