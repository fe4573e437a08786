import { cohesion } from '../paste/cohesion.ts'
import { wordsIn } from '../paste/lines.ts'
import { ancestorsOf, attribute, type PageDocument, type PageElement, textOf } from './dom.ts'

/** Words of an article that is there whole, and not as a teaser. */
const enough = 120
/** Cohesion below which two are about different things. */
const unrelated = 0.35

/**
 * The articles of a page that plainly holds several whole ones, such as the front page of a blog.
 *
 * @returns none when the page holds one
 */
export function articlesOf(document: PageDocument): PageElement[] {
  const found: PageElement[] = []
  for (const element of document.querySelectorAll('article')) {
    const nested = [...ancestorsOf(element)].some((above) => above.tagName === 'ARTICLE' || above.tagName === 'ASIDE' || above.tagName === 'FOOTER')
    if (nested || /comment|teaser|card|related/i.test(attribute(element, 'class') ?? '')) continue
    const paragraphs = [...element.querySelectorAll('p')].map(textOf).join(' ')
    if (element.querySelector('h1, h2, h3') !== null && wordsIn(paragraphs) >= enough) found.push(element)
  }
  if (found.length < 2) return []
  const texts = found.map((element) => textOf(element))
  const apart = texts.every((text, index) => index === 0 || cohesion(texts[index - 1] ?? '', text) < unrelated)
  return apart ? found : []
}
