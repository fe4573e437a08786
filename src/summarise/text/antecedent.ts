/** Prepositions that put a time or a place before the subject; what they name is not the subject. */
const fronts: Readonly<Record<string, string>> = {
  en: 'in|on|at|during|since|until|by|earlier|later|last|according to|speaking (?:to|at|in|on)|talking (?:to|about)|writing (?:in|on)',
  de: 'im|in|am|auf|bei|seit|während|nach|vor',
  fr: 'dans|en|à|sur|lors de|lors d|pendant|depuis|selon|au micro de|interrogée? par|invitée? (?:de|sur|sur le plateau de)',
  es: 'en|durante|desde|según',
}
/** Without those that also stand for nothing: *it emerged that*, *es gibt*, *il faut*. */
const subjects: Readonly<Record<string, string>> = {
  en: 'he|she|they',
  de: 'er|sie',
  fr: "elles?|ils|il (?!y |n['’]y|faut|faudra|est |était |n['’]est|s['’]agi|semble|fait|convient|reste|ser|pourrait)",
  es: 'él|ella|ellos|ellas',
}

/** Somebody is quoted, and told by a pronoun. */
const speaks: Readonly<Record<string, string>> = {
  en: '(?:he|she|they) (?:also |later |further |then )?(?:said|says|told|tells|added|adds|wrote|writes|asked|asks|explained|explains|tweeted|posted|admitted|insisted|recalled|continued|joked|stated|noted|replied|claimed|warned)|(?:said|says|added|wrote|asked) (?:he|she|they)',
  de: '(?:sagte?|erklärte?|betonte?|schrieb|so|meinte?|fügte) (?:er|sie)',
  fr: '(?:a|ont)[- ]t[- ]?(?:il|elle|ils|elles)|(?:a|ont)-(?:ils|elles)|(?:dit|ajoute|explique|précise|confie|raconte|poursuit|assure|affirme|estime|lance|écrit|déclare)[- ](?:t-)?(?:il|elle|on)',
  es: '(?:dijo|añadió|agregó|explicó|señaló|escribió) (?:él|ella)',
}

/** Somebody or something that `the` makes a known one, in the singular and the plural, before a verb or a comma. */
const known: Readonly<Record<string, RegExp>> = {
  en: /^["'“‘(\s]*The (?:\d+[- ]year[- ]old|(?:(?:young|elderly|former|late|new|veteran) )?(?:man|men|woman|women|boys?|girls?|couple|pair|duo|trio|teenagers?|teen|youth|youngster|suspects?|victims?|accused|complainant|deceased|actor|actress|singer|star|starlet|filmmaker|striker|midfielder|defender|goalkeeper|batsman|bowler|cricketer|skipper|politician|lawmaker|senator|driver|officers?|judge|students?|toddler|baby|child|children|mother|father|family|newlyweds|company|firm|start-?up|incident|accident|attack|crash|shooting|blast|film|movie|show|song|trailer|video|clip|tweet|app|study|survey|researchers?|report|ruling|verdict|lawsuit|vehicle|aircraft|plane|ship|vessel|device|smartphone|services?|ceremony|match|bank|airline|carmaker|retailer|Dutchman|Frenchman|Spaniard|Portuguese|German|Italian|Argentine|Brazilian|Indian|American|Australian|Scot|Welshman|Irishman|Englishman))(?:, (?!which|who|whose|that|where)| (?:was|were|is|are|has|have|had|will|would|could|can|may|might|also|then|later|now|said|says|told|went|came|took|made|began|gave|became|fell|wrote|denied|died|suffered|claimed|claims|alleged|reportedly|allegedly|did|does)(?![\p{L}-]))/u,
  de: /^["„“»(\s]*(?:Der|Die|Das) (?:\d+-Jährigen?|(?:Mann|Männer|Frau|Frauen|Junge|Mädchen|Paar|Täter|Opfer|Verdächtigen?|Angeklagten?|Kläger(?:in)?|Politiker(?:in)?|Fahrer(?:in)?|Polizist(?:in)?|Unternehmen|Konzern|Firma|Unfall|Vorfall|Angriff|Film|Video|Studie|Schiff|Flugzeug))(?:, | (?:ist|sind|war|waren|hat|haben|hatten?|wird|werden|wurden?|kann|können|konnten?|soll|sollen|sollten?|muss|müssen|musste|will|wollte|habe|sei|sagte?|wehrt|starb|kam|ging) )/u,
  fr: /^["«“(\s]*(?:L['’]|Le |La |Les )(?:hommes?|femmes?|garçon|fillette|couple|victimes?|suspects?|accusée?|acteur|actrice|chanteu(?:r|se)|comédien(?:ne)?|animat(?:eur|rice)|députée?|conducteur|adolescente?|trentenaire|quadragénaire|quinquagénaire|sexagénaire|octogénaire|septuagénaire|jeune (?:homme|femme|fille)|entreprise|société|incident|accident|attaque|film|vidéo|étude|appareil|avion)(?:, | (?:a|ont|avait|est|sont|était|étaient|sera|seront|aurait|auraient|serait|doit|peut|va|vont|n['’]a|s['’]est|qui a|avait) )/u,
  es: /^["«“(\s]*(?:El|La|Los|Las) (?:hombres?|mujer(?:es)?|niñ[oa]s?|pareja|víctimas?|sospechosos?|acusad[oa]s?|actor|actriz|cantante|jugador|empresa|compañía|incidente|accidente|ataque|película|vídeo|estudio|avión)(?:, | (?:ha|han|había|es|son|era|fue|fueron|está|están|será|dijo|también) )/u,
}

const fronted = patternsOf((lang) => `^["'“‘«„(\\s]*(?:${fronts[lang] ?? ''})(?:['’]|\\s)[^,;:"“”«»]{1,60}, (?:${subjects[lang] ?? ''})(?![\\p{L}\\p{M}’'-])`)
const spoken = patternsOf((lang) => `^["'“‘«„](?:[^"”»“]|(?<=\\p{L})['’](?=\\p{L})){1,400}["'”’»“],? (?:${speaks[lang] ?? ''})(?![\\p{L}\\p{M}])`)

function patternsOf(sourceOf: (lang: string) => string): ReadonlyMap<string, RegExp> {
  return new Map(Object.keys(subjects).map((lang) => [lang, new RegExp(sourceOf(lang), 'iu')]))
}

/**
 * Whether a pronoun is the subject behind a time or a place: `In the end, they won`. English, German, French and
 * Spanish; other languages: never.
 *
 * @param lang primary language subtag
 */
export function opensWithPronoun(sentence: string, lang: string): boolean {
  return fronted.get(lang)?.test(sentence) === true
}

/**
 * Whether a sentence begins with words of somebody whom it calls by a pronoun: `"It fell," she said`. English,
 * German, French and Spanish; other languages: never.
 *
 * @param sentence with the opening mark of the quotation
 * @param lang primary language subtag
 */
export function isSaidByPronoun(sentence: string, lang: string): boolean {
  return spoken.get(lang)?.test(sentence) === true
}

/**
 * Whether the subject of a sentence is somebody or something that was told of before: `The man was taken to a
 * clinic`, `The company denied it`. English, German, French and Spanish; other languages: never. The first sentence
 * of an article may open so on purpose, which is for the caller to know.
 *
 * @param lang primary language subtag
 */
export function speaksOfKnown(sentence: string, lang: string): boolean {
  return known[lang]?.test(sentence) === true
}
