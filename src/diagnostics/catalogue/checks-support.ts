import type { Entry } from '../entry.ts'

const weighing =
  'The share is that of your readers whose client lacks it, after `clients` in newsletter.yaml; what counts as too many is checks.support. Data: caniemail.com, the latest test of each client, with its date.'

/** K3: what the clients of the readers do not support. */
export const supportCheckCodes = {
  'GZ-K301': {
    severity: 'warning',
    title: 'CSS property that readers’ clients lack',
    explanation: `Some clients drop this property and nothing in the message makes up for it, so that the layout breaks there. Give the plain form first, an attribute that says the same, or a table around it for Outlook. ${weighing}`,
    bad: '<td style="position: absolute; top: 20px">',
    good: '<td style="padding-top: 20px">',
  },
  'GZ-K302': {
    severity: 'warning',
    title: 'CSS value, unit or function that readers’ clients lack',
    explanation: `Some clients drop the whole declaration because of this value. Write a value they know before it. ${weighing}`,
    bad: '<td style="width: calc(100% - 40px)">',
    good: '<td style="width: 560px; width: calc(100% - 40px)">',
  },
  'GZ-K303': {
    severity: 'warning',
    title: 'at-rule that readers’ clients lack',
    explanation: `Clients drop this at-rule with all it holds. The message must work without it. ${weighing}`,
    bad: '@import url(https://harbour.example/issue.css);',
    good: '@media (max-width: 479px) { .story { width: 100% !important } }',
  },
  'GZ-K304': {
    severity: 'warning',
    title: 'selector that most readers’ clients lack',
    explanation: `Most clients drop rules with this selector. Give the element a class. ${weighing}`,
    bad: '.story:has(img) { padding: 0 }',
    good: '.story-with-image { padding: 0 }',
  },
  'GZ-K305': {
    severity: 'warning',
    title: 'HTML element that readers’ clients lack',
    explanation: `Some clients take this element out, and what it shows with it. Use a picture that links to the real thing. ${weighing}`,
    bad: '<video src="https://harbour.example/ferry.mp4"></video>',
    good: '<a href="https://harbour.example/ferry"><img src="https://harbour.example/ferry.png" alt="Watch the ferry leave" width="552" height="310"></a>',
  },
  'GZ-K306': {
    severity: 'warning',
    title: 'HTML attribute that readers’ clients lack',
    explanation: `Some clients ignore this attribute, and the message shows or does something else there. ${weighing}`,
    bad: '<td background="https://harbour.example/sea.png">',
    good: '<td background="https://harbour.example/sea.png" bgcolor="#0b6670">',
  },
  'GZ-K307': {
    severity: 'warning',
    title: '!important without a space before it',
    explanation:
      'Outlook for Windows reads !important only with a space before it, and Yahoo drops a background image without one. Only lower case works in Gmail.',
    bad: '.title { color: #111!important; }',
    good: '.title { color: #111 !important; }',
  },
} satisfies Record<string, Entry>
