import { finding } from '../finding.ts'
import { defineRule } from '../rule.ts'

export const openMarkup = defineRule('GZ-K007', function* (context) {
  const { document, word } = context
  const seen = new Set<number>()
  for (const problem of [...document.problems, ...word.document.problems]) {
    if (seen.has(problem.start)) continue
    seen.add(problem.start)
    const inWeb = document.elements[problem.element.index] === problem.element
    const hints = problem.kind === 'stray' ? [`</${problem.tag}`] : [`<${problem.tag}`]
    const place = inWeb ? context.placeOf(problem.element, ...hints) : context.placeAt(problem.start, ...hints)
    const message = problem.kind === 'stray' ? `</${problem.tag}> closes nothing` : `<${problem.tag}> is not closed`
    yield finding('GZ-K007', message, place)
  }
})
