import type { Story } from '../model/issue.ts'
import type { CheckContext } from './context.ts'

/** Whether a program wrote the blurb; a person may say more than the article does. */
export function isGenerated(story: Story): boolean {
  return story.origin.method === 'extractive' || story.origin.method === 'lead' || story.origin.method === 'model'
}

/** All that the article of a story says. */
export function sourceText(context: CheckContext, story: Story): string | undefined {
  const article = context.articleOf(story)
  if (article === undefined) return undefined
  return [article.title, article.description, article.author, article.source, article.date, article.body].filter((text) => text !== undefined).join('\n')
}
