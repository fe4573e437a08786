import type { Story } from '../model/issue.ts'
import type { CheckContext } from './context.ts'
import { settingSpot, type Spot } from './finding.ts'
import type { ElementNode } from './html/document.ts'
import { valueOf } from './html/query.ts'

/** The story whose picture an element shows. */
export function pictureStory(context: CheckContext, image: ElementNode): Story | undefined {
  const src = valueOf(image, 'src')
  return context.stories.find((story) => story.image !== undefined && story.image.src === src)
}

/**
 * The author's place of a picture: the article's `image` key (or another key about it), the logo of newsletter.yaml,
 * or the template.
 */
export function picturePlace(context: CheckContext, image: ElementNode, ...keys: string[]): Spot {
  const story = pictureStory(context, image)
  if (story !== undefined) return context.articlePlace(story, ...keys, 'image')
  const src = valueOf(image, 'src') ?? ''
  const { logo } = context.input.newsletter.brand
  if (logo !== undefined && src.endsWith(logo)) return settingSpot('brand', 'logo')
  return context.placeOf(image, 'src=', src)
}
