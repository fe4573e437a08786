import { collapse } from '../page/dom.ts'

const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“',
  rdquo: '”', sbquo: '‚', bdquo: '„', hellip: '…', bull: '•', middot: '·', laquo: '«', raquo: '»', copy: '©', reg: '®',
  trade: '™', euro: '€', pound: '£', yen: '¥', cent: '¢', sect: '§', deg: '°', times: '×', frac12: '½', eacute: 'é', egrave: 'è',
  ecirc: 'ê', agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü',
  szlig: 'ß', ccedil: 'ç', ntilde: 'ñ', oacute: 'ó', ocirc: 'ô', otilde: 'õ', uacute: 'ú', ugrave: 'ù', iacute: 'í', icirc: 'î',
  iuml: 'ï', Eacute: 'É', aring: 'å', oslash: 'ø', aelig: 'æ', shy: '', zwnj: '', zwj: '', rarr: '→', larr: '←', thinsp: ' ',
  ensp: ' ', emsp: ' ',
}

/** Replaces the character references of HTML; one that is not known stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,8}));/gi, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(windows[code] ?? code)
  })
}

/** The C1 numbers that pages use as if they were Windows-1252, as the HTML standard maps them. */
const windows: Readonly<Record<number, number>> = {
  128: 0x20ac, 130: 0x201a, 132: 0x201e, 133: 0x2026, 139: 0x2039, 145: 0x2018, 146: 0x2019, 147: 0x201c, 148: 0x201d, 149: 0x2022,
  150: 0x2013, 151: 0x2014, 153: 0x2122, 155: 0x203a,
}

/**
 * A value of a meta tag or a feed as text on one line: formatting gone, references decoded even when they were
 * escaped twice. A tag that closes nothing, as in a title about `<div>`, is text.
 */
export function plainText(value: string): string {
  return collapse(stripFormatting(decodeEntities(stripFormatting(decodeEntities(value)))))
}

function stripFormatting(text: string): string {
  if (!text.includes('<')) return text
  return text
    .replace(/<(?:br|img|hr|wbr)\b[^>]{0,2000}>|<\/?p\b[^>]{0,500}>/gi, ' ')
    .replace(/<(a|abbr|b|bdi|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|u)\b[^>]{0,2000}>([^<]*)<\/\1\s*>/gi, '$2')
}
