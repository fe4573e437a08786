/** Names and abbreviations of the months, January first, by language. */
const monthNames: Readonly<Record<string, string>> = {
  en: 'january february march april may june july august september october november december',
  de: 'januar,jänner februar,feber märz april mai juni juli august september oktober november dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre,setiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  pl: 'stycznia,styczeń lutego,luty marca,marzec kwietnia,kwiecień maja,maj czerwca,czerwiec lipca,lipiec sierpnia,sierpień września,wrzesień października,październik listopada,listopad grudnia,grudzień',
  ru: 'января,январь февраля,февраль марта,март апреля,апрель мая,май июня,июнь июля,июль августа,август сентября,сентябрь октября,октябрь ноября,ноябрь декабря,декабрь',
}

/** Names of the days, Monday first. */
const dayNames: Readonly<Record<string, string>> = {
  en: 'monday tuesday wednesday thursday friday saturday sunday',
  de: 'montag dienstag mittwoch donnerstag freitag samstag,sonnabend sonntag',
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  es: 'lunes martes miércoles jueves viernes sábado domingo',
  it: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  pt: 'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  nl: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
}

/** Abbreviations are read in their own language only, where they are not other words as well. */
const shortMonths: Readonly<Record<string, string>> = {
  en: 'jan feb mar apr - jun jul aug sept,sep oct nov dec',
  de: 'jan feb - apr - - - aug sept okt nov dez',
  fr: 'janv févr - avr - - juil - - oct nov déc',
}
const shortDays: Readonly<Record<string, string>> = { en: 'mon tues,tue wed thurs,thur,thu fri sat sun' }

/** Months that are as often another word, or a person: a month only beside a number or after a word such as `in`. */
const doubtful = new Set('may march mar mars sep jan dec mai mei maj maja luty мая май марта april june august juli'.split(' '))
/** Days that are as often another word. */
const doubtfulDays = new Set('mon sat wed fri sun thu tue'.split(' '))

/** The names of months and days that a text in one language may hold. */
export interface CalendarWords {
  /** Number of a month, from 1. */
  monthOf: (name: string) => number | undefined
  /** Number of a day of the week, Monday is 1. */
  weekdayOf: (name: string) => number | undefined
  /** Sources of patterns that match any of them. */
  monthPattern: string
  dayPattern: string
}

const known = new Map<string, CalendarWords>()

/** Full names in every language, abbreviations in that of the text. */
export function calendarWords(lang: string): CalendarWords {
  const primary = lang.split('-')[0] ?? lang
  let words = known.get(primary)
  if (words === undefined) {
    const months = byName([...Object.values(monthNames), shortMonths[primary] ?? ''])
    const days = byName([...Object.values(dayNames), shortDays[primary] ?? ''])
    words = {
      monthOf: (name) => months.get(name.toLowerCase()),
      weekdayOf: (name) => days.get(name.toLowerCase()),
      monthPattern: alternatives(months.keys()),
      dayPattern: alternatives(days.keys()),
    }
    known.set(primary, words)
  }
  return words
}

function byName(lists: readonly string[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>()
  for (const list of lists) {
    for (const [index, spellings] of list.split(' ').entries()) for (const name of spellings.split(',')) if (name.length > 1) all.set(name, index + 1)
  }
  return all
}

/** Whether the name of a month is as often another word, or a person. */
export function isDoubtfulMonth(name: string): boolean {
  return doubtful.has(name.toLowerCase())
}

/** Whether the name of a day is as often another word. */
export function isDoubtfulDay(name: string): boolean {
  return doubtfulDays.has(name.toLowerCase())
}

function alternatives(names: Iterable<string>): string {
  return Array.from(names).sort((a, b) => b.length - a.length).join('|')
}
