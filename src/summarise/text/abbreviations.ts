/** Never the end of a sentence: a name, a number or a word has to follow. */
const opening = new Set(
  (
    'mr mrs ms mx dr prof rev fr hon gov sen rep reps gen col maj capt cpt lt sgt cmdr adm pres supt insp messrs mt st ste ft vs v cf eg ie viz approx ca fig figs eq sec ch vol vols pp art ' +
    // German
    'hr fr dipl ing bzw z d u s sog ggf evtl vgl nr abs bspw insb inkl zzgl geb gegr mio mrd tsd hrsg str ' +
    // French, Spanish, Italian, Portuguese, Dutch
    'mm mme mmes mlle mgr me env ex p sr sra srta dña ud uds pág núm avda sig dott avv ing on av exmo dna nº dhr mevr bijv o'
  ).split(' '),
)

/** The end of a sentence only when what follows looks like the start of one. */
const either = new Set(
  'inc corp ltd co llc llp plc bros jr sr phd md ba bsc msc esq u.s u.k u.n u.a.e e.u d.c a.m p.m am pm etc al est dept univ assn bldg ave blvd rd jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun usw ff bis tel no nos calif fla mass penn tex wash ariz colo conn ill mich minn'.split(
    ' ',
  ),
)

/** Words that begin a sentence far more often than they follow an abbreviation in one. */
const starters = new Set(
  (
    'the a an in on at he she it they we i you but and so if as when while after before this that these those there his her its their our my your for from with by to what who why how no not one some many most all both each however meanwhile also according ' +
    'der die das ein eine er sie es wir ich im am und aber doch auch wenn nach vor bei mit für den dem des dies diese dieser man ' +
    'le la les un une il elle ils elles nous vous on ce cette ces et mais pour dans en au aux selon si ' +
    'el los las una él ella en por para pero según y'
  ).split(' '),
)

const lastToken = /(?:^|[\s(["'“‘«„–—-])((?:\p{L}\.)+\p{L}|[\p{L}\p{M}º]+)\.$/u
const ordinals = new Set(['de', 'da', 'nb', 'nn', 'no', 'fi', 'cs', 'sk', 'sl', 'hr', 'sr', 'hu', 'et', 'lv', 'is', 'pl'])

/**
 * Whether the full stop at the end of `left` belongs to an abbreviation, an initial or an ordinal, so that `right`
 * goes on with the same sentence.
 *
 * @param lang primary language subtag
 */
export function endsInAbbreviation(left: string, right: string, lang: string): boolean {
  if (!left.endsWith('.')) return false
  const next = /^[\p{L}\p{M}’']+/u.exec(right)?.[0].toLowerCase()
  const number = /(?:^|[^\d.,])(\d{1,2})\.$/.exec(left)
  if (number !== null) return ordinals.has(lang) && next !== undefined && !starters.has(next)
  const token = lastToken.exec(left)?.[1]
  if (token === undefined) return false
  const lower = token.toLowerCase()
  const starts = next !== undefined && starters.has(next)
  if (/^no|nos|nr|fig|p|pp|vol|art|sec|ch|núm|pág$/.test(lower) && /^[\d#]/.test(right)) return true
  // An initial or letters with stops between them: J. Smith, U.S. Army, z. B.
  if (token.length === 1) return token === 'I' || token === 'y' ? false : !starts || (lang === 'de' && /^[zduswso]$/.test(token))
  if (token.includes('.')) return !starts && (/^\p{L}/u.test(right) || /^\d/.test(right))
  if (opening.has(lower)) return isTitleCase(token) || !starts
  return either.has(lower) && isTitleCase(token) !== starts && /^[\p{L}\d$€£]/u.test(right) && !starts
}

function isTitleCase(token: string): boolean {
  return /^\p{Lu}/u.test(token)
}
