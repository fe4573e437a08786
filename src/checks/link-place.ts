import type { Place } from '../diagnostics/diagnostic.ts'
import type { Story } from '../model/issue.ts'
import type { CheckContext } from './context.ts'
import { settingSpot, type Spot } from './finding.ts'
import { leavingAddress } from './leaving.ts'
import type { ElementNode } from './html/document.ts'
import { valueOf } from './html/query.ts'
import { placeInText } from './place-in-text.ts'

/**
 * The author's place of a link: the template for a link it draws, the article or the issue's intro for a link that
 * stands in their text.
 */
export function linkPlace(context: CheckContext, link: ElementNode): Spot {
  return writtenPlace(context, valueOf(link, 'href') ?? '') ?? context.placeOf(link, 'href=', '<a')
}

/**
 * The author's place of a link's target: the key of the front matter or of newsletter.yaml that holds the address,
 * the text it stands in, or the template.
 */
export function targetPlace(context: CheckContext, link: ElementNode): Spot {
  const href = valueOf(link, 'href') ?? ''
  return keyPlace(context, href) ?? writtenPlace(context, href) ?? context.placeOf(link, href, 'href=')
}

function keyPlace(context: CheckContext, href: string): Spot | undefined {
  const story = storyOf(context, href)
  if (story !== undefined) {
    const article = context.articleOf(story)
    return article?.places.url === undefined ? settingSpot('links', 'article') : { file: story.file, ...article.places.url }
  }
  const { url, links } = context.input.newsletter
  const leaving = leavingAddress(context.input)
  if (leaving !== undefined && href.startsWith(leaving)) return settingSpot('links', 'unsubscribe')
  const { slug } = context.input.issue
  if (sameAddress(href, links.view?.replaceAll('{issue}', slug))) return settingSpot('links', 'view')
  // Without `links.view` the page of the issue stands below the site.
  const ofSite = sameAddress(href, url) || (url !== undefined && sameAddress(href, `${url.replace(/\/+$/, '')}/issues/${slug}/`))
  return ofSite ? settingSpot('url') : undefined
}

/** The story that an address leads to, whatever parameters were added on the way. */
export function storyOf(context: CheckContext, href: string): Story | undefined {
  return context.stories.find((story) => sameAddress(href, story.url))
}

function sameAddress(href: string, written: string | undefined): boolean {
  if (written === undefined || written === '') return false
  return href === written || withoutQuery(href) === withoutQuery(written)
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(/\/$/, '')
}

/** Where an address stands in the issue's intro or in the text of a blurb. */
function writtenPlace(context: CheckContext, href: string): Place | undefined {
  if (href === '') return undefined
  const { file, intro, introLine } = context.input.issueFile
  if (intro.includes(href)) return { file, ...placeInText(intro, href, introLine) }
  for (const story of context.stories) {
    if (!story.blurb.html.includes('<a')) continue
    const article = context.articleOf(story)
    if (article === undefined) continue
    const key = (['blurb', 'description'] as const).find((name) => article[name]?.includes(href) === true)
    if (key !== undefined) return context.articlePlace(story, key)
    if (article.body.includes(href)) return context.bodyPlace(story, href)
  }
  return undefined
}
