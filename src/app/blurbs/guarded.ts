import { type Diagnostic, diagnostic, type Place } from '../../diagnostics/diagnostic.ts'
import type { Blurb, SummariserInput } from '../../model/blurb.ts'
import { createSummariser, type ExtractiveMethod } from '../../summarise/summariser.ts'
import { isVerbatim } from '../../summarise/verbatim.ts'

/**
 * An extractive blurb that holds against its article. What is taken word for word does so by itself. A blurb with a
 * sentence that was cut or mended is given to the guard, and replaced by another of the article's blurbs when it
 * does not pass.
 */
export async function guardedBlurb(
  article: SummariserInput & { lang: string },
  words: number,
  method: ExtractiveMethod,
  place: Partial<Place>,
): Promise<{ blurb: Blurb; diagnostics: Diagnostic[] }> {
  const blurb = createSummariser({ method })(article, { words })
  if (blurb.sentences.length === 0 || isVerbatim(blurb, article.text)) return { blurb, diagnostics: [] }
  const { createGuard } = await import('../../summarise/guard/guard.ts')
  const guard = createGuard(article, { words })
  const [objection] = guard(blurb.text).filter(({ severity }) => severity === 'fail')
  if (objection === undefined) return { blurb, diagnostics: [] }
  const { candidatesOf } = await import('../../summarise/candidates.ts')
  const other = candidatesOf(article, { words }).find(({ text }) => guard(text).every(({ severity }) => severity !== 'fail'))
  if (other !== undefined) return { blurb: { text: other.text, sentences: other.sentences, method }, diagnostics: [] }
  const hint = 'write a `blurb` in the front matter'
  return { blurb, diagnostics: [diagnostic('GZ-B009', `the blurb has “${objection.span}”: ${objection.reason}`, { ...place, hint })] }
}
