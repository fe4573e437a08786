import { contrast, readable } from '../lib/colour.ts'
import type { Publication } from '../model/publication.ts'

/** The two papers that templates are drawn on, and the ink of the light one. */
export const paper = { light: '#ffffff', dark: '#17181a' }
const ink = '#1c1b19'
const defaultAccent = '#b3261e'

/** The accent for light and dark pages, moved as far as it takes to be read there, and the colour of text upon it. */
export function brandColours(brand: Publication['brand']): { accent: string; accentDark: string; onAccent: string } {
  const accent = readable(brand.accent ?? defaultAccent, paper.light, '#000000')
  return {
    accent,
    accentDark: readable(brand.accentDark ?? brand.accent ?? defaultAccent, paper.dark, '#ffffff'),
    onAccent: readable('#ffffff', accent, ink),
  }
}

export interface AdjustedColour {
  key: 'accent' | 'accentDark'
  asked: string
  used: string
  /** Contrast of the colour asked for with its paper. */
  contrast: number
  paper: string
}

/**
 * Colours of newsletter.yaml that could not be read and are not used as they are. That an accent is made lighter for
 * dark pages is no news, unless a colour was named for them.
 */
export function adjustedColours(brand: Publication['brand']): AdjustedColour[] {
  const colours = brandColours(brand)
  return (['accent', 'accentDark'] as const).flatMap((key) => {
    const asked = brand[key]
    const on = key === 'accent' ? paper.light : paper.dark
    if (asked === undefined || contrast(asked, on) >= 4.5) return []
    return [{ key, asked, used: colours[key], contrast: contrast(asked, on), paper: on }]
  })
}
