import { Readability } from '@mozilla/readability'
import { isElement, type PageDocument, type PageElement } from './dom.ts'
import { walk } from './runs.ts'

const mark = /^data-run-(\d+)$/

/**
 * Asks Readability which runs of a page are its article.
 *
 * It works on a copy, because it takes the tree apart. Its answer is read from the marks that survive in it, so that
 * the text itself always comes from the page and never from what Readability made of it.
 *
 * @returns numbers of the runs; none when it finds no article
 */
export function readabilityRuns(document: PageDocument): Set<number> {
  const copy = document.cloneNode(true) as PageDocument
  let article: PageElement | null | undefined
  try {
    const reader = new Readability<PageElement>(copy, { disableJSONLD: true, serializer: (node: unknown) => node as PageElement })
    article = reader.parse()?.content
  } catch {
    // Markup that it cannot take is read by the other candidates.
    article = undefined
  }
  const runs = new Set<number>()
  if (article === null || article === undefined || !isElement(article)) return runs
  for (const element of walk(article)) {
    for (const { name } of element.attributes) {
      const number = mark.exec(name)?.[1]
      if (number !== undefined) runs.add(Number(number))
    }
  }
  return runs
}
