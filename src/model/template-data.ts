import { flag, list, number, optional, record, rich, text, type Infer } from './shape.ts'

const image = record('an image', 'A picture of a story.', {
  src: text('Address for `src`.'),
  alt: text('What the picture shows; empty for a picture that only decorates.'),
  width: optional(number('Pixels, when known.')),
  height: optional(number('Pixels, when known.')),
})

const story = record('a story', 'An article placed in the issue.', {
  slug: text("Name of the article's file without `.md`."),
  title: text('Headline.'),
  url: optional(text('Link to the article, with the parameters of `links.utm`.')),
  blurb: optional(rich('The blurb, with its marks.')),
  blurbText: text('The blurb as plain text; empty when there is none.'),
  image: optional(image),
  author: optional(text('Byline. Absent when the option `bylines` is off.')),
  source: optional(text('Publication the article comes from.')),
  readingMinutes: number('Minutes to read the article, at least 1.'),
  readingTime: text('The same in words: 4 min. Empty when the option `readingTime` is off.'),
  date: optional(text('ISO date of the article.')),
  dateShort: optional(text('The date in words, short: 20 Nov.')),
  section: text('Name of its section.'),
  featured: flag('Whether the article is marked `featured`.'),
  sponsored: flag('Whether somebody paid for it; it must be labelled.'),
  tags: list('Tags of the article.', text('A tag.')),
  lang: optional(text('Language of the article, when it differs from that of the issue.')),
  dir: text('Writing direction of its language: ltr or rtl.'),
  align: text('Side on which its lines begin: left or right.'),
  index: number('Position in its section, from 0.'),
  number: number('Position in the issue, from 1; the lead story is 1.'),
  first: flag('Whether it is the first of its section.'),
  last: flag('Whether it is the last of its section.'),
})

const pair = record('a pair', 'Two stories side by side.', {
  left: story,
  right: optional(story),
  first: flag('Whether it is the first pair of its section.'),
})

const section = record('a section', 'A group of stories under one name.', {
  name: text('Name of the section.'),
  intro: optional(text('Text of newsletter.yaml shown under the name.')),
  stories: list('Its stories; never empty.', story),
  pairs: list('The same two by two, for two columns: with pictures or without.', pair),
  index: number('Position in the issue, from 0.'),
  first: flag('Whether it is the first section.'),
  last: flag('Whether it is the last section.'),
})

const labels = record('the labels', "The words that are not the author's, in the language of the issue.", {
  readMore: text('Button of the lead story.'),
  sponsored: text('Mark of a sponsored story.'),
  issueNumber: optional(text('Issue 12; absent when the issue has no number.')),
  unsubscribe: text('Link that ends the subscription.'),
  viewInBrowser: text('Link to the issue on the web.'),
  whyYouGetThis: text('Why the reader gets this message.'),
  inThisIssue: text('Heading of a table of contents.'),
  by: text('By, before a byline.'),
  links: text('Heading of a list of links.'),
  storyCount: text('How many stories the issue has: 7 stories.'),
})

/** Everything a template may name, described. */
export const templateDataShape = record('what a template is given', 'What every template is given.', {
  newsletter: record('the newsletter', 'The publication.', {
    name: text('Its name.'),
    tagline: optional(text('Its tagline.')),
    url: optional(text('Address of its site.')),
    logo: optional(text('Address of its logo.')),
    logoDark: optional(text('Address of the logo for dark pages.')),
    logoWidth: optional(number('Width of the logo when it is 40 pixels high, when known.')),
    postalAddress: optional(text("The sender's postal address.")),
    postalLines: list('The lines of the postal address; empty when there is none.', text('A line.')),
    from: text("The sender's name, or the newsletter's."),
    address: text("The sender's e-mail address."),
  }),
  brand: record('the brand', 'Colours.', {
    accent: text('Accent colour on a light page, dark enough to read.'),
    accentDark: text('The same colour, made light enough to read on a dark page.'),
    onAccent: text('Colour of text upon the accent: white or ink.'),
  }),
  page: record('the page', 'Pixels, worked out from the option `width`, and fonts.', {
    width: number('Width of the message.'),
    measure: number('Width of the text: the message less 24 at each side.'),
    column: number('Width of one of two columns.'),
    half: number('Half of the width less 24: a column with 12 at each side.'),
    outlookFont: text('The font of the text for Outlook, which does not know every name in it.'),
    outlookTitleFont: text('The font of the titles for Outlook, likewise.'),
  }),
  options: record('the options', 'Options of the template, as newsletter.yaml sets them.', {}),
  issue: record('the issue', 'This edition.', {
    slug: text("Name of the issue's file without `.md`."),
    number: optional(number('Number of the issue.')),
    date: text('ISO date.'),
    dateLong: text('The date in words: 27 November 2026.'),
    dateShort: text('The date in words, short: 27 Nov.'),
    subject: text('Subject of the message.'),
    preheader: text('Text that inboxes show after the subject; may be empty.'),
    lang: text('Language of the issue.'),
    dir: text('Writing direction: ltr or rtl.'),
    align: text('Side on which lines begin: left or right.'),
    intro: optional(rich('Opening text, in paragraphs.')),
    introText: text('The same as plain text; empty when there is none.'),
    storyCount: number('How many stories it has.'),
    readingMinutes: number('Minutes to read all the articles.'),
    readingTime: text('The same in words: 42 min. Empty when the option `readingTime` is off.'),
    cased: flag('Whether its script has capitals and italics, as Latin has and Arabic has not.'),
    promotion: optional(rich("What Gmail's Promotions tab may show, as JSON-LD that is safe in a script element.")),
  }),
  quote: optional(
    record('the quote', 'A sentence of one of the stories, to be set large.', {
      text: text('The sentence, in the quotation marks of the language.'),
      title: text('Title of its story.'),
      url: optional(text('Link to its story.')),
      lang: optional(text('Language of the story, when it differs from that of the issue.')),
      dir: text('Writing direction of its language: ltr or rtl.'),
    }),
  ),
  lead: optional(story),
  sections: list('The stories after the lead, by section.', section),
  stories: list('All stories in order, the lead first.', story),
  links: record('the links', 'Links of the message itself. The link to unsubscribe is {{recipient "unsubscribeUrl"}}.', {
    view: optional(text('The issue on the web.')),
    home: optional(text("The newsletter's site, with the parameters of `links.utm`.")),
  }),
  labels,
})

/** The data handed to templates: nothing is missing, what is absent is `null`. */
export type TemplateData = Infer<typeof templateDataShape>
export type TemplateStory = Infer<typeof story>
export type TemplateLabels = Infer<typeof labels>
export type TemplateSection = Infer<typeof section>
