import { attribute, type PageDocument } from '../page/dom.ts'
import { plainText } from './entities.ts'

/** The meta tags of a page by lower-case name, each with its values in order. */
export type MetaTags = ReadonlyMap<string, readonly string[]>

/** Reads `<meta name>`, `<meta property>` and `<meta itemprop>` alike; sites mix them up. */
export function readMetaTags(document: PageDocument): MetaTags {
  const tags = new Map<string, string[]>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const content = plainText(meta.getAttribute('content') ?? '')
    if (content === '') continue
    const names = [attribute(meta, 'property'), attribute(meta, 'name'), attribute(meta, 'itemprop'), attribute(meta, 'http-equiv')]
    for (const name of new Set(names.flatMap((value) => value?.toLowerCase().split(/\s+/) ?? []))) {
      const values = tags.get(name)
      if (values === undefined) tags.set(name, [content])
      else if (!values.includes(content)) values.push(content)
    }
  }
  return tags
}

/** The first value of the first of some tags that has one. */
export function metaValue(tags: MetaTags, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = tags.get(name)?.[0]
    if (value !== undefined) return value
  }
  return undefined
}
