/** What inline Markdown comes to as plain text. */
export interface InlineText {
  text: string
  /** Letters and digits that stood in the text of links. */
  linked: number
  /** Holds a picture. */
  picture: boolean
  /** All of it is set in bold or italics. */
  emphasised: boolean
}

const entities: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', mdash: '—', ndash: '–', lsquo: '‘',
  rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', bull: '•', middot: '·', copy: '©', reg: '®', trade: '™',
  euro: '€', pound: '£', yen: '¥', cent: '¢', deg: '°', times: '×', frac12: '½', eacute: 'é', egrave: 'è', agrave: 'à',
  ccedil: 'ç', ecirc: 'ê', ouml: 'ö', uuml: 'ü', auml: 'ä', Ouml: 'Ö', Uuml: 'Ü', Auml: 'Ä', szlig: 'ß', ntilde: 'ñ',
  aacute: 'á', iacute: 'í', oacute: 'ó', uacute: 'ú', shy: '', zwj: '\u200d', zwnj: '\u200c', ensp: ' ', emsp: ' ', thinsp: ' ',
}

/** The character an HTML entity stands for; anything else comes back as it is. */
function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return Number.isInteger(code) && code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
}

const lettersAndDigits = /[\p{L}\p{N}]/gu
const picture = /!\[[^\]]{0,1000}\](?:\([^()]{0,2000}(?:\([^()]{0,500}\)[^()]{0,500})?\)|\[[^\]]{0,200}\])(?:\{[^{}\n]{0,200}\})?/g
const link = /\[((?:[^[\]\\]|\\.|\[[^[\]]{0,200}\]){1,600})\](?:\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\)|\[[^\]]{0,200}\])(?:\{[^{}\n]{0,200}\})?/g
/** Private use: stand for characters that no later rule may touch. */
const shelf = 0xe000
const shelved = /[\ue000-\uf8ff]/g

/**
 * Inline Markdown as the plain text a reader sees: pictures and footnote marks gone, links and emphasis by their
 * words, entities and escapes resolved, white space single.
 *
 * @param source one paragraph, without foreign markup
 */
export function inlineText(source: string): InlineText {
  // Most paragraphs of real articles hold no mark at all.
  if (!/[[\]`*_~<&\\{\ue000-\uf8ff]/.test(source)) return { text: squeeze(source), linked: 0, picture: false, emphasised: false }
  const kept: string[] = []
  const keep = (text: string): string => {
    if (kept.length >= 6000) return text
    kept.push(text)
    return String.fromCharCode(shelf + kept.length - 1)
  }
  let linked = 0
  let hasPicture = false
  let text = source.replace(shelved, '')
  text = text.replace(/(`+)([^`](?:[^\n]{0,2000}?[^`])?)\1(?!`)/g, (_, _ticks: string, code: string) => keep(squeeze(code)))
  text = text.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => keep(mark))
  text = text.replace(picture, () => {
    hasPicture = true
    return ' '
  })
  text = text.replace(/\[\^[^\]\s]{1,60}\]/g, '')
  text = text.replace(link, (_, words: string) => {
    linked += words.match(lettersAndDigits)?.length ?? 0
    return words
  })
  text = text.replace(/<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/g, (_, address: string) => {
    linked += address.match(lettersAndDigits)?.length ?? 0
    return keep(address.replace(/^mailto:/, ''))
  })
  text = text.replace(/\{:?\s?[.#][\w\s.#:="'-]{0,200}\}/g, '')
  const emphasised = /^\s*([*_]{1,3})(?=\S)[^*_]{1,1000}\1\s*$/.test(text)
  text = withoutEmphasis(text)
  text = text.replace(/&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});/g, entity)
  text = text.replace(shelved, (mark) => kept[mark.charCodeAt(0) - shelf] ?? '')
  return { text: squeeze(text), linked, picture: hasPicture, emphasised }
}

/** Marks that can open or close emphasis; an underscore inside a word, or a star between spaces, is text. */
function withoutEmphasis(text: string): string {
  return text
    .replace(/(\*{1,3})(?=\S)((?:[^*\n]|\*(?=\s)){1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(\*{1,3})(?=\S)((?:[^*\n]|\*(?=\s)){1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/~~(?=\S)([^~\n]{1,2000}?)(?<=\S)~~/g, '$1')
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
