import { randomBytes } from 'node:crypto'
import { smallPng } from '../../support/small-png.ts'
import { movingGif } from './gif.ts'
import { house } from './house.ts'
import { type Corpus, corpus } from './planted.ts'

type Files = Readonly<Record<string, string | Buffer>>

const partial = (...lines: string[]): string => `<mj-section>
  <mj-column>
    <mj-text>
${lines.map((line) => `      ${line}`).join('\n')}
    </mj-text>
  </mj-column>
</mj-section>
`

/** The house template with one more partial before the footer. */
const withExtra = (extra: string, more: Files = {}): Files => ({
  ...house,
  'templates/house/issue.mjml.hbs': String(house['templates/house/issue.mjml.hbs']).replace('{{> footer}}', '{{> extra}}\n    {{> footer}}'),
  'templates/house/partials/extra.hbs': extra,
  ...more,
})

const changed = (file: string, change: (text: string) => string): Files => ({ ...house, [file]: change(String(house[file])) })

const long = (sentences: number): string => 'The dock was quiet and the sea was flat. '.repeat(sentences).trim()

/** Newsletters with planted defects, by what they are about. */
export const corpora: Readonly<Record<string, Corpus>> = {
  markup: corpus(
    withExtra(
      partial(
        '<p>Hello *|FNAME|*, and good morning.</p> ⟦GZ-K001⟧',
        '<h2>Sports</h2> ⟦GZ-K002⟧',
        '<h2>Culture</h2>',
        '<p>Lorem ipsum dolor sit amet.</p> ⟦GZ-K008⟧',
        '<h4>Deep down</h4> ⟦GZ-K405⟧',
        '<p>Some words.</p>',
        '<h1>Another masthead</h1> ⟦GZ-K404⟧',
        '<table><tr><td>Only a place to stand.</td></tr></table> ⟦GZ-K406⟧',
        '<table role="presentation"><tr><th>Day</th></tr><tr><td>Friday</td></tr></table> ⟦GZ-K407⟧',
        '<span aria-hidden="true">Read on</span> ⟦GZ-K416⟧',
      ),
    ),
  ),
  open: corpus(withExtra(partial('<p>Some words.</p>', '<!--[if mso]><table role="presentation"><tr><td><![endif]--> ⟦GZ-K007⟧', '<p>More words.</p>', '<!--[if mso]></td></tr><![endif]-->'))),
  'open for all': corpus(withExtra(partial('<p>Some words.</p>', '<p><b>Today</p> ⟦GZ-R001⟧', '<p>More words.</p>'))),
  looks: corpus(
    withExtra(
      partial(
        '<p style="color:#aaaaaa">Faint words</p> ⟦GZ-K408⟧',
        '<p style="color:#767676">Words that inversion dims</p> ⟦GZ-K410⟧',
        '<p style="font-size:10px">Tiny words</p> ⟦GZ-K411⟧',
        `<p style="line-height:1.1">${long(4)}</p> ⟦GZ-K412⟧`,
        '<p style="text-align:justify">Justified words</p> ⟦GZ-K413⟧',
        '<a href="https://harbour.example/board" style="display:inline-block;background-color:#0b5660;color:#ffffff;padding:4px 8px;mso-padding-alt:0">Go on board</a> ⟦GZ-K414⟧',
      ),
    ),
  ),
  dark: corpus({
    ...changed('templates/house/issue.mjml.hbs', (text) => text.replace('    </mj-style>', '      @media (prefers-color-scheme: dark) {\n        .story { background-color: #17181a !important; }\n      }\n    </mj-style>')),
    'templates/house/partials/story.hbs': String(house['templates/house/partials/story.hbs']).replace('<mj-text css-class="story">', '<mj-text css-class="story"> ⟦GZ-K409⟧').replace('</h2>', '</h2> ⟦GZ-K409⟧'),
  }),
  support: corpus(
    withExtra(
      partial(
        '<div style="position:absolute;top:20px">Moved words</div> ⟦GZ-K301⟧',
        '<div style="width:calc(100% - 40px)">Narrow words</div> ⟦GZ-K302⟧',
        '<video src="https://harbour.example/ferry.mp4"></video> ⟦GZ-K305⟧',
        '<p hidden="">Hidden words</p> ⟦GZ-K306⟧',
        '<img src="https://harbour.example/logo.svg" alt="Harbour Review" width="120" height="40"> ⟦GZ-K507⟧',
        '<p style="color:rgb(28 27 25)">Words in a colour with spaces</p> ⟦GZ-K203 GZ-K302⟧',
      ),
      {
        'templates/house/issue.mjml.hbs': String(house['templates/house/issue.mjml.hbs'])
          .replace('    {{> footer}}', '    {{> extra}}\n    {{> footer}}')
          .replace(
            '      .story a {',
            '      @import url(https://harbour.example/issue.css); ⟦GZ-K303⟧\n      p:nth-last-child(2):has(b) { color: #111111; } ⟦GZ-K304⟧\n      .loud { color: #111111!important; } ⟦GZ-K307⟧\n      .story a {',
          )
          .replace('    {{> masthead}}', '    <mj-raw><style>.story { color: #111111; }</style></mj-raw> ⟦GZ-K204⟧\n    {{> masthead}}'),
      },
    ),
  ),
  styles: corpus(
    changed('templates/house/issue.mjml.hbs', (text) =>
      text.replace('    <mj-style>\n', `    <mj-style>\n      .story a.first { color: #0b5660; } ⟦GZ-K202⟧\n${'      .story a.harbour-review { color: #0b5660; }\n'.repeat(440)}`),
    ),
  ),
  languageless: corpus(
    changed('templates/house/issue.mjml.hbs', (text) =>
      text.replace('<mjml lang="{{issue.lang}}" dir="{{issue.dir}}">', '<mjml> ⟦GZ-K401⟧').replace('<mj-body background-color="#ffffff">', '<mj-body background-color="#ffffff"> ⟦GZ-K402⟧').replace('{{issue.subject}}</mj-title>', 'Newsletter</mj-title> ⟦GZ-K403⟧'),
    ),
  ),
  links: corpus(
    withExtra(
      partial(
        '<a href="www.harbour.example/cranes" style="color:#0b5660">All about cranes</a> ⟦GZ-L001⟧',
        '<a href="https://192.168.1.20/cranes" style="color:#0b5660">The draft about cranes</a> ⟦GZ-L104⟧',
        '<a href="ftp://harbour.example/cranes" style="color:#0b5660">The archive of cranes</a> ⟦GZ-L002⟧',
        '<a href="#" style="color:#0b5660">The cranes of old</a> ⟦GZ-L003⟧',
        '<a href="#nowhere" style="color:#0b5660">The cranes below</a> ⟦GZ-L007⟧',
        '<a href="https://harbour.example/more" style="color:#0b5660">Read more</a> ⟦GZ-K417⟧',
        '<a href="https://harbour.example/empty" style="color:#0b5660"></a> ⟦GZ-K418⟧',
      ),
      {
        'content/articles/cranes.md': String(house['content/articles/cranes.md'])
          .replace('url: https://harbour.example/cranes', 'url: https://bit.ly/3abcde ⟦GZ-K708⟧')
          .replace('lifting.\n---', 'lifting, [they say](https://harbour.example/a?utm_source=x&utm_source=x). ⟦GZ-L004⟧\n---'),
        'content/articles/seals.md': String(house['content/articles/seals.md']).replace('url: https:', 'url: http:').replace('harbour.example/seals', 'harbour.example/seals ⟦GZ-L005⟧'),
        'content/issues/2026-w48.md': String(house['content/issues/2026-w48.md']).replace(
          'Good morning from the quay.',
          'Good morning from the quay.\n\nSee [https://harbour.example](https://track.example/x) ⟦GZ-L006⟧\nand [the tables](http://tides.example/) for more. ⟦GZ-L005⟧',
        ),
      },
    ),
  ),
  pictures: corpus(
    withExtra(
      partial(
        '<img src="https://harbour.example/a.png" width="120" height="40"> ⟦GZ-K501⟧',
        '<a href="https://harbour.example/b"><img src="https://harbour.example/b.png" alt="" width="120" height="40"></a> ⟦GZ-K503⟧',
        '<img src="https://harbour.example/c.png" alt="The third dock" width="120"> ⟦GZ-K504⟧',
        '<img src="images/d.png" alt="The fourth dock" width="120" height="40"> ⟦GZ-K506⟧',
      ),
      {
        'content/articles/cranes.md': String(house['content/articles/cranes.md']).replace('image: crane.png', 'image: large.png ⟦GZ-K510⟧').replace('imageAlt: Crane 4 over the dock, in fog', 'imageAlt: IMG_2041.png ⟦GZ-K502⟧'),
        'content/articles/seals.md': String(house['content/articles/seals.md']).replace('blurb:', 'image: small.gif ⟦GZ-K415 GZ-K505 GZ-K509⟧\nimageAlt: A seal with a long nose\nblurb:'),
        'content/images/large.png': Buffer.concat([smallPng(1104, 620), randomBytes(1_300_000)]),
        'content/images/small.gif': movingGif(),
      },
    ),
  ),
  'only a picture': corpus({
    ...changed('templates/house/issue.mjml.hbs', (text) => text.replace('dir="{{issue.dir}}">', 'dir="{{issue.dir}}"> ⟦GZ-K508 GZ-K404 GZ-R007⟧').replace(/\{\{> masthead\}\}[^]*\{\{> footer\}\}/, '{{> whole}}')),
    'templates/house/partials/whole.hbs': partial(
      '<img src="https://harbour.example/all.png" alt="All the news of the week" width="552" height="800">',
      '{{newsletter.postalAddress}} <a href="{{recipient "unsubscribeUrl"}}" style="color:#0b5660">{{labels.unsubscribe}}</a>',
    ),
  }),
  inbox: corpus({
    ...house,
    'content/issues/2026-w48.md': String(house['content/issues/2026-w48.md'])
      .replace('What became of crane 4', 'LAST CHANCE TO SEE THE CRANES AND EVERYTHING ELSE ON PIER SEVEN BEFORE WE LEAVE 🎉🎉 ⟦GZ-K101 GZ-K107 GZ-K108⟧')
      .replace('preheader: Eleven pieces, one barge, and a hole in the sky over pier seven', `preheader: ${'A crane, a barge and a hole in the sky. '.repeat(5).trim()} ⟦GZ-K104⟧`),
  }),
  'inbox again': corpus(changed('content/issues/2026-w48.md', (text) => text.replace('preheader: Eleven pieces, one barge, and a hole in the sky over pier seven', 'preheader: What became of crane 4 ⟦GZ-K105 GZ-K106⟧'))),
  stories: corpus({
    ...house,
    'content/articles/again.md': '---\ntitle: Another day with the crane\ndate: 2026-11-22\nurl: http://www.harbour.example/cranes/?utm_source=x ⟦GZ-K005 GZ-L005⟧\nblurb: Nobody looks at the quay in the same way since.\n---\n\nText.\n',
    'content/articles/cut.md': '---\ntitle: The quietest ferry in port\ndate: 2026-11-22\nurl: https://harbour.example/ferry\nblurb: It makes no noise until it leaves and ⟦GZ-K601⟧\n---\n\nText.\n',
    'content/articles/twin.md': '---\ntitle: What the field glasses see\ndate: 2026-11-22\nurl: https://harbour.example/glasses\nblurb: Two people, one pair of field glasses, and a rule about noses. ⟦GZ-K605⟧\n---\n\nText.\n',
    'content/articles/repeats.md': '---\ntitle: Night buses run every hour\ndate: 2026-11-22\nurl: https://harbour.example/buses\nblurb: Night buses run every hour from Friday on. ⟦GZ-K602⟧\n---\n\nText.\n',
    'content/articles/old.md': '---\ntitle: The library stays open\ndate: 2026-11-12\nurl: https://harbour.example/library\nblurb: Its doors close at ten now, and TODO. ⟦GZ-K008⟧\n---\n\nText.\n',
    'content/issues/2026-w47.md': '---\ndate: 2026-11-19\nsubject: What the library does\npreheader: Its doors close at ten now, and so does the cafe\narticles: [old]\n---\n',
    'content/issues/2026-w48.md': String(house['content/issues/2026-w48.md']).replace('  - seals\n', '  - seals\n  - again\n  - cut\n  - twin\n  - repeats\n  - old ⟦GZ-K006⟧\n'),
  }),
  settings: corpus(
    changed('content/newsletter.yaml', (text) =>
      text
        .replace('name: Harbour Review\n', 'name: Harbour Review ⟦GZ-K004⟧\n')
        .replace('news@harbour.example', 'harbour.review@gmail.com ⟦GZ-K709⟧')
        .replace(/postalAddress: .*\n/, '')
        .replace('unsubscribe: https://harbour.example/leave', 'unsubscribe: http://harbour.example/leave ⟦GZ-K701 GZ-K702 GZ-L005⟧')
        .concat('delivery:\n  returnPath: bounces@mailer.example ⟦GZ-K703⟧\n'),
    ),
  ),
  'no way out': corpus({
    ...changed('content/newsletter.yaml', (text) => text.replace('links:\n  unsubscribe: https://harbour.example/leave\n', '').replace('name: Harbour Review\n', 'name: Harbour Review ⟦GZ-K701⟧\n')),
  }),
  'no footer': corpus(
    changed('templates/house/issue.mjml.hbs', (text) => text.replace('{{> footer}}', '').replace('dir="{{issue.dir}}">', 'dir="{{issue.dir}}"> ⟦GZ-K003 GZ-K004⟧')),
  ),
  text: corpus({
    ...house,
    'templates/house/text.hbs': '{{newsletter.name}}\n\n{{issue.preheader}} ⟦GZ-K109⟧\n\nDear %%first_name%%, ⟦GZ-K001⟧\n\n{{#each stories}} ⟦GZ-K705⟧\n{{blurbText}}\n{{url}}\n{{/each}}\n{{newsletter.postalAddress}}\n{{labels.unsubscribe}}: {{recipient "unsubscribeUrl"}}\n',
  }),
  'no text': corpus({ ...house, 'templates/house/text.hbs': '{{newsletter.name}} ⟦GZ-K704 GZ-K004 GZ-K003⟧\n' }),
  clipped: corpus({
    ...withExtra(partial(`<p>${long(2600)}</p>`)),
    'content/issues/2026-w48.md': String(house['content/issues/2026-w48.md']).replace('- seals', '- seals ⟦GZ-R009⟧'),
  }),
  'nearly clipped': corpus({
    ...withExtra(partial(`<p>${long(2200)}</p>`)),
    'content/issues/2026-w48.md': String(house['content/issues/2026-w48.md']).replace('- cranes', '- cranes ⟦GZ-K201⟧'),
  }),
}
