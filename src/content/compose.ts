import { escapeHtml } from '../lib/escape-html.ts'
import { countWords } from '../lib/words.ts'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import type { Article, ArticleHead } from '../model/article.ts'
import type { Asset } from '../model/asset.ts'
import type { Blurb } from '../model/blurb.ts'
import type { Issue, IssueFile, IssueSection, Story, StoryImage } from '../model/issue.ts'
import type { RichText } from '../model/rich-text.ts'
import { renderInline, renderMarkdown } from './markdown.ts'
import { withMarks } from './marks.ts'
import type { Selection } from './select.ts'

/** An article with all that a story needs besides. */
export interface PreparedArticle {
  article: Article
  blurb: Blurb
  readingMinutes: number
  asset?: Asset
}

export interface ComposeSettings {
  lang: string
  template: string
  /** Section settings of the newsletter, for the text under a section's name. */
  sections: readonly { name: string; intro?: string }[]
  /** Makes the link of an article that has none: `{slug}` stands for its slug. */
  articleLink?: string
  /** What goes into `src` for a local picture. */
  imageAddress: (asset: Asset) => string
  suggestSubject: (titles: readonly string[]) => string
  /** `blurb` is that of the first story. */
  suggestPreheader: (titles: readonly string[], blurb: string) => string
}

/**
 * Puts an issue together from its file, the chosen articles and their blurbs.
 *
 * @param prepared by slug; a chosen article that is not in it is left out
 */
export function compose(
  file: IssueFile,
  selection: Selection,
  prepared: ReadonlyMap<string, PreparedArticle>,
  settings: ComposeSettings,
): Issue {
  const lang = file.lang ?? settings.lang
  const leadSlug = selection.lead?.slug
  const story = (head: ArticleHead, section: string): Story[] => {
    const entry = prepared.get(head.slug)
    return entry === undefined ? [] : [toStory(entry, section, settings)]
  }
  const sections = selection.sections
    .map(({ name, articles }): IssueSection => {
      const intro = settings.sections.find((setting) => setting.name === name)?.intro
      const others = articles.filter((head) => head.slug !== leadSlug)
      return { name, ...(intro === undefined ? {} : { intro }), stories: others.flatMap((head) => story(head, name)) }
    })
    .filter((section) => section.stories.length > 0)
  const leadSection = selection.sections.find((section) => section.articles.some((head) => head.slug === leadSlug))
  const lead = selection.lead === undefined ? undefined : story(selection.lead, leadSection?.name ?? '')[0]
  const told = [...(lead === undefined ? [] : [lead]), ...sections.flatMap((section) => section.stories)]
    .filter((placed) => !placed.sponsored)
  const titles = told.map((placed) => placed.title)
  return {
    slug: file.slug,
    ...(file.number === undefined ? {} : { number: file.number }),
    date: file.date,
    subject: file.subject ?? settings.suggestSubject(titles),
    preheader: file.preheader ?? settings.suggestPreheader(titles, told[0]?.blurb.text ?? ''),
    lang,
    dir: isRightToLeft(lang) ? 'rtl' : 'ltr',
    template: file.template ?? settings.template,
    intro: renderMarkdown(file.intro),
    ...(lead === undefined ? {} : { lead }),
    sections,
  }
}

function toStory({ article, blurb, readingMinutes, asset }: PreparedArticle, section: string, settings: ComposeSettings): Story {
  const url = article.url ?? settings.articleLink?.replaceAll('{slug}', encodeURIComponent(article.slug))
  const image = storyImage(article, asset, settings)
  const { slug, title, author, source, date, featured, sponsored, tags, lang, file } = article
  return {
    slug,
    title,
    blurb: richBlurb(blurb, article),
    origin: blurb,
    readingMinutes,
    section,
    featured,
    sponsored,
    tags,
    file,
    ...(url === undefined ? {} : { url }),
    ...(image === undefined ? {} : { image }),
    ...(author === undefined ? {} : { author }),
    ...(source === undefined ? {} : { source }),
    ...(date === undefined ? {} : { date }),
    ...(lang === undefined ? {} : { lang }),
  }
}

/** What a person wrote is Markdown; what was taken from the article gets the article's own marks back. */
function richBlurb(blurb: Blurb, article: Article): RichText {
  if (blurb.method === 'editor' || blurb.method === 'description') return renderInline(blurb.text)
  if (blurb.sentences.length === 0) return { html: escapeHtml(blurb.text), text: blurb.text }
  // Chinese and Japanese put nothing between sentences.
  const between = blurb.sentences.map(({ text }) => text).join('') === blurb.text ? '' : ' '
  return { html: withMarks(article.body, blurb.sentences, between), text: blurb.text }
}

function storyImage(article: Article, asset: Asset | undefined, settings: ComposeSettings): StoryImage | undefined {
  if (article.image === undefined) return undefined
  const alt = article.image.alt ?? ''
  if (asset === undefined) return /^https?:\/\//i.test(article.image.src) ? { src: article.image.src, alt } : undefined
  const { width, height, file } = asset
  return {
    src: settings.imageAddress(asset),
    alt,
    file,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }
}

/**
 * The blurb that a person wrote, when the order of preference says to use one.
 *
 * @param prefer the order in which the editor's blurb, the author's description and a generated one are tried
 * @param words the budget; a description that does not fit is passed over, an editor's blurb is only warned of
 * @returns no blurb when one is to be generated
 */
export function writtenBlurb(
  article: ArticleHead,
  prefer: readonly ('blurb' | 'description' | 'generated')[],
  words: number,
): { blurb?: Blurb; diagnostics: Diagnostic[] } {
  // An editor's own words always win, wherever the order has them.
  if (article.blurb !== undefined) {
    const count = countWords(renderInline(article.blurb).text, article.lang)
    const diagnostics =
      count > words
        ? [diagnostic('GZ-B002', `the blurb has ${count} words, and the budget is ${words}`, { file: article.file, ...article.places.blurb })]
        : []
    return { blurb: { text: article.blurb, sentences: [], method: 'editor' }, diagnostics }
  }
  for (const source of prefer) {
    if (source === 'generated') return { diagnostics: [] }
    if (source === 'description' && article.description !== undefined) {
      const text = article.description.replace(/\s+/g, ' ').trim()
      if (countWords(renderInline(text).text, article.lang) <= words) {
        return { blurb: { text, sentences: [], method: 'description' }, diagnostics: [] }
      }
    }
  }
  return { diagnostics: [] }
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

function isRightToLeft(lang: string): boolean {
  return rightToLeft.has(lang.toLowerCase().split('-')[0] ?? '')
}
