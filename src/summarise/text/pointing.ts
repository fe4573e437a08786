/** What a pointer may name without anything said before: times, and the text that the reader is about to open. */
const known: Readonly<Record<string, string>> = {
  en: 'week|weekend|month|year|decade|century|morning|afternoon|evening|night|summer|winter|spring|autumn|fall|season|quarter|time|day|days|country|planet|world|is|are|was|were|' +
    'post|posts|article|articles|blog|guide|piece|page|story|report|release|version|edition|issue|tutorial|series|newsletter',
  de: 'woche|wochen|wochenende|monat|monate|monats|jahr|jahre|jahres|jahrhundert|morgen|abend|nacht|sommer|winter|herbst|frühjahr|frühling|saison|tag|tage|tagen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag',
  fr: "semaine|mois|année|an|été|hiver|printemps|automne|saison|jour|jours|matin|soir|nuit|week-end|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|qui|que|dernier|derniers|dernière|dernières",
  es: 'semana|mes|año|verano|invierno|otoño|primavera|temporada|día|días|mañana|tarde|noche|fin|lunes|martes|miércoles|jueves|viernes|sábado|domingo',
}

/** A preposition or `do` with a pointer behind it, near the beginning of a sentence: `as a step towards that goal`. */
const inside: Readonly<Record<string, RegExp>> = {
  en: pattern('on|of|to|for|with|without|towards?|in|at|by|from|about|after|before|during|under|through|behind|between|like|despite|do|does|did|doing|done|when|if|while|because|although|once|where|whether', 'that|this|these|those|such|the same', known.en),
  de: pattern('in|im|mit|auf|nach|vor|bei|für|zu|von|aus|unter|über|durch|gegen|um|an|seit|während|trotz|wegen', 'dies(?:e[mnrs]?)?|jene[mnrs]?|solche[mnrs]?', known.de),
  fr: pattern('à|de|dans|pour|après|avant|sur|avec|sans|par|contre|pendant|depuis|selon|malgré|face à|lors de', 'ce|cet|cette|ces|cela|ceux-ci|celle-ci|celui-ci', known.fr),
  es: pattern('a|de|en|para|tras|antes de|sobre|con|sin|por|contra|durante|desde|según', 'este|esta|estos|estas|ese|esa|esos|esas|esto|eso|aquel|aquella', known.es),
}

/** The same at the end of a sentence without a comma, which holds nothing that it could mean: `rely on that centimetre`. */
const atTheEnd: Readonly<Record<string, RegExp>> = {
  en: new RegExp(`^[^,;:]*\\s(?:on|of|to|for|with|without|in|at|by|from|about|after|before|during|under|over|like) (?:that|those|these) (?!(?:${known.en ?? ''})(?![\\p{L}]))[\\p{L}’'-]+[.!?]["'”’»)]*$`, 'iu'),
}

/** What is another, the same or the latter is so beside something said before. */
const beside: Readonly<Record<string, RegExp>> = {
  en: /^["'“”‘(\s]*(?:another|the (?:latter|same|other|others|following|resulting|aforementioned)|one (?:way|reason|example|of (?:these|those|them))|the (?:most [\p{L}-]+|first|second|third|next|last|main|biggest|only|difference|answer|reason|result|upshot|catch|trick|problem|good news|bad news) (?:is|was|are|were)|turns out|that said|(?:maybe|perhaps) (?:that|this|it)(?:['’]s| is| was)?|no wonder|(?:all|both|none|most|many|each|neither) of (?:them|these|those|whom)|(?:\p{N}+|one|two|three|four|five|six|seven|eight|nine|ten|half|all|both|none|most|many|each|several|some|neither)(?: [\p{L}-]+)? of (?:its|his|her|their)|some of (?:these|those|them)|because,|for (?:example|instance),|in (?:addition|contrast|fact|other words|turn)\b|as a result\b|on the other hand|at the same time|not all of (?:it|them|these)|when it (?:was|is)|asked (?:about|if|whether|why)|speaking about the|(?:until|till|since|by|before|after|from) (?:then|that|this)|[^,]{2,60}, (?:this|these|those) (?:is|are|was|were|will|can|has|have|means?|involves?|includes?|makes?|allows?|gives?))(?![\p{L}-])/iu,
  de: /^["„“»(\s]*(?:ein(?:e[rs]?)? weiter\w+|(?:der|die|das|den|dem) (?:ist|sind|war|waren|hat|haben|hatten?|wird|werden|wurden?|kann|können|konnten?|soll|sollen|muss|müssen|will|wollen|\p{Ll}+n (?:es|sie|ihn|sich))|der(?:selbe| letztere)|die(?:selbe|selben| letztere)|zum beispiel|im gegensatz|gleichzeitig|auf der anderen seite)(?![\p{L}-])/iu,
  fr: /^["«“(\s]*(?:un(?:e)? autre|l['’]autre|les autres|d['’]autres|ce(?:tte)? derni(?:er|ère)|ces derni(?:ers|ères)|le même|la même|les mêmes|par exemple|en effet|de plus|en revanche|au contraire|dans le même temps|d['’]autre part|de son côté|de leur côté|à ses yeux|sauf que|raison pour laquelle|tel(?:le)?s? (?:est|sont|était)|une? \p{Ll}+(?: \p{Ll}+)? (?:qui|que|dont) [^,;:]*\.$|pour (?:lui|elle|eux|elles)(?= ))/iu,
  es: /^["«“(\s]*(?:otr[oa]s?|el mismo|la misma|los mismos|las mismas|por ejemplo|en efecto|al mismo tiempo|por otro lado|por su parte)(?![\p{L}-])/iu,
}

function pattern(before: string, pointers: string, allowed = ''): RegExp {
  // The pointer stands among the first words and before the first comma, so that what it means cannot be in the sentence.
  return new RegExp(`^["'“”‘’«»„(\\s]*(?:[\\p{L}\\p{M}\\p{N}’'-]+\\s+){0,5}?(?:${before})\\s+(?:${pointers})(?!\\s+(?:${allowed})(?![\\p{L}\\p{M}]))(?![\\p{L}\\p{M}’'-])`, 'iu')
}

/**
 * Whether a sentence leans on the one before it behind its first word: `Another reason`, `As a step towards that
 * goal`, `One way we do that`. Languages without a list: never.
 *
 * @param lang primary language subtag
 */
export function leansBack(sentence: string, lang: string): boolean {
  return [inside, atTheEnd, beside].some((patterns) => patterns[lang]?.test(sentence) === true)
}
