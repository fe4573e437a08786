const rightToLeftLanguages = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])
const rightToLeftScripts = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa'])

/** The direction in which a language is written; a script in the tag, as in az-Arab, decides. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = lang.toLowerCase().split('-')
  const script = rest.find((part) => part.length === 4)
  const rtl = script === undefined ? rightToLeftLanguages.has(language) : rightToLeftScripts.has(script)
  return rtl ? 'rtl' : 'ltr'
}
