import type { Place } from '../diagnostics/diagnostic.ts'
import type { Article } from '../model/article.ts'
import type { Story } from '../model/issue.ts'
import type { ElementNode } from './html/document.ts'
import { valueOf } from './html/query.ts'
import { contentWords } from './content-words.ts'
import type { Spot } from './finding.ts'
import type { CheckInput } from './input.ts'
import { MessageContext } from './message-context.ts'
import { placeInText } from './place-in-text.ts'
import { type View, wordView } from './support/gaps.ts'

/** What the rules see: the input, and views of it that are made once, when a rule first asks. */
export class CheckContext extends MessageContext {
  readonly input: CheckInput

  constructor(input: CheckInput) {
    super(input.issue, input.html)
    this.input = input
  }

  /** The message as browsers and phones read it. */
  get web(): View {
    return { document: this.document, inline: this.inline, sheets: [...this.sheets] }
  }

  /** The message as Outlook for Windows reads it. */
  get word(): View {
    return this.once('word', () => wordView(this.document))
  }

  /** Elements with a tag, in the order of the message. */
  elements(...tags: string[]): readonly ElementNode[] {
    return this.once(`elements ${tags.join(' ')}`, () => this.document.elements.filter((element) => tags.includes(element.tag)))
  }

  /** Links of the message that lead somewhere. */
  get links(): readonly ElementNode[] {
    return this.elements('a', 'area').filter((element) => valueOf(element, 'href') !== undefined)
  }

  /** Everything that the content says, for telling it from what the template says. */
  get contentWords(): string {
    return this.once('contentWords', () => contentWords(this.input, this.stories))
  }

  articleOf(story: Story): Article | undefined {
    return this.input.articles.get(story.slug)
  }

  /** Place of a key of an article's front matter; the first line when the key is not written. */
  articlePlace(story: Story, ...keys: string[]): Place {
    const places = this.articleOf(story)?.places ?? {}
    const key = keys.find((name) => places[name] !== undefined)
    return { file: story.file, ...(key === undefined ? { line: 1, column: 1 } : places[key]) }
  }

  /** Place of a key of the issue's front matter; the first line when the key is not written. */
  issuePlace(key: string): Place {
    const { file, places } = this.input.issueFile
    return { file, ...(places[key] ?? { line: 1, column: 1 }) }
  }

  /** Where an element comes from; `hints` are looked for in its source, the best first. */
  placeOf(element: ElementNode, ...hints: string[]): Spot {
    return { element: element.index, hints }
  }

  /** Where an offset of the HTML comes from: the innermost element around it. */
  placeAt(offset: number, ...hints: string[]): Spot {
    let inner: ElementNode | undefined
    for (const element of this.document.elements) {
      if (element.start > offset) break
      if (offset < element.end || inner === undefined) inner = element
    }
    return inner === undefined ? this.input.template.main : this.placeOf(inner, ...hints)
  }

  /** Where a stretch of a style sheet comes from. */
  placeOfRule(sheet: ElementNode, text: string): Spot {
    return { element: sheet.index, hints: [], style: text }
  }

  /** The line of the issue's file that names a story; the `articles` key when a query chose it. */
  entryPlace(story: Story): Place {
    const { file, entries } = this.input.issueFile
    const entry = entries.find(({ slug }) => slug === story.slug)
    return entry === undefined ? this.issuePlace('articles') : { file, ...entry.place }
  }

  /** Where the words of a blurb were written: the key that holds them, or the article's own sentence. */
  blurbPlace(story: Story, words = story.blurb.text): Place {
    if (story.origin.method === 'editor') return this.articlePlace(story, 'blurb')
    if (story.origin.method === 'description') return this.articlePlace(story, 'description')
    return this.bodyPlace(story, words)
  }

  /** Where words stand in the body of an article; its first line when they are not found. */
  bodyPlace(story: Story, words: string): Place {
    const article = this.articleOf(story)
    if (article === undefined) return { file: story.file, line: 1, column: 1 }
    return { file: story.file, ...placeInText(article.body, words, article.bodyLine) }
  }
}
