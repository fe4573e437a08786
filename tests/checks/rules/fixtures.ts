import type { Code } from '../../../src/diagnostics/catalogue.ts'
import { cleanHeaders, type Changes } from '../input.ts'

/** For a rule, an issue that it objects to and one that it lets pass. */
export interface RuleFixture {
  bad: Changes
  good: Changes
}

const picture = (attributes: string): Changes => ({ body: `<img ${attributes}>` })
const story = (blurb: string, more: object = {}): Changes => ({ stories: [{ slug: 'ferry', title: 'The quietest ferry in port', url: 'https://harbour.example/ferry', blurb, ...more }] })
const without = (name: string) => cleanHeaders('What became of crane 4').filter(([own]) => own !== name)
const withHeader = (name: string, value: string) => [...without(name), [name, value] as const]
const long = (count: number): string => 'The dock was quiet and the sea was flat. '.repeat(count)

/** A fixture for every rule; a test makes sure that none is forgotten. */
export const fixtures: Partial<Record<Code, RuleFixture>> = {
  'GZ-K001': { bad: { body: '<p>Hello *|FNAME|*</p>' }, good: { ...story('Write {{name}} in the field.', { method: 'editor' }) } },
  'GZ-K002': { bad: { body: '<h2>Sports</h2><h2>Culture</h2><p>Text</p>' }, good: { body: '<h2>Sports</h2><p>Text</p><h2>Culture</h2><h3>Films</h3><p>Text</p>' } },
  'GZ-K003': { bad: { html: '<html lang="en"><head><title>What became of crane 4</title></head><body><div lang="en" dir="ltr"><h1>x</h1></div></body></html>' }, good: { newsletter: { links: {} }, body: '<a href="https://harbour.example/bye">Abmelden</a>' } },
  'GZ-K004': { bad: { newsletter: { postalAddress: '9 Elsewhere Road' } }, good: {} },
  'GZ-K005': {
    bad: { stories: [{ slug: 'a', title: 'Cranes', url: 'https://harbour.example/a' }, { slug: 'b', title: 'More', url: 'http://www.harbour.example/a/?utm_source=x' }] },
    good: { stories: [{ slug: 'a', title: 'How the silo became a battery: part 1', url: 'https://harbour.example/a' }, { slug: 'b', title: 'How the silo became a battery: part 2', url: 'https://harbour.example/b' }, { slug: 'c', title: 'Cranes' }, { slug: 'd', title: 'Cranes' }] },
  },
  'GZ-K006': {
    bad: { earlier: [{ issue: '2026-w47', slug: 'old', title: 'x', url: 'https://harbour.example/cranes?utm_medium=mail' }] },
    good: { earlier: [{ issue: '2026-w47', slug: 'old', title: 'Crane 4 in eleven pieces', url: 'https://harbour.example/other' }] },
  },
  'GZ-K007': { bad: { body: '<b>x' }, good: { body: '<ul><li>x<li>y</ul>' } },
  'GZ-K008': { bad: { body: '<p>Lorem ipsum dolor</p>' }, good: { body: '<p>Ipswich, Lorne</p>' } },
  'GZ-K101': { bad: { subject: 'Everything that the harbour office decided this week about the cranes on pier seven' }, good: { subject: 'What the harbour office decided' } },
  'GZ-K102': { bad: { subject: ' ' }, good: {} },
  'GZ-K103': { bad: { preheader: '' }, good: {} },
  'GZ-K104': { bad: { preheader: 'A crane, '.repeat(20) }, good: { preheader: 'A crane, '.repeat(15) } },
  'GZ-K105': { bad: { preheader: 'Hello!' }, good: {} },
  'GZ-K106': { bad: { subject: 'What became of crane 4', preheader: 'What became of crane 4? Read it here and now' }, good: {} },
  'GZ-K107': { bad: { subject: 'News 🎉🎉' }, good: { subject: 'News 👨‍👩‍👧 for families ✈️ and travellers' } },
  'GZ-K108': { bad: { subject: 'LAST CHANCE to see the CRANES' }, good: { subject: 'NATO and UNESCO meet at the harbour office' } },
  'GZ-K109': { bad: { text: `Harbour Review\n\nEleven pieces, one barge,\nand a hole in the sky over pier seven\n\nCrane 4 in eleven pieces\nhttps://harbour.example/cranes\nHarbour Review, 1 Quay Street, Port Ellery\nUnsubscribe` }, good: {} },
  'GZ-K110': { bad: { headers: withHeader('From', 'news@harbour.example') }, good: {} },
  'GZ-R009': { bad: { body: `<p>${long(2_600)}</p>` }, good: { body: `<p>${long(2_000)}</p>` } },
  'GZ-K201': { bad: { body: `<p>${long(2_400)}</p>` }, good: { body: `<p>${long(2_000)}</p>` } },
  'GZ-K202': { bad: { head: `<style>${'.a{color:red}'.repeat(1_300)}</style>` }, good: { head: `<style>${'.a{color:red}'.repeat(1_200)}</style>` } },
  'GZ-K203': { bad: { body: '<p style="color:rgb(0 0 0)">x</p>' }, good: { body: '<p style="color:rgb(0,0,0)">x</p>' } },
  'GZ-K204': { bad: { body: '<style>.a{color:#111}</style>' }, good: { head: '<style>.a{color:#111}</style>' } },
  'GZ-K301': { bad: { body: '<div style="position:absolute">x</div>' }, good: { body: '<div style="border-radius:4px;box-shadow:0 0 4px #111">x</div>' } },
  'GZ-K302': { bad: { body: '<table role="presentation"><tr><td style="width:calc(100% - 8px)">x</td></tr></table>' }, good: { body: '<table role="presentation"><tr><td style="width:500px;width:calc(100% - 8px)">x</td></tr></table>' } },
  'GZ-K303': { bad: { head: '<style>@import url(https://harbour.example/a.css);</style>' }, good: { head: '<style>@media (max-width:480px){.a{color:#111}}</style>' } },
  'GZ-K304': { bad: { head: '<style>p:nth-last-child(2):has(b){color:#111}</style>' }, good: { head: '<style>p a:hover{color:#111}[data-ogsc] p{color:#111}</style>' } },
  'GZ-K305': { bad: { body: '<video src="https://harbour.example/v.mp4"></video>' }, good: { body: '<section><p>x</p></section>' } },
  'GZ-K306': { bad: { body: '<p hidden="">x</p>' }, good: { body: '<p dir="ltr" lang="en">x</p>' } },
  'GZ-K307': { bad: { head: '<style>.a{color:#111!important}</style>' }, good: { head: '<style>.a{color:#111 !important}</style>' } },
  'GZ-K401': { bad: { html: '<html><head></head><body></body></html>' }, good: {} },
  'GZ-K402': { bad: { html: '<html lang="en" dir="ltr"><body><div><p>x</p></div></body></html>' }, good: {} },
  'GZ-K403': { bad: { html: '<html lang="en"><head><title>News</title></head></html>' }, good: {} },
  'GZ-K404': { bad: { body: '<h1>Another</h1>' }, good: {} },
  'GZ-K405': { bad: { body: '<h4>Deep</h4><p>x</p>' }, good: { body: '<h3>x</h3><p>x</p><h2>y</h2><p>x</p>' } },
  'GZ-K406': { bad: { body: '<table><tr><td>x</td></tr></table>' }, good: { body: '<table role="none"><tr><td>x</td></tr></table><table><caption>Tides</caption><tr><th scope="col">x</th></tr></table>' } },
  'GZ-K407': { bad: { body: '<table role="presentation"><tr><th>Day</th></tr></table>' }, good: { body: '<table><tr><th scope="col">Day</th></tr><tr><td>Friday</td></tr></table>' } },
  'GZ-K408': { bad: { body: '<p style="color:#aaaaaa">x</p>' }, good: { body: '<p style="color:#767676;background-color:#ffffff">x</p><p style="color:#949494;font-size:24px">x</p>' } },
  'GZ-K409': {
    bad: { head: '<style>@media (prefers-color-scheme:dark){.a{background-color:#17181a !important}}</style>', body: '<div class="a"><p style="color:#1c1b19">x</p></div>' },
    good: { head: '<style>@media (prefers-color-scheme:dark){.a{background-color:#17181a !important}.a p{color:#ece9e3 !important}}</style>', body: '<div class="a"><p style="color:#1c1b19">x</p></div>' },
  },
  'GZ-K410': { bad: { body: '<p style="color:#767676">x</p>' }, good: { body: '<p style="color:#1c1b19">x</p>' } },
  'GZ-K411': { bad: { body: '<p style="font-size:10px">x</p>' }, good: { body: '<p style="font-size:13px">Reading time: four minutes</p>' } },
  'GZ-K412': { bad: { body: `<p style="line-height:1.1">${long(4)}</p>` }, good: { body: `<p style="line-height:1.5">${long(4)}</p><p style="line-height:1.1">Short</p>` } },
  'GZ-K413': { bad: { body: '<p style="text-align:justify">x</p>' }, good: { body: '<p style="text-align:left">x</p>' } },
  'GZ-K414': { bad: { body: '<a href="https://harbour.example/go" style="display:inline-block;background:#0b6670;color:#ffffff;padding:4px 8px">Go on board</a>' }, good: { body: '<a href="https://harbour.example/go" style="display:inline-block;background:#0b6670;color:#ffffff;padding:14px 24px">Go on board</a>' } },
  'GZ-K415': { bad: { ...picture('src="a.gif" alt="x" width="10" height="10"'), pictures: { 'a.gif': { animated: true, file: 'content/images/a.gif' } } }, good: { ...picture('src="a.gif" alt="x"'), pictures: { 'a.gif': {} } } },
  'GZ-K416': { bad: { body: '<span aria-hidden="true">Read more</span>' }, good: { body: '<span aria-hidden="true">·</span>' } },
  'GZ-K417': { bad: { body: '<a href="https://harbour.example/x" style="color:#0b6670">Read more →</a>' }, good: { body: '<a href="https://harbour.example/x" aria-label="Read more about cranes" style="color:#0b6670">Read more</a>' } },
  'GZ-K418': { bad: { body: '<a href="https://harbour.example/x"> </a>' }, good: { body: '<a href="https://harbour.example/x"><img src="https://harbour.example/a.png" alt="Cranes"></a>' } },
  'GZ-K501': { bad: picture('src="https://harbour.example/a.png"'), good: picture('src="https://harbour.example/a.png" alt=""') },
  'GZ-K502': { bad: picture('src="https://harbour.example/a.png" alt="IMG_2041"'), good: picture('src="https://harbour.example/a.png" alt="Crane 4 over the dock"') },
  'GZ-K503': { bad: { body: '<a href="https://harbour.example/x"><img src="https://harbour.example/a.png" alt=""></a>' }, good: { body: '<a href="https://harbour.example/x"><img src="https://harbour.example/a.png" alt=""> Cranes</a>' } },
  'GZ-K504': { bad: picture('src="https://harbour.example/a.png" alt="x" width="552"'), good: picture('src="https://harbour.example/a.png" alt="x" width="552" height="310"') },
  'GZ-K505': { bad: { ...picture('src="cid:a" alt="x" width="552" height="310"'), pictures: { 'cid:a': { width: 552, height: 310 } } }, good: { ...picture('src="cid:a" alt="x" width="552" height="310"'), pictures: { 'cid:a': { width: 1104, height: 620 } } } },
  'GZ-K506': { bad: picture('src="images/a.png" alt="x"'), good: picture('src="cid:a@harbour.example" alt="x"') },
  'GZ-K507': { bad: picture('src="https://harbour.example/a.avif" alt="x"'), good: picture('src="https://harbour.example/a.jpg" alt="x"') },
  'GZ-K508': { bad: { html: '<html lang="en"><body><img src="https://harbour.example/all.png" alt="News"></body></html>' }, good: picture('src="https://harbour.example/a.png" alt="x"') },
  'GZ-K509': { bad: { ...picture('src="cid:a" alt="x" width="552" height="200"'), pictures: { 'cid:a': { width: 1104, height: 620 } } }, good: { ...picture('src="cid:a" alt="x" width="552" height="310"'), pictures: { 'cid:a': { width: 1104, height: 621 } } } },
  'GZ-K510': { bad: { ...picture('src="cid:a" alt="x"'), pictures: { 'cid:a': { bytes: 2_000_000 } } }, good: { ...picture('src="cid:a" alt="x"'), pictures: { 'cid:a': { bytes: 200_000 } } } },
  'GZ-K601': { bad: story('The ferry makes no noise until it leaves and', { method: 'editor' }), good: story('A ferry without noise', { method: 'editor' }) },
  'GZ-K602': { bad: story('The quietest ferry in port left on Monday.'), good: story('On Monday a ferry left without a sound.') },
  'GZ-K603': { bad: story('It takes 250 people.', { body: 'There is room for 150 people.' }), good: story('It takes 1500 people.', { body: 'There is room for 1,500 people.' }) },
  'GZ-K604': { bad: story('It was opened by Mayor Alder today.', { body: 'The mayor opened it today.' }), good: story('It was opened by Ines Saltmarsh.', { body: 'INES SALTMARSH opened it.' }) },
  'GZ-K605': {
    bad: { stories: [{ slug: 'a', title: 'One', blurb: 'The ferry makes no noise until it leaves the pier.' }, { slug: 'b', title: 'Two', blurb: 'The ferry makes no noise until it leaves.' }] },
    good: { stories: [{ slug: 'a', title: 'One', blurb: 'The ferry makes no noise.' }, { slug: 'b', title: 'Two', blurb: 'Seals decide when ships slow down.' }] },
  },
  'GZ-K701': { bad: { headers: withHeader('List-Unsubscribe', 'https://harbour.example/leave') }, good: {} },
  'GZ-K702': { bad: { headers: without('List-Unsubscribe-Post') }, good: {} },
  'GZ-K703': { bad: { newsletter: { delivery: { returnPath: 'bounce@mailer.example' } } }, good: { newsletter: { delivery: { returnPath: 'bounce@mail.harbour.example' } } } },
  'GZ-K704': { bad: { text: '' }, good: {} },
  'GZ-K705': { bad: { text: 'Harbour Review has many words here, but the one story of the issue is not among them.' }, good: {} },
  'GZ-K706': { bad: { message: `a\r\n${'x'.repeat(999)}\r\n` }, good: { message: `a\r\n${'x'.repeat(998)}\r\n` } },
  'GZ-K707': { bad: { headers: withHeader('Subject', 'Größe') }, good: {} },
  'GZ-K708': { bad: { body: '<a href="https://bit.ly/3abc" style="color:#0b6670">The report</a>' }, good: {} },
  'GZ-K709': { bad: { newsletter: { from: { name: 'x', address: 'harbour.review@gmail.com' } } }, good: {} },
  'GZ-K710': { bad: { headers: [...cleanHeaders('x'), ['Subject', 'x']] }, good: {} },
  'GZ-L001': { bad: { body: '<a href="www.harbour.example">x</a>' }, good: { body: '<a href="mailto:news@harbour.example">x</a>' } },
  'GZ-L002': { bad: { body: '<a href="javascript:alert(1)">x</a>' }, good: { body: '<a href="tel:+353123">x</a>' } },
  'GZ-L003': { bad: { body: '<a href="#">x</a>' }, good: { body: '<a href="https://harbour.example/#top">x</a>' } },
  'GZ-L004': { bad: { body: '<a href="https://harbour.example/?utm_source=a&amp;utm_source=b">x</a>' }, good: { body: '<a href="https://harbour.example/?utm_source=a&amp;utm_medium=b&amp;id=1&amp;id=2">x</a>' } },
  'GZ-L005': { bad: { body: '<a href="http://harbour.example/">x</a>' }, good: {} },
  'GZ-L006': { bad: { body: '<a href="https://track.example/x">https://harbour.example</a>' }, good: { body: '<a href="https://www.harbour.example/x">harbour.example</a>' } },
  'GZ-L007': { bad: { body: '<a href="#nowhere">x</a>' }, good: { body: '<a href="#here">x</a><h2 id="here">x</h2><p>y</p>' } },
  'GZ-L104': { bad: { body: '<a href="http://localhost:3000/draft">The draft</a>' }, good: { body: '<a href="https://1.1.1.1/">The draft</a>' } },
}
