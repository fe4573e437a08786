import { leansBack } from './pointing.ts'

/** First words that point at something said before, by language. What may also stand alone is not among them. */
const pointers: Readonly<Record<string, string>> = {
  en: "he she it they him his her hers its their theirs them this that these those but and or nor so also however yet still then thus hence instead such therefore nevertheless nonetheless moreover furthermore meanwhile besides additionally likewise similarly consequently otherwise afterwards too both neither it's he's she's they're that's there's i'm we're who which",
  de: 'er sie es ihn ihm ihnen ihr ihre ihrer ihrem ihren sein seine seiner seinem seinen dies diese dieser dieses diesem diesen jene jener jenes aber und oder doch denn sondern auch jedoch dennoch trotzdem deshalb deswegen daher darum dabei dazu damit dafür dagegen daran darauf daraus davon danach außerdem zudem ferner allerdings dort so also solche solcher',
  fr: "il elle ils elles lui leur leurs son sa ses ce cet cette ces cela ça ceci celui celle ceux celles mais et ou or donc car aussi ainsi pourtant cependant toutefois néanmoins alors puis ensuite enfin d'ailleurs c'est c'était",
  es: 'él ella ellos ellas su sus este esta estos estas esto ese esa esos esas eso aquel aquella pero y e o también además así entonces luego después por sin_embargo no_obstante',
  it: 'lui lei egli ella essi esse loro suo sua suoi sue questo questa questi queste ciò quello quella ma e o anche inoltre però tuttavia quindi dunque così poi',
  pt: 'ele ela eles elas seu sua seus suas este esta estes estas isto esse essa esses essas isso aquele aquela mas e ou também além_disso porém contudo assim então depois',
  nl: 'hij zij ze haar hun dit dat deze die maar en of ook echter toch dus daarom daarnaast bovendien toen dan zo',
  sv: 'han hon den det de dem deras hans hennes denna detta dessa men och eller också dock därför så då',
  da: 'han hun den det de dem deres hans hendes denne dette disse men og eller også dog derfor så da',
  pl: 'on ona ono oni one jego jej ich ten ta to te ci ale i a lub też także jednak dlatego więc potem',
  ru: 'он она оно они его её их это этот эта эти тот та те но и а или также однако поэтому затем тогда при_этом кроме_того',
  vi: 'nhưng và tuy_nhiên ngoài_ra bên_cạnh_đó do_đó vì_vậy vì_thế trong_khi_đó theo_đó đây điều_này điều_đó sau_đó họ nó anh_ấy cô_ấy ông_ấy bà_ấy',
  tr: 'o bu şu onlar bunlar ama ve fakat ancak ayrıca böylece',
  ar: 'هو هي هم هذا هذه ذلك تلك لكن ولكن وهو وهي كما أيضا',
  id: 'dia ia mereka ini itu tetapi dan atau juga namun',
}

/** What makes a pointer stand on its own: this week, these days, such a thing as a time. */
const standing = /^(?:this|these) (?:week|weekend|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall|season|days)\b|^(?:diese|dieses|diesen) (?:woche|jahr|monat|sommer|winter)|^(?:cette|ce) (?:semaine|année|mois|été|hiver|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir)|^(?:este|esta) (?:semana|año|mes|lunes|martes|miércoles|jueves|viernes|sábado|domingo)/iu
/** `Both Ada and Ben`, which needs the capital. */
const bothNamed = /^[Bb]oth \p{Lu}/u

const eastAsian = /^["“「『]?(?:他|她|它|他们|她们|它们|这|那|这些|那些|但|但是|然而|不过|而且|因此|所以|此外|同时|しかし|そして|また|これ|それ|あれ|この|その|彼|彼女|一方|だが|ただ|さらに|그러나|그리고|하지만|이는|그는|그녀는)/u

const patterns = new Map<string, RegExp>()

function patternOf(lang: string): RegExp {
  let pattern = patterns.get(lang)
  if (pattern === undefined) {
    const words = (pointers[lang] ?? pointers.en ?? '').split(' ').map((word) => word.replaceAll('_', ' ').replaceAll("'", "['’]"))
    pattern = new RegExp(`^["'“”‘’«»„([¿¡\\s]*(?:${words.join('|')})(?![\\p{L}\\p{M}\\p{N}'’-])`, 'iu')
    patterns.set(lang, pattern)
  }
  return pattern
}

/**
 * Whether a sentence begins by pointing at something a reader of it alone has not seen: `He also`, `But`, `This`,
 * `Another reason`, `One way we do that`.
 *
 * @param lang BCP 47 language tag; for a language without a list the English one is used
 */
export function isDangling(sentence: string, lang: string): boolean {
  const primary = lang.split('-')[0] ?? lang
  if (primary === 'zh' || primary === 'ja' || primary === 'ko' || primary === 'yue') return eastAsian.test(sentence)
  if (patternOf(primary).test(sentence)) {
    const bare = sentence.replace(/^["'“«(]+/, '')
    return !standing.test(bare) && !(primary === 'en' && bothNamed.test(bare))
  }
  return leansBack(sentence, primary)
}
