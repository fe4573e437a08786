import type { TemplateStory } from '../model/template-data.ts'

/** Gmail shows at most ten pictures. */
const most = 10

/**
 * What Gmail's Promotions tab may show above the subject: a card for each of the first stories with a picture on the web
 * (developers.google.com/workspace/gmail/promotab: PromotionCard needs `image` and `url`; the pictures must differ).
 *
 * @returns JSON-LD in which nothing can end a script element, or null when no story can have a card
 */
export function promotionOf(subject: string, stories: readonly TemplateStory[]): { html: string; text: string } | null {
  const cards = new Map<string, Record<string, unknown>>()
  for (const { image, url, title } of stories) {
    if (cards.size === most) break
    if (image === null || url === null || !/^https?:/.test(image.src) || cards.has(image.src)) continue
    const position = cards.size + 1
    cards.set(image.src, { '@type': 'PromotionCard', image: image.src, url, headline: title, position })
  }
  if (cards.size === 0) return null
  const context = 'http://schema.org/'
  const items = [
    { '@context': context, '@type': 'EmailMessage', subjectLine: subject },
    ...[...cards.values()].map((card) => ({ '@context': context, ...card })),
  ]
  return { html: inScript(JSON.stringify(items)), text: '' }
}

/** JSON whose characters cannot mean anything to HTML, nor end a line of JavaScript. */
function inScript(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
