import type { TemplateStory } from '../model/template-data.ts'
import { fillIn } from './labels.ts'

/** Characters of a sentence that can be set large: enough to say something, and no more than four lines. */
const lengths = { least: 40, most: 130 }

export interface Quote {
  text: string
  title: string
  url: string | null
  lang: string | null
  dir: string
}

/**
 * A sentence to be set large: the first that has the right length and is not the whole of its blurb, from a story in the
 * second half of the issue when there is one, so that it does not stand beside what it is taken from.
 *
 * @param stories those below the lead
 * @param marks the quotation marks of the language around `{text}`
 */
export function findQuote(stories: readonly TemplateStory[], lang: string, marks: string): Quote | null {
  const half = Math.floor(stories.length / 2)
  for (const story of [...stories.slice(half), ...stories.slice(0, half)]) {
    if (story.sponsored) continue
    const sentences = sentencesOf(story.blurbText, story.lang ?? lang)
    // One that leans on the sentence before it says little alone: the first is the safest.
    const found = sentences.length < 2 ? undefined : sentences.find(isQuotable)
    if (found === undefined) continue
    return { text: fillIn(marks, { text: found }), title: story.title, url: story.url, lang: story.lang, dir: story.dir }
  }
  return null
}

function sentencesOf(text: string, lang: string): string[] {
  return [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment.trim())
}

function isQuotable(sentence: string): boolean {
  return (
    sentence.length >= lengths.least &&
    sentence.length <= lengths.most &&
    /[.!?。！？؟]$/.test(sentence) &&
    !/["“”„«»「」]/.test(sentence)
  )
}
