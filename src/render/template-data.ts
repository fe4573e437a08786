import { readable } from '../lib/colour.ts'
import { formatDate } from '../lib/format-date.ts'
import { directionOf } from '../lib/direction.ts'
import { addQuery } from '../lib/query.ts'
import type { Issue, Story } from '../model/issue.ts'
import type { Publication } from '../model/publication.ts'
import type { TemplateData, TemplateLabels, TemplateStory } from '../model/template-data.ts'
import { fillIn, minutesInWords, stringsFor } from './strings.ts'

/** The two papers that templates are drawn on, and the ink of the light one. */
const paper = { light: '#ffffff', dark: '#17181a' }
const ink = '#1c1b19'
const defaultAccent = '#b3261e'

/**
 * All that a template may show of an issue: what the issue and the newsletter say, with dates, times and colours
 * worked out. Pure; the same issue gives the same data.
 */
export function templateData(issue: Issue, publication: Publication): TemplateData {
  const { lang } = issue
  const place = { issue, publication }
  const lead = issue.lead === undefined ? null : templateStory(issue.lead, place, { index: 0, count: 1, number: 1 })
  let number = lead === null ? 0 : 1
  const sections = issue.sections.map((section, index) => ({
    name: section.name,
    intro: section.intro ?? null,
    stories: section.stories.map((story, position) =>
      templateStory(story, place, { index: position, count: section.stories.length, number: ++number }),
    ),
    index,
    first: index === 0,
    last: index === issue.sections.length - 1,
  }))
  const stories = [...(lead === null ? [] : [lead]), ...sections.flatMap((section) => section.stories)]
  const minutes = stories.reduce((sum, story) => sum + story.readingMinutes, 0)
  const accent = readable(publication.brand.accent ?? defaultAccent, paper.light, '#000000')
  return {
    newsletter: {
      name: publication.name,
      tagline: publication.tagline ?? null,
      url: publication.url ?? null,
      logo: publication.brand.logo ?? null,
      postalAddress: publication.postalAddress ?? null,
      postalLines: (publication.postalAddress ?? '').split(/\r\n|\r|\n/).filter((line) => line.trim() !== ''),
      from: publication.from.name ?? publication.name,
      address: publication.from.address,
    },
    brand: {
      accent,
      accentDark: readable(publication.brand.accent ?? defaultAccent, paper.dark, '#ffffff'),
      onAccent: readable('#ffffff', accent, ink),
    },
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
      readingTime: minutesInWords(minutes, lang),
    },
    lead,
    sections,
    stories,
    links: {
      view: viewUrl(issue, publication) ?? null,
      home: publication.url === undefined ? null : addQuery(publication.url, publication.links.utm ?? {}),
    },
    labels: labelsOf(issue, publication),
  }
}

/** Where the issue stands on the web, when newsletter.yaml says. */
export function viewUrl(issue: Issue, publication: Publication): string | undefined {
  return publication.links.view?.replaceAll('{issue}', encodeURIComponent(issue.slug))
}

interface Surroundings {
  issue: Issue
  publication: Publication
}

interface Position {
  index: number
  count: number
  number: number
}

function templateStory(story: Story, { issue, publication }: Surroundings, position: Position): TemplateStory {
  const lang = story.lang === undefined || story.lang === issue.lang ? null : story.lang
  const dir = lang === null ? issue.dir : directionOf(lang)
  return {
    slug: story.slug,
    title: story.title,
    url: story.url === undefined ? null : addQuery(story.url, publication.links.utm ?? {}),
    blurb: story.blurb.text.trim() === '' ? null : story.blurb,
    blurbText: story.blurb.text,
    image:
      story.image === undefined
        ? null
        : {
            src: story.image.src,
            alt: story.image.alt,
            width: story.image.width ?? null,
            height: story.image.height ?? null,
          },
    author: story.author ?? null,
    source: story.source ?? null,
    readingMinutes: story.readingMinutes,
    readingTime: minutesInWords(story.readingMinutes, issue.lang),
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

function sideOf(dir: 'ltr' | 'rtl'): string {
  return dir === 'rtl' ? 'right' : 'left'
}

function labelsOf(issue: Issue, publication: Publication): TemplateLabels {
  const { minutes: _, issueNumber, ...labels } = stringsFor(issue.lang)
  const digits = new Intl.NumberFormat(issue.lang, { useGrouping: false })
  return {
    ...labels,
    issueNumber: issue.number === undefined ? null : fillIn(issueNumber, { number: digits.format(issue.number) }),
    whyYouGetThis: fillIn(labels.whyYouGetThis, { name: publication.name }),
  }
}
