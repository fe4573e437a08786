import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TemplateStory } from '../model/template-data.ts'
import { pieces } from './markup.ts'

/** Characters of a title that must be found; templates may shorten what follows. */
const enough = 24

/**
 * Checks that every story of the issue is in the rendered message: MJML drops what it does not understand without a
 * word, and a template may forget one. Looks for titles, by their beginning.
 *
 * @param main the template's main file
 */
export function checkArrival(html: string, stories: readonly TemplateStory[], main?: string): Diagnostic[] {
  const seen = comparable(visibleText(html))
  return stories
    .filter((story) => !seen.includes(comparable(story.title).slice(0, enough)))
    .map((story) =>
      diagnostic('GZ-R007', `the story "${story.title}" is not in the rendered message`, {
        ...(main === undefined ? {} : { file: main, line: 1 }),
        hint: 'does the template go through all of sections, and show the lead?',
      }),
    )
}

function visibleText(html: string): string {
  let text = ''
  for (const piece of pieces(html)) {
    if (piece.kind === 'text' && piece.raw === undefined) text += html.slice(piece.start, piece.end)
  }
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

function comparable(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, '').replace(/\p{Cs}/gu, '\ufffd')
}
