import { generator, type Story, type Wanted, writeStory } from '../story.ts'

/** A kind of page: how a publishing system lays an article out, with what it puts around it. */
export interface Layout {
  name: string
  wanted: Wanted
  page: (story: Story, seed: number) => string
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** The parts of a story as HTML, each with something in between now and then. */
export function bodyHtml(story: Story, between: (index: number) => string = () => '', paragraph = (text: string): string => `<p>${text}</p>`): string {
  let count = 0
  return story.parts
    .map((part) => {
      if ('items' in part) return `<${part.kind}>${part.items.map((item) => `<li>${escape(item)}</li>`).join('')}</${part.kind}>`
      if ('rows' in part) return `<table>${part.rows.map((row, index) => `<tr>${row.map((cell) => (index === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`
      const text = escape(part.text)
      switch (part.kind) {
        case 'p':
          return `${paragraph(withMarks(text, count))}\n${between(count++)}`
        case 'quote':
          return `<blockquote><p>${text}</p></blockquote>`
        case 'code':
          return `<pre><code class="language-js">${text}</code></pre>`
        default:
          return `<${part.kind}>${text}</${part.kind}>`
      }
    })
    .join('\n')
}

/** Now and then a link or an emphasis in a paragraph, as writers do. */
function withMarks(text: string, index: number): string {
  const words = text.split(' ')
  if (words.length < 9) return text
  const at = 3 + (index % 4)
  if (index % 3 === 0) words[at] = `<a href="/notes/${String(index)}">${words[at] ?? ''}</a>`
  else if (index % 3 === 1) words[at] = `<em>${words[at] ?? ''}</em>`
  return words.join(' ')
}

/** Headlines of other stories. */
export function otherTitles(seed: number, count: number, lang = 'en'): string[] {
  return Array.from({ length: count }, (_, index) => writeStory(seed * 131 + index + 5000, { paragraphs: 1, lang }).title)
}

/** The first lines of other stories. */
export function otherText(seed: number, lang = 'en'): string {
  const part = writeStory(seed + 9000, { paragraphs: 1, lang }).parts[0]
  return part !== undefined && 'text' in part ? part.text : ''
}

export function linkList(titles: readonly string[], item = (title: string): string => `<li><a href="/s/${String(title.length)}">${title}</a></li>`): string {
  return titles.map(item).join('\n')
}

export function navigation(): string {
  return `<nav class="site-nav"><ul>${['Home', 'News', 'Opinion', 'Sport', 'Culture', 'Archive', 'About', 'Contact'].map((name) => `<li><a href="/${name.toLowerCase()}">${name}</a></li>`).join('')}</ul></nav>`
}

export function shareBar(kind = 'share-buttons'): string {
  return `<div class="${kind}"><span>Share this:</span><ul>${['Facebook', 'Twitter', 'WhatsApp', 'Email'].map((name) => `<li><a href="https://${name.toLowerCase()}.example/share">${name}</a></li>`).join('')}</ul></div>`
}

/** Readers' comments: prose that is not the article. */
export function comments(seed: number, count: number): string {
  const pick = generator(seed)
  return Array.from({ length: count }, (_, index) => `<li class="comment" id="comment-${String(index)}"><div class="comment-author">reader${String(pick(900))} says:</div><div class="comment-meta"><a href="#c">March ${String(1 + pick(28))}, 2026 at ${String(1 + pick(11))}:1${String(pick(9))} pm</a></div><div class="comment-content"><p>${escape(otherText(seed + index * 17))}</p></div><a class="comment-reply-link" href="#respond">Reply</a></li>`).join('\n')
}

export function jsonLd(story: Story, extra: Record<string, unknown> = {}): string {
  const data = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: story.title, datePublished: `${story.date}T08:00:00Z`, author: { '@type': 'Person', name: story.author }, publisher: { '@type': 'Organization', name: story.site }, ...extra }
  return `<script type="application/ld+json">${JSON.stringify(data)}</script>`
}

export function head(story: Story, extra = ''): string {
  return `<!doctype html><html lang="${story.lang}"><head><meta charset="utf-8"><title>${escape(story.title)} | ${escape(story.site)}</title>${extra}</head>`
}
