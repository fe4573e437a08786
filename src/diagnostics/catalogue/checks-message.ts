import type { Entry } from '../entry.ts'

/** K0: structure of the message; K1: how it looks in the list of an inbox; K2: its size. */
export const messageCheckCodes = {
  'GZ-K001': {
    severity: 'error',
    title: 'template syntax in the finished message',
    explanation:
      'Braces, merge tags of another system or a value such as "undefined" would reach readers as they stand. Text of your articles is left alone; what the template wrote is not.',
    bad: '<mj-text>Hello *|FNAME|*</mj-text>',
    good: '<mj-text>Hello {{recipient "firstName" default="there"}}</mj-text>',
  },
  'GZ-K002': {
    severity: 'warning',
    title: 'heading with nothing under it',
    explanation:
      'A heading without a word, or one that is followed at once by another of its rank, promises something that is not there. Leave the heading out when its section is empty.',
    bad: '<h2>Sports</h2><h2>Culture</h2><p>…</p>',
    good: '{{#each sections}}<h2>{{name}}</h2> … {{/each}}',
  },
  'GZ-K003': {
    severity: 'error',
    title: 'no link to unsubscribe',
    explanation:
      'Every newsletter needs a visible link by which a reader leaves the list: the law asks for it, and readers who cannot find one press the spam button instead. Both the HTML and the plain text need it.',
    bad: 'name: Harbour Review',
    good: 'name: Harbour Review\nlinks:\n  unsubscribe: https://harbour.example/unsubscribe',
  },
  'GZ-K004': {
    severity: 'warning',
    title: 'no postal address',
    explanation:
      'Laws on commercial mail, CAN-SPAM among them, ask for a postal address in every message. Set postalAddress in newsletter.yaml and show it in the footer of the template.',
    bad: 'name: Harbour Review',
    good: 'name: Harbour Review\npostalAddress: Harbour Review, 1 Quay Street, Port Ellery',
  },
  'GZ-K005': {
    severity: 'warning',
    title: 'same story twice in an issue',
    explanation: 'Two stories of the issue lead to the same address, or have titles that hardly differ. Remove one of them.',
    bad: 'articles: [cranes, cranes-again]',
    good: 'articles: [cranes]',
  },
  'GZ-K006': {
    severity: 'warning',
    title: 'story that a recent issue already had',
    explanation:
      'A story leads to the same address as one of a recent issue. Readers notice. The number of issues looked back is checks.recentIssues in newsletter.yaml.',
    bad: '# 2026-w47 had harbour-cranes\narticles: [harbour-cranes, night-buses]',
    good: 'articles: [night-buses]',
  },
  'GZ-K007': {
    severity: 'error',
    title: 'HTML left open, or closed twice',
    explanation:
      'A tag inside mj-text or mj-raw is not closed, or closed without having been opened. Browsers repair it in one way and Outlook in another, so that columns break or a link goes on to the end of the message.',
    bad: '<mj-text><b>Today</mj-text>',
    good: '<mj-text><b>Today</b></mj-text>',
  },
  'GZ-K008': {
    severity: 'warning',
    title: 'placeholder text',
    explanation: 'Words that someone meant to replace are still there, such as "lorem ipsum", "TODO" or "Your text here".',
    bad: '<mj-text>Lorem ipsum dolor sit amet</mj-text>',
    good: '<mj-text>{{issue.introText}}</mj-text>',
  },
  'GZ-K101': {
    severity: 'warning',
    title: 'subject longer than inboxes show',
    explanation:
      'Phones show some 40 characters of a subject and programs on a desk some 60 to 70. What stands behind that is cut off. The limit is checks.subject in newsletter.yaml.',
    bad: 'subject: Everything that the harbour office has decided this week about the cranes on pier seven and the ferry',
    good: 'subject: What happens to the cranes on pier seven',
  },
  'GZ-K102': {
    severity: 'error',
    title: 'no subject',
    explanation: 'A message without a subject looks broken, and filters treat it as such.',
    bad: "subject: ''",
    good: 'subject: The quietest ferry in the harbour',
  },
  'GZ-K103': {
    severity: 'warning',
    title: 'no preheader',
    explanation:
      'Inboxes show a line of text beside the subject. Without a preheader they take whatever stands first in the message, often "View in browser".',
    bad: "preheader: ''",
    good: 'preheader: An electric ferry, a battery in the silo, and seals',
  },
  'GZ-K104': {
    severity: 'warning',
    title: 'preheader longer than any inbox shows',
    explanation:
      'No inbox shows more than some 140 characters beside the subject, and most show 40 to 90. Put what matters into the first 40. The limit is checks.preheader in newsletter.yaml.',
    bad: 'preheader: A ferry, a battery, seals, cranes, a library, buses by night, heat pumps, benches, mussels, swimmers, and then the tide tables for all of December and January',
    good: 'preheader: An electric ferry, a battery in the silo, and seals',
  },
  'GZ-K105': {
    severity: 'warning',
    title: 'preheader too short to fill its line',
    explanation:
      'When the preheader is short, inboxes go on with whatever stands first in the message. Write some 40 to 100 characters.',
    bad: 'preheader: Hello!',
    good: 'preheader: An electric ferry, a battery in the silo, and seals',
  },
  'GZ-K106': {
    severity: 'warning',
    title: 'preheader repeats the subject',
    explanation: 'Subject and preheader stand side by side in the inbox. Saying the same twice wastes the second.',
    bad: 'subject: The quietest ferry\npreheader: The quietest ferry',
    good: 'subject: The quietest ferry\npreheader: It makes no noise until it leaves',
  },
  'GZ-K107': {
    severity: 'warning',
    title: 'run of emoji',
    explanation:
      'Screen readers read each emoji out by its full name, and filters count runs of them as a mark of spam. One is enough.',
    bad: 'subject: News from the harbour 🎉🎉🎉',
    good: 'subject: News from the harbour 🎉',
  },
  'GZ-K108': {
    severity: 'warning',
    title: 'shouting',
    explanation: 'Capital words and rows of exclamation marks are what spam looks like, to readers and to filters.',
    bad: 'subject: LAST CHANCE!!! READ NOW',
    good: 'subject: Last week to see the cranes',
  },
  'GZ-K109': {
    severity: 'warning',
    title: 'preheader in the plain text',
    explanation:
      'The preheader is meant for the list of the inbox. In the plain-text part it would be read as the first sentence of the message. Take it out of text.hbs.',
    bad: '{{issue.preheader}}\n\n{{issue.introText}}',
    good: '{{issue.introText}}',
  },
  'GZ-K110': {
    severity: 'warning',
    title: 'sender without a name',
    explanation: 'The sender is the first thing readers look at. Without a name inboxes show the bare address.',
    bad: 'from:\n  address: news@harbour.example',
    good: 'from:\n  name: Harbour Review\n  address: news@harbour.example',
  },
  'GZ-K201': {
    severity: 'warning',
    title: 'message is close to where Gmail cuts it off',
    explanation:
      'More than 92 % of the 102,400 bytes are used, and what the mail server adds may be enough to cross the line. Leave out a story or shorten the template.',
    bad: 'articles: # 24 stories at 4 KB each',
    good: 'articles: # 20 stories at 4 KB each',
  },
  'GZ-K202': {
    severity: 'error',
    title: 'style sheets too long for Gmail',
    explanation:
      'Gmail drops every style sheet of a message when together they have more than 16,384 characters: no phone layout is left. Remove rules that the template does not use.',
    bad: '<mj-style> /* 20 KB of rules */ </mj-style>',
    good: '<mj-style> /* the few rules that phones and dark screens need */ </mj-style>',
  },
  'GZ-K203': {
    severity: 'error',
    title: 'style that makes Gmail drop a whole style sheet',
    explanation:
      'An at-rule inside another one, or a colour written with spaces, makes Gmail drop the whole block it stands in; in a style attribute, the whole attribute.',
    bad: '.title { color: rgb(28 27 25 / 1); }',
    good: '.title { color: #1c1b19; }',
  },
  'GZ-K204': {
    severity: 'warning',
    title: 'style sheet outside the head',
    explanation: 'Gmail reads style sheets in the head of the message only. Use mj-style in mj-head instead of a style tag in mj-raw.',
    bad: '<mj-raw><style>.title { color: #111 }</style></mj-raw>',
    good: '<mj-head><mj-style>.title { color: #111 }</mj-style></mj-head>',
  },
} satisfies Record<string, Entry>
