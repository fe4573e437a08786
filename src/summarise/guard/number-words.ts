const units: Readonly<Record<string, string>> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  de: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
  it: 'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
  pt: 'zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove',
  nl: 'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
}

const tens: Readonly<Record<string, string>> = {
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
  de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
  fr: 'vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix',
  es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  it: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  pt: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  nl: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
}

/** How a language writes a ten and a unit as one word. */
const joints: Readonly<Record<string, (ten: string, unit: string) => string[]>> = {
  en: (ten, unit) => [`${ten}-${unit}`],
  de: (ten, unit) => [`${unit === 'eins' ? 'ein' : unit}und${ten}`],
  nl: (ten, unit) => [`${unit}en${ten}`, `${unit}ën${ten}`],
  fr: (ten, unit) => [`${ten}-${unit}`, `${ten}-et-${unit}`],
  es: (ten, unit) => (ten === 'veinte' ? [`veinti${unit}`] : []),
  it: (ten, unit) => [`${/^[ou]/.test(unit) ? ten.slice(0, -1) : ten}${unit}`],
}

/** Words of an article that a blurb may tell with a number. */
const loose: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: {
    first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12,
    thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17, eighteenth: 18, nineteenth: 19, twentieth: 20,
    both: 2, pair: 2, couple: 2, twice: 2, double: 2, doubled: 2, twin: 2, twins: 2, triple: 3, tripled: 3, trio: 3, quadruple: 4, dozen: 12, half: 0.5, quarter: 0.25, decade: 10, century: 100,
  },
  de: { ein: 1, eine: 1, beide: 2, beiden: 2, zweite: 2, dritte: 3, vierte: 4, fünfte: 5, doppelt: 2, verdoppelt: 2, dutzend: 12, hälfte: 0.5 },
  fr: { une: 1, premier: 1, première: 1, deuxième: 2, second: 2, troisième: 3, quatrième: 4, cinquième: 5, double: 2, dizaine: 10, douzaine: 12, quinzaine: 15, vingtaine: 20, trentaine: 30, quarantaine: 40, cinquantaine: 50, centaine: 100, moitié: 0.5 },
  es: { una: 1, primer: 1, primera: 1, segundo: 2, segunda: 2, tercer: 3, tercera: 3, ambos: 2, ambas: 2, doble: 2, docena: 12, mitad: 0.5 },
}

/** Words that multiply the number before them. A letter that may also be a unit of length is not among them. */
const scales: Readonly<Record<string, number>> = {
  hundred: 100, thousand: 1e3, million: 1e6, millions: 1e6, billion: 1e9, billions: 1e9, trillion: 1e12, lakh: 1e5, lakhs: 1e5, crore: 1e7, crores: 1e7,
  k: 1e3, mn: 1e6, mln: 1e6, bn: 1e9, bln: 1e9, tn: 1e12,
  hundert: 100, tausend: 1e3, tsd: 1e3, millionen: 1e6, mio: 1e6, milliarde: 1e9, milliarden: 1e9, mrd: 1e9, billionen: 1e12,
  mille: 1e3, milliard: 1e9, milliards: 1e9, mil: 1e3, millón: 1e6, millones: 1e6, mila: 1e3, milione: 1e6, milioni: 1e6, miliardo: 1e9, miliardi: 1e9,
  milhão: 1e6, milhões: 1e6, bilhão: 1e9, bilhões: 1e9, honderd: 100, duizend: 1e3, miljoen: 1e6, miljard: 1e9,
  nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9,
  тыс: 1e3, тысяч: 1e3, тысячи: 1e3, млн: 1e6, миллион: 1e6, миллиона: 1e6, миллионов: 1e6, млрд: 1e9, миллиард: 1e9, миллиардов: 1e9,
  万: 1e4, 萬: 1e4, 億: 1e8, 亿: 1e8, 千: 1e3, 百: 100,
}

/** What a scale word multiplies by; Chinese and Japanese ones may have the next word right behind them. */
export function scaleOf(word: string): { factor: number; length: number } | undefined {
  const whole = scales[word]
  if (whole !== undefined) return { factor: whole, length: word.length }
  const first = word.charAt(0)
  const factor = first > '\u3000' ? scales[first] : undefined
  return factor === undefined ? undefined : { factor, length: 1 }
}

/** The number words of a language. */
export interface NumberWords {
  /** Words that are a number and nothing else. */
  exact: ReadonlyMap<string, number>
  /** Words that an article may mean a number by. */
  loose: ReadonlyMap<string, number>
}

const tables = new Map<string, NumberWords>()

/** Spelled numbers up to 99 of a language; empty for one that is not known. */
export function numberWords(lang: string): NumberWords {
  const primary = lang.split('-')[0] ?? lang
  let table = tables.get(primary)
  if (table === undefined) {
    table = { exact: exactWords(primary), loose: new Map(Object.entries(loose[primary] ?? {})) }
    tables.set(primary, table)
  }
  return table
}

function exactWords(lang: string): Map<string, number> {
  const words = new Map<string, number>()
  const small = units[lang]?.split(' ') ?? []
  for (const [value, word] of small.entries()) words.set(word, value)
  for (const [index, ten] of (tens[lang]?.split(' ') ?? []).entries()) {
    const value = (index + 2) * 10
    words.set(ten, value)
    // French counts 71 to 79 and 91 to 99 on from sixty and eighty.
    const most = lang === 'fr' && (value === 60 || value === 80) ? 19 : 9
    for (let unit = 1; unit <= most; unit++) for (const joint of joints[lang]?.(ten, small[unit] ?? '') ?? []) words.set(joint, value + unit)
  }
  return words
}
