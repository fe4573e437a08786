import { Document, YAMLSeq } from 'yaml'

/** The front matter of an article file, in the order in which it is written. Nothing else is ever written. */
export interface FrontMatterValues {
  title: string
  url?: string
  date?: string
  author?: string
  source?: string
  section?: string
  image?: string
  imageAlt?: string
  description?: string
  tags?: string[]
  lang?: string
}

const order: readonly (keyof FrontMatterValues)[] = ['title', 'url', 'date', 'author', 'source', 'section', 'image', 'imageAlt', 'description', 'tags', 'lang']

/**
 * The text of an article file.
 *
 * @param kept further keys, such as an editor's blurb, that the file had before and keeps
 */
export function articleFile(values: FrontMatterValues, markdown: string, kept: Readonly<Record<string, unknown>> = {}): string {
  const all: Record<string, unknown> = {}
  for (const key of order) if (values[key] !== undefined) all[key] = values[key]
  const document = new Document({ ...all, ...kept })
  const tags = document.get('tags')
  if (tags instanceof YAMLSeq) tags.flow = true
  return `---\n${document.toString({ lineWidth: 0 })}---\n\n${markdown.trim()}\n`
}
