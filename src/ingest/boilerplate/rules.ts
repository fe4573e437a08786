/** What a line that is no part of the article is for. */
export type Boilerplate =
  | 'advert'
  | 'byline'
  | 'comments'
  | 'cookies'
  | 'credit'
  | 'label'
  | 'legal'
  | 'navigation'
  | 'newsletter'
  | 'player'
  | 'related'
  | 'share'
  | 'source'

/** Patterns of whole lines. */
export type Phrases = readonly RegExp[]

/**
 * Reads a table of phrases, one regular expression to a line. `{name}` stands for one of `parts`; a blank line or one that starts with `#` is left out.
 * Every pattern is held to both ends of the line.
 *
 * @param flags of each pattern; left out, case does not count
 */
export function phrases(table: string, parts: Readonly<Record<string, string>> = {}, flags = 'iu'): Phrases {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const source = line.replace(/\{([a-z]+)\}/g, (hole: string, name: string) => parts[name] ?? hole)
      return new RegExp(`^(?:${source})$`, flags)
    })
}
