import type { Entry } from '../entry.ts'

/** T: templates. */
export const templateCodes = {
  'GZ-T001': {
    severity: 'error',
    title: 'no such template',
    explanation: 'A template is a folder in templates/ of the newsletter, or one that comes with Gazette.',
  },
  'GZ-T002': {
    severity: 'error',
    title: 'template syntax error',
    explanation: 'Handlebars could not read the template. The place is where it gave up.',
    bad: '{{#each sections}} … {{/if}}',
    good: '{{#each sections}} … {{/each}}',
  },
  'GZ-T003': {
    severity: 'error',
    title: 'unknown variable in a template',
    explanation:
      'The template asks for data that does not exist, which is nearly always a typing slip, or for a part of something that may be absent, such as the image of a story, without asking first whether it is there.',
    bad: '{{story.titel}}',
    good: '{{story.title}}',
  },
  'GZ-T004': {
    severity: 'error',
    title: 'unknown helper in a template',
    explanation: 'The template calls a helper that Gazette does not have.',
  },
  'GZ-T005': {
    severity: 'error',
    title: 'unknown partial in a template',
    explanation: 'A partial is a .hbs file in the partials folder of the template or of templates/shared.',
  },
  'GZ-T006': {
    severity: 'error',
    title: 'unknown recipient field',
    explanation:
      'The field is not one a recipient can have. Fields are words of letters, digits and underscores that start with a letter.',
  },
  'GZ-T007': {
    severity: 'error',
    title: 'template failed',
    explanation: 'The template is well formed but stopped while it was being filled in.',
  },
  'GZ-T008': {
    severity: 'error',
    title: 'template.yaml is not usable',
    explanation: 'The description of the template has a mistake. The message says which.',
  },
  'GZ-T009': {
    severity: 'error',
    title: 'value that cannot be used this way',
    explanation: 'A list is gone through with {{#each}}, and of a group of values one is chosen, before anything can be written.',
    bad: '{{story.tags}}',
    good: '{{#each story.tags}}{{this}} {{/each}}',
  },
  'GZ-T010': {
    severity: 'error',
    title: 'text written without escaping',
    explanation:
      'Three braces write text as it is, so that a < in a headline would end up as markup. Two braces are right everywhere: rich text such as a blurb is written with its marks by them, too.',
    bad: '{{{story.title}}}',
    good: '{{story.title}}',
  },
  'GZ-T011': {
    severity: 'warning',
    title: 'unknown option of a template',
    explanation:
      'newsletter.yaml sets an option that the template of this issue does not have, so nothing comes of it. `gazette templates` lists the options of every template.',
    bad: 'options:\n  bylnes: false',
    good: 'options:\n  bylines: false',
  },
  'GZ-T012': {
    severity: 'error',
    title: 'unusable value of an option',
    explanation: 'The option of the template takes values of another kind. `gazette templates` says which.',
    bad: 'options:\n  images: sometimes',
    good: 'options:\n  images: false',
  },
  'GZ-T013': {
    severity: 'warning',
    title: 'colour that cannot be read',
    explanation:
      'Text in this colour would have a contrast below 4.5 with the page (WCAG 2.2, 1.4.3), so it is moved towards black, or for dark pages towards white, until it can be read. The page is white, the dark page of the template, or what mail programs without dark colours of the message make of white: they turn colours around, and an accent that is not dark enough to begin with ends up grey in grey. Links, section names and buttons all use the new colour.',
    bad: "brand:\n  accent: '#ffcc00'",
    good: "brand:\n  accent: '#8a6d00'",
  },
  'GZ-T014': {
    severity: 'warning',
    title: 'words that are not in the language of the issue',
    explanation:
      'The words around the stories, such as those of the link to unsubscribe, come with Gazette in ten languages. For others, write them under `labels` in newsletter.yaml; English is used where you do not.',
    good: 'lang: sv\nlabels:\n  readMore: Läs mer\n  unsubscribe: Avsluta prenumerationen',
  },
} satisfies Record<string, Entry>
