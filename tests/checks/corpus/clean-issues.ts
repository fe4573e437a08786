import { smallPng } from '../../support/small-png.ts'

/** What a clean issue is made of; all else is the same in each. */
interface Variety {
  /** Lines of newsletter.yaml beside the usual ones. */
  settings?: string
  /** Subject, preheader, intro. */
  words?: readonly [subject: string, preheader: string, intro: string]
  articles?: Record<string, string>
}

const english: Record<string, string> = {
  ferry: 'title: The quietest ferry in the harbour\nurl: https://harbour.example/ferry\nauthor: Ines Saltmarsh\nimage: wide.png\nimageAlt: A white ferry at a low quay\nsection: Harbour\nfeatured: true\nblurb: It makes no noise until it leaves, and then only the gulls complain.',
  silo: 'title: A battery in the grain silo\nurl: https://harbour.example/silo\nsource: Harbour Review\nimage: wide.png\nimageAlt: A round silo with a door of steel\nsection: Energy\nblurb: Forty years empty, it now keeps the afternoon sun for the evening.',
  seals: 'title: How two people count four hundred seals from one moving ferry without a single photograph\nurl: https://harbour.example/seals\nsection: Harbour\nblurb: One pair of field glasses, a clicker, and a rule about noses.',
}

const article = (keys: string): string => `---\n${keys}\ndate: 2026-11-20\n---\n\nThe text of the article is here, in a sentence or two. It says what it says.\n`

function newsletter({ settings = '', words, articles = english }: Variety): Record<string, string | Buffer> {
  const [subject, preheader, intro] = words ?? ['What the ferry does not say', 'A silent ferry, a battery in the silo, and seals by the hundred', 'Good morning from the quay.']
  const entries = Object.entries(articles).map(([slug, keys]): [string, string] => [`content/articles/${slug}.md`, article(keys)])
  return {
    'content/newsletter.yaml': `name: Harbour Review\ntagline: News from the water’s edge\nfrom: {name: Harbour Review, address: news@harbour.example}\npostalAddress: Harbour Review, 1 Quay Street, Port Ellery\nlinks: {unsubscribe: "https://harbour.example/leave?who={token}"}\n${settings}`,
    'content/issues/2026-w48.md': `---\nnumber: 48\ndate: 2026-11-26\nsubject: ${JSON.stringify(subject)}\npreheader: ${JSON.stringify(preheader)}\n---\n\n${intro}\n`,
    'content/images/wide.png': smallPng(1200, 675),
    'content/images/logo.png': smallPng(400, 80),
    ...Object.fromEntries(entries),
  }
}

const oddArticles: Record<string, string> = {
  braces: `title: 'Write {{name}} and *|FNAME|*: what merge tags are'\nurl: https://harbour.example/tags\nblurb: 'A lesson for people who type {{ firstName }} and "undefined" for a living.'`,
  brackets: `title: 'Why 3 < 4 & 5 > 4, "quoted"'\nurl: https://harbour.example/a?b=1&c=2&b=3#part\nblurb: A comparison of <script> tags, ampersands & other signs.`,
  nowhere: 'title: A story with no address of its own\nblurb: It can only be read here, and that is enough.',
  sold: 'title: What a mooring costs this winter\nurl: https://harbour.example/moorings\nsponsored: true\nblurb: Prices for boats of every length, from the people who rent them out.',
  shouted: 'title: NATO, UNESCO and the BBC meet on the quay\nurl: https://harbour.example/meeting\nblurb: Three names in capitals, and one small room.',
  guide: 'title: The guide, part 2\nurl: https://harbour.example/guide/2\nblurb: How to read a tide table when it is wet.',
  earlier: 'title: The guide, part 1\nurl: https://harbour.example/guide/1\nblurb: How to find a tide table in the first place.',
}

const german: Record<string, string> = {
  faehre: 'title: Die leiseste Fähre im Hafen\nurl: https://hafen.example/faehre\nimage: wide.png\nimageAlt: Eine weiße Fähre am Kai\nblurb: Sie macht kein Geräusch, bis sie ablegt – und dann klagen nur die Möwen.',
  silo: 'title: Eine Batterie im Getreidesilo\nurl: https://hafen.example/silo\nblurb: Vierzig Jahre stand es leer. Jetzt hält es die Nachmittagssonne bis zum Abend fest.',
}

const arabic: Record<string, string> = {
  abbara: 'title: العبّارة الهادئة تغادر الميناء\nurl: https://mawj.example/abbara\nimage: wide.png\nimageAlt: عبّارة بيضاء عند الرصيف\nblurb: لا يُسمع لها صوت حتى تغادر، ثم لا تشتكي إلا النوارس.',
  latin: 'title: How to count seals\nlang: en\nurl: https://mawj.example/seals\nblurb: One pair of field glasses, a clicker, and a rule about noses.',
}

const japanese: Record<string, string> = {
  ferry: 'title: 港でいちばん静かなフェリー\nurl: https://minato.example/ferry\nblurb: 出航するまで音を立てない。鳴くのはカモメだけだ。',
  silo: 'title: 穀物サイロの電池\nurl: https://minato.example/silo\nblurb: 四十年のあいだ空だった塔が、午後の日差しを夜まで蓄える。',
}

