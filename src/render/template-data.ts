import { formatDate } from '../lib/format-date.ts'
import { directionOf } from '../lib/direction.ts'
import { addQuery } from '../lib/query.ts'
import type { Issue, Story } from '../model/issue.ts'
import type { Publication } from '../model/publication.ts'
import type { TemplateData, TemplateLabels, TemplateSection, TemplateStory } from '../model/template-data.ts'
import { brandColours } from './brand.ts'
import { countInWords, fillIn, minutesInWords, stringsFor } from './labels.ts'
import { defaultOptions, type OptionValue } from './options.ts'
import { hasCase, pageOf } from './page.ts'
import { promotionOf } from './promotion.ts'
import { findQuote } from './quote.ts'

/**
 * All that a template may show of an issue: what the issue and the newsletter say, with dates, times and colours
 * worked out. Pure; the same issue gives the same data. What the options turn off is absent, so that no template needs
 * to ask twice.
 *
 * @param options values of the template's options, those that are not set included; left out, every default
 */
export function templateData(
  issue: Issue,
  publication: Publication,
  options: Readonly<Record<string, OptionValue>> = defaultOptions,
): TemplateData {
  const { lang } = issue
  const place = { issue, publication, options }
  const lead = issue.lead === undefined ? null : templateStory(issue.lead, place, { index: 0, count: 1, number: 1 })
  let number = lead === null ? 0 : 1
  const sections = issue.sections.map((section, index) => {
    const stories = section.stories.map((story, position) =>
      templateStory(story, place, { index: position, count: section.stories.length, number: ++number }),
    )
    return {
      name: section.name,
      intro: section.intro ?? null,
      stories,
      pairs: pairsOf(stories),
      index,
      first: index === 0,
      last: index === issue.sections.length - 1,
    }
  })
  const stories = [...(lead === null ? [] : [lead]), ...sections.flatMap((section) => section.stories)]
  const minutes = stories.reduce((sum, story) => sum + story.readingMinutes, 0)
  return {
    newsletter: {
      name: publication.name,
      tagline: publication.tagline ?? null,
      url: publication.url ?? null,
      logo: publication.brand.logo ?? null,
      logoDark: publication.brand.logoDark ?? null,
      logoWidth: publication.brand.logoWidth ?? null,
      postalAddress: publication.postalAddress ?? null,
      postalLines: (publication.postalAddress ?? '').split(/\r\n|\r|\n/).filter((line) => line.trim() !== ''),
      from: publication.from.name ?? publication.name,
      address: publication.from.address,
    },
    brand: brandColours(publication.brand),
    page: pageOf(options),
    options,
    issue: {
      slug: issue.slug,
      number: issue.number ?? null,
      date: issue.date,
      dateLong: formatDate(issue.date, lang, publication.timezone, 'long'),
      dateShort: formatDate(issue.date, lang, publication.timezone, 'short'),
      subject: issue.subject,
      preheader: issue.preheader,
      lang,
      dir: issue.dir,
      align: sideOf(issue.dir),
      intro: issue.intro.text.trim() === '' ? null : issue.intro,
      introText: issue.intro.text,
      storyCount: stories.length,
      readingMinutes: minutes,
      readingTime: options['readingTime'] === false ? '' : minutesInWords(minutes, lang),
      cased: hasCase(lang),
      promotion: options['promotion'] === true ? promotionOf(issue.subject, stories) : null,
    },
    quote: findQuote(sections.flatMap((section) => section.stories), lang, stringsFor(lang, publication.labels).strings.quoted),
    lead,
    sections,
    stories,
    links: {
      view: viewUrl(issue, publication) ?? null,
      home: publication.url === undefined ? null : addQuery(publication.url, publication.links.utm ?? {}),
    },
    labels: labelsOf(issue, publication, stories.length),
  }
}

/** Where the issue stands on the web, when newsletter.yaml says. */
export function viewUrl(issue: Issue, publication: Publication): string | undefined {
  return publication.links.view?.replaceAll('{issue}', encodeURIComponent(issue.slug))
}

interface Surroundings {
  options: Readonly<Record<string, OptionValue>>
  issue: Issue
  publication: Publication
}

interface Position {
  index: number
  count: number
  number: number
}

function templateStory(story: Story, { issue, publication, options }: Surroundings, position: Position): TemplateStory {
  const lang = story.lang === undefined || story.lang === issue.lang ? null : story.lang
  const dir = lang === null ? issue.dir : directionOf(lang)
  return {
    slug: story.slug,
    title: story.title,
    url: story.url === undefined ? null : addQuery(story.url, publication.links.utm ?? {}),
    blurb: story.blurb.text.trim() === '' ? null : story.blurb,
    blurbText: story.blurb.text,
    image:
      story.image === undefined || options['images'] === false
        ? null
        : {
            src: story.image.src,
            alt: story.image.alt,
            width: story.image.width ?? null,
            height: story.image.height ?? null,
          },
    author: options['bylines'] === false ? null : (story.author ?? null),
    source: story.source ?? null,
    readingMinutes: story.readingMinutes,
    readingTime: options['readingTime'] === false ? '' : minutesInWords(story.readingMinutes, issue.lang),
    date: story.date ?? null,
    dateShort:
      story.date === undefined ? null : formatDate(story.date, issue.lang, publication.timezone, 'short'),
    section: story.section,
    featured: story.featured,
    sponsored: story.sponsored,
    tags: story.tags,
    lang,
    dir,
    align: sideOf(dir),
    index: position.index,
    number: position.number,
    first: position.index === 0,
    last: position.index === position.count - 1,
  }
}

type Pair = TemplateSection['pairs'][number]

/** Two stories share a row when both have a picture or neither has; one that finds no partner has the row for itself. */
function pairsOf(stories: readonly TemplateStory[]): Pair[] {
  const pairs: Pair[] = []
  for (let index = 0; index < stories.length; index++) {
    const left = stories[index]
    const next = stories[index + 1]
    if (left === undefined) break
    const right = next !== undefined && (next.image === null) === (left.image === null) ? next : null
    if (right !== null) index++
    pairs.push({ left, right, first: pairs.length === 0 })
  }
  return pairs
}

function sideOf(dir: 'ltr' | 'rtl'): string {
  return dir === 'rtl' ? 'right' : 'left'
}

function labelsOf(issue: Issue, publication: Publication, stories: number): TemplateLabels {
  const { strings } = stringsFor(issue.lang, publication.labels)
  const { quoted: _, ...labels } = strings
  return {
    ...labels,
    issueNumber:
      issue.number === undefined
        ? null
        : fillIn(strings.issueNumber, { number: new Intl.NumberFormat(issue.lang, { useGrouping: false }).format(issue.number) }),
    storyCount: countInWords(stories, strings.storyCount, issue.lang),
    whyYouGetThis: fillIn(strings.whyYouGetThis, { name: publication.name }),
  }
}
