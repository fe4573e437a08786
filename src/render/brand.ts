import { contrast, contrastTurned, readable } from '../lib/colour.ts'
import type { Publication } from '../model/publication.ts'

/**
 * The papers that colours have to be read on: white; the dark page of the templates; and what Outlook.com and Gmail make
 * of white on a dark screen, which is the lightest of the dark ones.
 */
export const paper = { light: '#ffffff', dark: '#17181a', turned: '#212121' }
const ink = '#1c1b19'
const defaultAccent = '#b3261e'

/**
 * The accent for light and dark pages, moved as far as it takes to be read there, and the colour of text upon it. The
 * accent of light pages can also be read when a mail program turns the colours of the message around.
 */
export function brandColours(brand: Publication['brand']): { accent: string; accentDark: string; onAccent: string } {
  const accent = readable(readable(brand.accent ?? defaultAccent, paper.light, '#000000'), paper.light, '#000000', contrastTurned)
  return {
    accent,
    accentDark: readable(brand.accentDark ?? brand.accent ?? defaultAccent, paper.turned, '#ffffff'),
    onAccent: readable('#ffffff', accent, ink),
  }
}

export interface AdjustedColour {
  key: 'accent' | 'accentDark'
  asked: string
  used: string
  /** Contrast of the colour asked for with its page. */
  contrast: number
  /** The page it is read on, in words. */
  page: string
}

/**
 * Colours of newsletter.yaml that could not be read and are not used as they are. That an accent is made lighter for
 * dark pages is no news, unless a colour was named for them.
 */
export function adjustedColours(brand: Publication['brand']): AdjustedColour[] {
  const used = brandColours(brand)
  const { accent, accentDark } = brand
  const pages = [
    { key: 'accent', asked: accent, page: `on ${paper.light}`, measure: (colour: string) => contrast(colour, paper.light) },
    { key: 'accent', asked: accent, page: 'where a mail program turns colours around for a dark screen', measure: (colour: string) => contrastTurned(colour, paper.light) },
    { key: 'accentDark', asked: accentDark, page: `on ${paper.turned}`, measure: (colour: string) => contrast(colour, paper.turned) },
  ] as const
  const found = new Map<string, AdjustedColour>()
  for (const { key, asked, page, measure } of pages) {
    if (asked === undefined || found.has(key) || measure(asked) >= 4.5) continue
    found.set(key, { key, asked, used: used[key], contrast: measure(asked), page })
  }
  return [...found.values()]
}