const hebrewSettings = 'lang: he\nlabels: {unsubscribe: הסר אותי מהרשימה, readMore: המשך קריאה, viewInBrowser: צפייה בדפדפן, whyYouGetThis: קיבלת הודעה זו כי נרשמת., by: מאת, sponsored: ממומן, issueNumber: "גיליון {number}", inThisIssue: בגיליון הזה, links: קישורים, quoted: "״{text}״", storyCount: "{number} כתבות"}\n'

/** Twenty issues at which nobody could find fault. */
export const cleanIssues: Readonly<Record<string, Record<string, string | Buffer>>> = {
  'classic, as it comes': newsletter({}),
  'classic with sections, a site and a list of contents': newsletter({ settings: 'template: classic\nurl: https://harbour.example\nsections: [Harbour, Energy]\noptions: {contents: true}\n' }),
  'classic, narrow, without pictures and bylines': newsletter({ settings: 'template: classic\noptions: {width: 480, images: false, bylines: false, readingTime: false}\n' }),
  'classic, wide, with a bright accent and a logo': newsletter({ settings: "template: classic\noptions: {width: 700, titleFont: sans}\nbrand: {accent: '#8d5500', logo: logo.png}\n" }),
  'classic with added parameters and hosted pictures': newsletter({ settings: 'template: classic\nurl: https://harbour.example\nimages: hosted\n' }),
  'brief, as it comes': newsletter({ settings: 'template: brief\n' }),
  'brief with pictures and sections': newsletter({ settings: 'template: brief\nsections: [{name: Harbour, intro: What the water brought.}, Energy]\noptions: {images: true, titleFont: serif}\n' }),
  'brief with a dark accent': newsletter({ settings: "template: brief\nurl: https://harbour.example\nbrand: {accent: '#102030', accentDark: '#cfe3ff'}\n" }),
  'magazine, as it comes': newsletter({ settings: 'template: magazine\n' }),
  'magazine with sections and no quotation': newsletter({ settings: 'template: magazine\nurl: https://harbour.example\nsections: [Harbour, Energy]\noptions: {pullQuote: false, contents: true}\n' }),
  'magazine with a promotion': newsletter({ settings: 'template: magazine\nurl: https://harbour.example\noptions: {promotion: true}\n' }),
  'odd but fine content, classic': newsletter({ articles: oddArticles, words: ['Is 3 < 4? & other “questions” 🦭', 'Braces, brackets, one emoji and a story that leads nowhere', 'See [all of it](https://harbour.example/a?x=1&y=2), or <b>none</b> of `{{it}}`.'] }),
  'odd but fine content, magazine': newsletter({ settings: 'template: magazine\n', articles: oddArticles }),
  'odd but fine content, brief': newsletter({ settings: 'template: brief\n', articles: oddArticles }),
  'German, magazine': newsletter({ settings: 'lang: de\ntemplate: magazine\n', articles: german, words: ['Was die Fähre verschweigt', 'Eine stille Fähre und eine Batterie im Silo, größer als gedacht', 'Guten Morgen vom Kai.'] }),
  'French, classic': newsletter({ settings: 'lang: fr\n', articles: { bac: 'title: Le bac le plus silencieux du port\nurl: https://port.example/bac\nblurb: Il ne fait aucun bruit avant le départ, et seules les mouettes s’en plaignent.' }, words: ['Ce que le bac ne dit pas', 'Un bac silencieux, une batterie dans le silo et des phoques', 'Bonjour du quai.'] }),
  'Arabic with an English story, classic': newsletter({ settings: 'lang: ar\n', articles: arabic, words: ['مدٌّ عالٍ في يوم هادئ', 'والعبّارة الكهربائية تبدأ رحلتها الأولى بين الضفتين', 'صباح الخير من الرصيف.'] }),
  'Arabic, magazine': newsletter({ settings: 'lang: ar\ntemplate: magazine\n', articles: arabic, words: ['مدٌّ عالٍ في يوم هادئ', 'والعبّارة الكهربائية تبدأ رحلتها الأولى بين الضفتين', 'صباح الخير من الرصيف.'] }),
  'Japanese, brief': newsletter({ settings: 'lang: ja\ntemplate: brief\n', articles: japanese, words: ['静かなフェリーの話', '港のフェリーと、穀物サイロの電池と、二つの話をお届けします。最後までお楽しみください。', 'おはようございます。'] }),
  'Hebrew with words of its own, brief': newsletter({ settings: `${hebrewSettings}template: brief\n`, articles: { maaboret: 'title: המעבורת השקטה בנמל\nurl: https://namal.example/maaboret\nblurb: היא לא משמיעה קול עד שהיא יוצאת לדרך.' }, words: ['מה שהמעבורת לא אומרת', 'מעבורת שקטה, סוללה בתוך הממגורה, וכלבי ים במאות רבות', 'בוקר טוב מהרציף.'] }),
}
