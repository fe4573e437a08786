import { smallPng } from '../../support/small-png.ts'

/** A clean newsletter with a template of its own, whose files the corpora change. */
export const house: Readonly<Record<string, string | Buffer>> = {
  'content/newsletter.yaml': `name: Harbour Review
from:
  name: Harbour Review
  address: news@harbour.example
postalAddress: Harbour Review, 1 Quay Street, Port Ellery
links:
  unsubscribe: https://harbour.example/leave
template: house
`,
  'content/articles/cranes.md': `---
title: Crane 4 in eleven pieces
date: 2026-11-20
url: https://harbour.example/cranes
image: crane.png
imageAlt: Crane 4 over the dock, in fog
blurb: On Monday the dock saw the end of sixty years of lifting.
---

On Monday the dock saw the end of sixty years of lifting.
`,
  'content/articles/seals.md': `---
title: How to count seals from a ferry
date: 2026-11-21
url: https://harbour.example/seals
blurb: Two people, one pair of field glasses, and a rule about noses.
---

Two people, one pair of field glasses, and a rule about noses.
`,
  'content/issues/2026-w48.md': `---
date: 2026-11-26
subject: What became of crane 4
preheader: Eleven pieces, one barge, and a hole in the sky over pier seven
articles:
  - cranes
  - seals
---

Good morning from the quay.
`,
  'content/images/crane.png': smallPng(1104, 620),
  'templates/house/issue.mjml.hbs': `<mjml lang="{{issue.lang}}" dir="{{issue.dir}}">
  <mj-head>
    <mj-title>{{issue.subject}}</mj-title>
    <mj-attributes>
      <mj-all font-family="Georgia, serif" />
      <mj-text color="#1c1b19" font-size="16px" line-height="1.5" />
    </mj-attributes>
    <mj-style>
      .story a { color: #0b5660; }
    </mj-style>
  </mj-head>
  <mj-body background-color="#ffffff">
    {{> masthead}}
    {{#each stories}}
    {{> story}}
    {{/each}}
    {{> footer}}
  </mj-body>
</mjml>
`,
  'templates/house/partials/masthead.hbs': `<mj-section>
  <mj-column>
    <mj-text>
      <h1 style="margin:0">{{newsletter.name}}</h1>
      {{issue.intro}}
    </mj-text>
  </mj-column>
</mj-section>
`,
  'templates/house/partials/story.hbs': `<mj-section>
  <mj-column>
    <mj-text css-class="story">
      {{#if image}}<img src="{{image.src}}" alt="{{image.alt}}" width="552" height="310">{{/if}}
      <h2 style="margin:0"><a href="{{url}}" style="color:#0b5660">{{title}}</a></h2>
      {{blurb}}
    </mj-text>
  </mj-column>
</mj-section>
`,
  'templates/house/partials/footer.hbs': `<mj-section>
  <mj-column>
    <mj-text font-size="13px">
      {{newsletter.postalAddress}}
      <a href="{{recipient "unsubscribeUrl"}}" style="color:#0b5660">{{labels.unsubscribe}}</a>
    </mj-text>
  </mj-column>
</mj-section>
`,
  'templates/house/text.hbs': `{{newsletter.name}}

{{#each stories}}
{{title}}
{{blurbText}}
{{url}}

{{/each}}
{{newsletter.postalAddress}}
{{labels.unsubscribe}}: {{recipient "unsubscribeUrl"}}
`,
}
