/** A piece of an article, as its author wrote it. */
export type Part =
  | { kind: 'p' | 'h2' | 'h3' | 'quote' | 'code'; text: string }
  | { kind: 'ul' | 'ol'; items: string[] }
  | { kind: 'table'; rows: string[][] }

export interface Story {
  title: string
  author: string
  site: string
  slug: string
  date: string
  lang: string
  parts: Part[]
}

/** A small generator of numbers that are the same on every machine (mulberry32). */
export function generator(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

interface Language {
  subjects: string[]
  places: string[]
  times: string[]
  things: string[]
  acts: string[]
  sentences: string[]
  titles: string[]
  headings: string[]
}

const english: Language = {
  subjects: ['The harbour office', 'A group of beekeepers', 'The town library', 'The night train company', 'A retired surveyor', 'The weather station', 'The ferry crew', 'A small foundry', 'The seed bank', 'The map archive', 'A choir of welders', 'The lighthouse trust'],
  places: ['on the north shore', 'behind the old market', 'in the upper valley', 'near the second lock', 'at the edge of the moor', 'in a former brewery', 'under the railway arches', 'beside the tram depot', 'on the island'],
  times: ['last spring', 'before the first frost', 'over eleven months', 'since the flood', 'within a fortnight', 'at the end of the season', 'every second Thursday', 'between two storms'],
  things: ['tide tables', 'glass jars', 'bronze bells', 'paper maps', 'spare rails', 'rain gauges', 'oak barrels', 'seed trays', 'signal lamps', 'logbooks', 'copper pipes', 'wool blankets'],
  acts: ['counted', 'repaired', 'catalogued', 'measured', 'moved', 'lent out', 'painted', 'tested', 'numbered', 'weighed'],
  sentences: [
    '{S} {a} {n} {t} {p} {w}, and nobody had asked for it.',
    'By the time the work was done, {s} had {a} more than {n} {t}, which is {m} more than the year before.',
    '“We {a} the {t} because somebody had to,” said one of the volunteers, who did not want to be named.',
    'The first {n} {t} were found {p}, wrapped in newspaper from {y}.',
    'It costs about {n} crowns a year, most of it for {t}; the rest goes into coffee.',
    'What looks like a hobby is closer to bookkeeping: each of the {t} gets a number, a date and a place.',
    '{S} says it will go on {w}, although the money runs out in {y}.',
    'There are easier ways to keep {t} {p}, but none that the insurers would accept.',
    'Visitors are often surprised by the smell, by the quiet, and by how many {t} fit into one room.',
    'In {y} a fire {p} destroyed {n} of them, and the lists along with them.',
    'Nobody knows exactly how many {t} remain; the last count, made {w}, stopped at {n}.',
    'That changed when {s} {a} the {t} again and noticed that {n} were missing.',
    'Some were {a} twice.',
    'A second team works {p}, where the light is better and the stairs are worse.',
    'The plan is simple: keep the {t} dry, keep the records straight, and answer every letter.',
    '“If you can read a label, you can help,” the notice by the door says, and {n} people have.',
    'Asked whether it was worth the trouble, the keeper pointed at the shelves and shrugged.',
    'The council, which owns the building, has promised a new roof {w}.',
    'None of this would matter if the {t} were not still in use.',
    'It took {n} days, two vans and a borrowed crane.',
  ],
  titles: ['How {s} {a} {n} {t}', 'The last {t} {p}', 'Why {s} keeps {n} {t}', '{n} {t}, and nowhere to put them', 'What {s} learned {w}', 'Keeping {t} dry {p}'],
  headings: ['Where the {t} went', 'Counting, and counting again', 'A roof {w}', 'What happens next', 'The people {p}', 'How it began'],
}

const german: Language = {
  subjects: ['Das Hafenamt', 'Ein Verein von Imkern', 'Die Stadtbücherei', 'Die Wetterwarte', 'Das Kartenarchiv'],
  places: ['am Nordufer', 'hinter dem alten Markt', 'im oberen Tal', 'in einer früheren Brauerei'],
  times: ['im vergangenen Frühjahr', 'vor dem ersten Frost', 'seit dem Hochwasser', 'binnen zwei Wochen'],
  things: ['Gezeitentafeln', 'Glasgefäße', 'Glocken', 'Landkarten', 'Regenmesser'],
  acts: ['gezählt', 'repariert', 'verzeichnet', 'gemessen', 'verliehen'],
  sentences: [
    '{S} hat {w} {n} {t} {p} {a}, und niemand hatte darum gebeten.',
    'Am Ende waren es mehr als {n} {t}, {m} mehr als im Jahr davor.',
    '„Einer muss es ja tun“, sagt ein Helfer, der seinen Namen nicht in der Zeitung lesen will.',
    'Die ersten {n} {t} lagen {p}, eingewickelt in Zeitungspapier aus dem Jahr {y}.',
    'Was nach Liebhaberei aussieht, ist Buchhaltung: Jedes Stück bekommt eine Nummer, ein Datum und einen Ort.',
    'Besucher wundern sich über den Geruch, über die Stille und darüber, wie viele {t} in einen Raum passen.',
    'Wie viele {t} es noch gibt, weiß niemand genau; die letzte Zählung endete {w} bei {n}.',
    'Die Stadt, der das Haus gehört, hat ein neues Dach versprochen.',
  ],
  titles: ['Warum {s} {n} {t} aufhebt', 'Die letzten {t} {p}'],
  headings: ['Wo die {t} blieben', 'Zählen und noch einmal zählen', 'Wie es weitergeht'],
}

const french: Language = {
  subjects: ['La capitainerie', 'Un groupe d’apiculteurs', 'La bibliothèque', 'La station météo'],
  places: ['sur la rive nord', 'derrière le vieux marché', 'dans une ancienne brasserie'],
  times: ['au printemps dernier', 'avant les premières gelées', 'depuis la crue'],
  things: ['bocaux', 'cloches', 'cartes', 'registres', 'pluviomètres'],
  acts: ['compté', 'réparé', 'classé', 'mesuré'],
  sentences: [
    '{S} a {a} {n} {t} {p}, {w}, sans que personne le demande.',
    'À la fin, il y en avait plus de {n}, soit {m} de plus que l’année précédente.',
    '« Il faut bien que quelqu’un le fasse », dit une bénévole, qui préfère rester anonyme.',
    'Les {n} premiers {t} se trouvaient {p}, emballés dans un journal de {y}.',
    'Ce qui ressemble à un passe-temps tient de la comptabilité : un numéro, une date, un lieu pour chacun.',
    'Personne ne sait combien de {t} il reste ; le dernier compte s’est arrêté à {n}.',
    'La commune, propriétaire du bâtiment, a promis un nouveau toit.',
  ],
  titles: ['Pourquoi garder {n} {t}', 'Les derniers {t} {p}'],
  headings: ['Où sont passés les {t}', 'Compter, recompter', 'Et maintenant'],
}

const japanese: Language = {
  subjects: ['港の事務所', '町の図書館', '気象台', '地図の資料館'],
  places: ['北の岸辺で', '古い市場の裏で', '谷の上で'],
  times: ['この春', '初霜の前に', '洪水のあと'],
  things: ['ガラス瓶', '鐘', '紙の地図', '雨量計'],
  acts: ['数えた', '直した', '調べた'],
  sentences: [
    '{S}は{w}、{p}{n}個の{t}を{a}。頼んだ人は誰もいなかった。',
    '最後には{n}個を超え、前の年より{m}個多かった。',
    '「誰かがやらなければならない」と、名前を明かさない手伝いの人は話した。',
    '最初の{n}個は{y}年の新聞に包まれて見つかった。',
    '残りがいくつあるのか、正確に知る人はいない。最後の集計は{n}で止まっている。',
    '建物を持つ町は、新しい屋根を約束した。',
  ],
  titles: ['なぜ{s}は{n}個の{t}を守るのか', '最後の{t}'],
  headings: ['{t}の行方', '数え直す', 'これから'],
}

const languages: Record<string, Language> = { en: english, de: german, fr: french, ja: japanese }
const authors = ['Imke Brandal', 'Tomas Arvelle', 'Rosalind Quay', 'Pernille Osk', 'Dario Wexham', 'Mina Tarrow']
const sites = ['Harbour Gazette', 'The Lock Keeper', 'Moor & Valley', 'Tram Depot Notes', 'Northshore Weekly', 'Upper Valley Post']

export interface Wanted {
  paragraphs?: number
  headings?: boolean
  lists?: boolean
  quotes?: boolean
  code?: boolean
  table?: boolean
  /** Paragraphs of one sentence each, as in news. */
  short?: boolean
  lang?: string
}

/** Writes an article. The same seed and wishes give the same text. */
export function writeStory(seed: number, wanted: Wanted = {}): Story {
  const pick = generator(seed * 7919 + 11)
  const lang = wanted.lang ?? 'en'
  const language = languages[lang] ?? english
  const one = (list: readonly string[]): string => list[pick(list.length)] ?? ''
  const lower = (text: string): string => (lang === 'en' ? text.charAt(0).toLowerCase() + text.slice(1) : text)
  const fill = (template: string): string =>
    template.replace(/\{(\w)\}/g, (_, slot: string) => {
      switch (slot) {
        case 'S': return one(language.subjects)
        case 's': return lower(one(language.subjects))
        case 'p': return one(language.places)
        case 'w': return one(language.times)
        case 't': return one(language.things)
        case 'a': return one(language.acts)
        case 'n': return String(12 + pick(880))
        case 'm': return String(2 + pick(40))
        default: return String(1901 + pick(120))
      }
    })
  const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
  const unused = new Set<string>()
  const sentence = (): string => {
    if (unused.size === 0) for (const template of language.sentences) unused.add(template)
    const template = one([...unused])
    unused.delete(template)
    return upper(fill(template))
  }
  const paragraph = (): string => Array.from({ length: wanted.short === true ? 1 + pick(2) : 2 + pick(4) }, sentence).join(lang === 'ja' ? '' : ' ')
  const parts: Part[] = []
  const count = wanted.paragraphs ?? 8
  for (let index = 0; index < count; index++) {
    if (wanted.headings === true && index > 0 && index % 3 === 0) parts.push({ kind: index % 2 === 0 ? 'h3' : 'h2', text: upper(fill(one(language.headings))) })
    parts.push({ kind: 'p', text: paragraph() })
    if (wanted.lists === true && index % 4 === 2) parts.push({ kind: index % 8 === 2 ? 'ul' : 'ol', items: Array.from({ length: 3 + pick(3) }, () => upper(fill('{n} {t} {p}'))) })
    if (wanted.quotes === true && index % 5 === 3) parts.push({ kind: 'quote', text: sentence() })
    if (wanted.code === true && index % 3 === 1) parts.push({ kind: 'code', text: `const jars = count(${String(pick(99))})\nif (jars > ${String(pick(50))}) label(jars)` })
    if (wanted.table === true && index % 6 === 4) parts.push({ kind: 'table', rows: [['Year', 'Jars', 'Bells'], ...Array.from({ length: 4 }, () => [String(1950 + pick(60)), String(pick(900)), String(pick(40))])] })
  }
  const title = upper(fill(one(language.titles)))
  const day = `2026-${String(1 + pick(11)).padStart(2, '0')}-${String(1 + pick(27)).padStart(2, '0')}`
  return {
    title,
    author: one(authors),
    site: one(sites),
    slug: title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || `story-${String(seed)}`,
    date: day,
    lang,
    parts,
  }
}

/** The text that an extraction should give, one piece a line. */
export function truthOf(story: Story): string {
  return story.parts
    .flatMap((part) => ('items' in part ? part.items : 'rows' in part ? part.rows.map((row) => row.join(' ')) : [part.text]))
    .join('\n')
}
