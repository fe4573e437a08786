import type { Token } from 'markdown-it'
import type { SourceSentence } from '../model/blurb.ts'
import { escapeHtml } from '../lib/escape-html.ts'
import { hrefOf, inlineTokens, safeLink } from './markdown.ts'

/** A character of a paragraph with the marks around it, outermost first. */
interface MarkedText {
  text: string
  /** For each UTF-16 unit of `text`, the index into `styles`. */
  style: number[]
  styles: string[][]
}

/** Beyond so many characters a text is no article, and its marks are not worth their time. */
const longest = 500_000

/** Tags that other systems' templates left in a body, such as `{{ "/about" | url }}` in the target of a link. */
const templateTags = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g

/**
 * The HTML of sentences taken from an article, with the emphasis, links and code they have there. A sentence that
 * is not found as it stands, because it was trimmed or repaired, comes out plain.
 *
 * @param body the article's Markdown
 * @param between what stands between two sentences
 */
export function withMarks(body: string, sentences: readonly SourceSentence[], between = ' '): string {
  const paragraphs = body.length > longest ? [] : inlineTokens(body.replace(templateTags, '')).map(flatten)
  return sentences
    .map(({ text }) => {
      for (const paragraph of paragraphs) {
        const start = paragraph.text.indexOf(text)
        if (start !== -1) return emit(paragraph, start, start + text.length)
      }
      return escapeHtml(text)
    })
    .join(between)
}

function flatten(tokens: readonly Token[]): MarkedText {
  const styles: string[][] = [[]]
  const style: number[] = []
  let text = ''
  let last = ''
  let open: string[] = []
  const add = (piece: string, tags: string[]): void => {
    const current = styles.at(-1) ?? []
    if (current.length !== tags.length || current.some((tag, index) => tag !== tags[index])) styles.push(tags)
    for (const character of piece.replace(/\s+/g, ' ')) {
      // Two spaces in a row are one in a blurb.
      if (character === ' ' && last === ' ') continue
      last = character
      text += character
      for (let unit = 0; unit < character.length; unit++) style.push(styles.length - 1)
    }
  }
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const href = safeLink(hrefOf(token))
      open = [...open, href === undefined ? '' : `a href="${escapeHtml(href)}"`]
    } else if (token.type === 'em_open' || token.type === 'strong_open') {
      open = [...open, token.tag]
    } else if (token.nesting === -1) {
      open = open.slice(0, -1)
    } else if (token.nesting === 1) {
      open = [...open, '']
    } else if (token.type === 'code_inline') {
      add(token.content, [...open, 'code'].filter((tag) => tag !== ''))
    } else {
      add(token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content, open.filter((tag) => tag !== ''))
    }
  }
  return { text, style, styles }
}

function emit({ text, style, styles }: MarkedText, start: number, end: number): string {
  let html = ''
  let position = start
  while (position < end) {
    const current = style[position] ?? 0
    let next = position
    while (next < end && style[next] === current) next++
    const tags = styles[current] ?? []
    html += tags.map((tag) => `<${tag}>`).join('')
    html += escapeHtml(text.slice(position, next))
    html += tags.toReversed().map((tag) => `</${tag.split(' ', 1)[0] ?? ''}>`).join('')
    position = next
  }
  return html
}
