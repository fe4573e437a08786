import type { Entry } from '../entry.ts'

/** K4: accessibility. */
export const accessCheckCodes = {
  'GZ-K401': {
    severity: 'warning',
    title: 'language of the message not said',
    explanation: 'Screen readers choose their voice by the lang attribute of <html>. It must be a language tag such as en or pt-BR.',
    bad: '<mjml>',
    good: '<mjml lang="{{issue.lang}}" dir="{{issue.dir}}">',
  },
  'GZ-K402': {
    severity: 'warning',
    title: 'language or direction not said inside the body',
    explanation:
      'Webmail puts the body of a message into its own page and drops <html>, so that lang and dir must stand on an element around the content too. MJML writes them there from <mjml lang dir>.',
    bad: '<mjml lang="en">',
    good: '<mjml lang="{{issue.lang}}" dir="{{issue.dir}}">',
  },
  'GZ-K403': {
    severity: 'warning',
    title: 'title missing or other than the subject',
    explanation: 'Screen readers read the title of a message opened in a browser, and MJML labels the message with it. Let it be the subject.',
    bad: '<mj-title>Newsletter</mj-title>',
    good: '<mj-title>{{issue.subject}}</mj-title>',
  },
  'GZ-K404': {
    severity: 'warning',
    title: 'not exactly one main heading',
    explanation: 'People who listen to a message jump from heading to heading. There must be one h1 that says what the message is, and no second.',
    bad: '<mj-text font-size="34px">Harbour Review</mj-text>',
    good: '<mj-text font-size="34px"><h1>Harbour Review</h1></mj-text>',
  },
  'GZ-K405': {
    severity: 'warning',
    title: 'heading level left out',
    explanation: 'A heading is more than one level below the one before it, which sounds as if something were missing.',
    bad: '<h1>Harbour Review</h1> … <h3>Cranes</h3>',
    good: '<h1>Harbour Review</h1> … <h2>Cranes</h2>',
  },
  'GZ-K406': {
    severity: 'warning',
    title: 'layout table that is read out as a table',
    explanation: 'A table that only places things needs role="presentation"; without it screen readers announce rows and columns.',
    bad: '<table><tr><td>Story</td></tr></table>',
    good: '<table role="presentation"><tr><td>Story</td></tr></table>',
  },
  'GZ-K407': {
    severity: 'warning',
    title: 'table of data without headers, or hidden from screen readers',
    explanation: 'A table of data needs header cells (<th scope="col">) and must not have role="presentation".',
    bad: '<table role="presentation"><tr><th>Day</th></tr><tr><td>Friday</td></tr></table>',
    good: '<table><caption>High water</caption><tr><th scope="col">Day</th></tr><tr><td>Friday</td></tr></table>',
  },
  'GZ-K408': {
    severity: 'warning',
    title: 'text too faint',
    explanation:
      'Text needs a contrast of 4.5 against what is behind it, and 3 when it is at least 24 pixels high, or 18.7 and bold (WCAG 2.2, 1.4.3).',
    bad: '<mj-text color="#aaaaaa">',
    good: '<mj-text color="#66635d">',
  },
  'GZ-K409': {
    severity: 'warning',
    title: 'text too faint in the message’s own dark colours',
    explanation:
      'With the colours that the message sets for dark screens the contrast is below 4.5, or below 3 for large text. Often one of a pair of colours was changed and the other was not.',
    bad: '@media (prefers-color-scheme: dark) { .paper { background: #17181a !important } }',
    good: '@media (prefers-color-scheme: dark) { .paper { background: #17181a !important; color: #ece9e3 !important } }',
  },
  'GZ-K410': {
    severity: 'warning',
    title: 'text too faint when a client inverts the colours',
    explanation:
      'Gmail’s apps and Outlook change colours on dark screens by themselves. With the colours they make of this pair the contrast falls below 4.5, or below 3 for large text. Colours of middling lightness are the usual cause.',
    bad: '<mj-text color="#767676" container-background-color="#ffffff">',
    good: '<mj-text color="#55524d" container-background-color="#ffffff">',
  },
  'GZ-K411': {
    severity: 'warning',
    title: 'text too small',
    explanation: 'Running text below 14 pixels, and any text below 12, is hard to read on a phone; labels and the small print around the link to unsubscribe may have 12. The limit is checks.fontSize in newsletter.yaml.',
    bad: '<mj-text font-size="11px">',
    good: '<mj-text font-size="16px">',
  },
  'GZ-K412': {
    severity: 'warning',
    title: 'lines too close together',
    explanation: 'Running text needs a line height of at least 1.4 times its size.',
    bad: '<mj-text line-height="1.1">',
    good: '<mj-text line-height="1.5">',
  },
  'GZ-K413': {
    severity: 'warning',
    title: 'justified text',
    explanation: 'Justified text in a narrow column leaves rivers of white that many readers, those with dyslexia first of all, stumble over.',
    bad: '<mj-text align="justify">',
    good: '<mj-text align="left">',
  },
  'GZ-K414': {
    severity: 'warning',
    title: 'button too small for a finger',
    explanation: 'A button should be at least 44 pixels high. Give it more padding.',
    bad: '<mj-button inner-padding="2px 8px">',
    good: '<mj-button inner-padding="14px 24px">',
  },
  'GZ-K415': {
    severity: 'warning',
    title: 'moving picture',
    explanation:
      'Outlook for Windows shows only the first frame of an animated GIF, and movement that cannot be stopped bothers many readers. Make sure that the first frame says it all, or use a still picture.',
    bad: 'image: ferry-leaving.gif',
    good: 'image: ferry-leaving.png',
  },
  'GZ-K416': {
    severity: 'warning',
    title: 'aria-hidden on something with words',
    explanation: 'Yahoo drops aria-hidden, so that screen readers read the words there after all. Do not rely on it for text.',
    bad: '<span aria-hidden="true">Read more</span>',
    good: '<a href="…">Read more about the cranes</a>',
  },
  'GZ-K417': {
    severity: 'warning',
    title: 'link that does not say where it goes',
    explanation: 'Heard on its own, "read more" or "here" says nothing. Name the target in the text of the link, or in its aria-label.',
    bad: '<a href="{{story.url}}">Read more</a>',
    good: '<a href="{{story.url}}">Read on: {{story.title}}</a>',
  },
  'GZ-K418': {
    severity: 'warning',
    title: 'link without a name',
    explanation: 'A link with no text, and no picture with alt text, is read out as its address, or not at all.',
    bad: '<a href="https://harbour.example"></a>',
    good: '<a href="https://harbour.example">Harbour Review</a>',
  },
} satisfies Record<string, Entry>
