const label = '(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Pp]hotograph|[Ii]llustration|[Ss]creenshot|[Gg]raphic|[Ff]oto|[Bb]ild|[Pp]hoto [Cc]redit|[Ii]mage [Cc]redit|[Cc]redit)'
const library = '(?:Getty Images|Getty|Shutterstock|Unsplash|Pexels|iStock|Adobe Stock|Alamy|Flickr|Wikimedia(?: Commons)?)'
const agency = `(?:${library}|AFP|AP|Reuters|Google|NASA|ESA|EPA|dpa|PA|Bloomberg)`
const name = "\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,4}"

const credits: readonly RegExp[] = [
  // (Photo: A. Name), [Image credit: Agency]
  new RegExp(`\\s*[([]\\s*${label}s?(?:\\s+(?:credit|courtesy))?\\s*(?::|by|via|courtesy of|©)[^)\\]]{1,120}[)\\]]`, 'gu'),
  // (Getty Images), (AP Photo/A. Name), (Reuters/A. Name): an agency alone in brackets may be a dateline
  new RegExp(`\\s*[([](?:©\\s*)?(?:${library}|${agency}\\s*(?:/|[Pp]hoto\\b|[Ii]mages?\\b))[^)\\]]{0,60}[)\\]]`, 'gu'),
  // between sentences, where the name of an agency tells the end, with the caption that it belongs to
  new RegExp(`(?<=^|[.!?…”"’]\\s)(?:\\d{1,2}\\.\\s)?[^.!?]{0,80}?\\b${label}s?\\s*(?::|by)\\s*${agency}(?:\\s*/\\s*${name})?(?=[.\\s]|$)\\.?\\s*`, 'gu'),
  // at the end of a paragraph: … Photo: A. Name
  new RegExp(`(?<=[.!?…”"’])\\s+${label}s?\\s*(?::|by)\\s*${name}(?:\\s*(?:/|for|via|and|,|\\|)\\s*${name}){0,3}\\.?$`, 'u'),
]

/**
 * Takes credits of pictures out of running text, where copying from a browser leaves them: in brackets anywhere, and
 * without brackets where the end of the name can be told.
 */
export function withoutCredits(text: string): string {
  const left = credits.reduce((rest, pattern) => rest.replace(pattern, ''), text)
  return left === text ? text : left.replace(/\s+([.,;:!?])/g, '$1').replace(/ {2,}/g, ' ').trim()
}
