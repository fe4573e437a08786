import { finding } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { isGenerated, sourceText } from '../blurb-source.ts'

export const blurbNumbers = defineRule('GZ-K603', function* (context) {
  for (const story of context.stories) {
    const source = sourceText(context, story)
    if (!isGenerated(story) || source === undefined) continue
    const known = new Set(numbersIn(source))
    for (const number of new Set(numbersIn(story.blurb.text))) {
      if (!known.has(number)) yield finding('GZ-K603', `the article does not have the number ${number}`, context.blurbPlace(story))
    }
  }
})

/** Numbers as their digits, whatever separates thousands and decimals. */
function numbersIn(text: string): string[] {
  return (text.match(/\d[\d.,:\u00a0\u202f’']*\d|\d/g) ?? []).map((number) => number.replaceAll(/\D/g, ''))
}
