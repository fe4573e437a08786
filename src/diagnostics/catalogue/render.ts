import type { Entry } from '../entry.ts'

/** R: MJML, slots and the message. */
export const renderCodes = {
  'GZ-R001': {
    severity: 'error',
    title: 'tag is not closed',
    explanation: 'MJML drops what stands in an unclosed tag without a word, so Gazette checks before it.',
    bad: '<mj-text>Hello',
    good: '<mj-text>Hello</mj-text>',
  },
  'GZ-R002': {
    severity: 'error',
    title: 'closing tag without an opening one',
    explanation: 'The tag that is closed here was not open, or another one inside it still is.',
  },
  'GZ-R003': {
    severity: 'error',
    title: 'text where MJML keeps none',
    explanation:
      'Text directly inside a structural tag such as mj-section never reaches the message: MJML drops it without a word. Put it into mj-text.',
    bad: '<mj-column>Hello</mj-column>',
    good: '<mj-column><mj-text>Hello</mj-text></mj-column>',
  },
  'GZ-R004': {
    severity: 'error',
    title: 'unknown MJML tag',
    explanation: 'MJML has no component of this name.',
    bad: '<mj-txt>',
    good: '<mj-text>',
  },
  'GZ-R005': {
    severity: 'error',
    title: 'MJML refused the template',
    explanation: 'The MJML validator found a tag or an attribute that it does not allow at this place.',
  },
  'GZ-R006': {
    severity: 'error',
    title: 'recipient slot in a place that cannot vary',
    explanation:
      'A recipient field may stand in text, in an attribute or in a link. Inside CSS, a comment or the name of a tag its value could not be made safe.',
  },
  'GZ-R007': {
    severity: 'error',
    title: 'content was lost on the way through MJML',
    explanation:
      'A story of the issue is not in the rendered message. The template leaves it out, or MJML dropped it without a word.',
  },
  'GZ-R008': {
    severity: 'error',
    title: 'value that a header cannot hold',
    explanation:
      'A subject, name or address that contains a line break could smuggle headers into the message, and an address with other than ASCII letters before the @ cannot be written in one.',
  },
  'GZ-R009': {
    severity: 'warning',
    title: 'message is long enough for Gmail to clip it',
    explanation:
      'Gmail cuts a message after 102,400 bytes of HTML and hides the rest, the unsubscribe link with it, behind a link. The finding says which story crosses the line and what a story costs. Show fewer stories, or use a lighter template.',
    bad: 'articles: # 30 stories at 4 KB each',
    good: 'articles: # 20 stories at 4 KB each',
  },
  'GZ-R010': {
    severity: 'error',
    title: 'attribute that is not well formed',
    explanation:
      'The value of an attribute stands between two quotes of the same kind. A quote that is missing makes the rest of the tag, or the next one, part of the value.',
    bad: '<mj-text color="#333>',
    good: '<mj-text color="#333">',
  },
} satisfies Record<string, Entry>
