import { type Colour, linear } from './colour.ts'

/** What a colour is for: clients darken backgrounds and lighten text. */
export type ColourRole = 'text' | 'background'

/** How a client makes a message dark: `partial` changes light backgrounds and dark text only, `full` every colour. */
export type ForcedDark = 'full' | 'partial'

/** CIE LCH of D65. */
interface Lch {
  lightness: number
  chroma: number
  hue: number
}

/**
 * The colour a client puts in a colour's place on a dark screen: lightness turned around the middle and drawn in by
 * a quarter, chroma lowered by a fifth. The recipe is that of the open previews, made after what Apple, Gmail and
 * Outlook do; none of these publishes its own.
 */
export function darken(colour: Colour, role: ColourRole, kind: ForcedDark): Colour {
  const { lightness, chroma, hue } = toLch(colour)
  const unfit = role === 'background' ? lightness >= 50 : lightness < 50
  if (kind === 'partial' && !unfit) return colour
  return { ...fromLch({ lightness: 50 - (lightness - 50) * 0.75, chroma: chroma * 0.8, hue }), alpha: colour.alpha }
}

/** White point of D65, and the bend of CIE Lab. */
const whitePoint = { x: 0.95047, y: 1, z: 1.08883 }
const bend = 216 / 24389
const slope = 24389 / 27

function toLch({ red, green, blue }: Colour): Lch {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / whitePoint.x)
  const y = curve((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / whitePoint.y)
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / whitePoint.z)
  const [greenRed, blueYellow] = [500 * (x - y), 200 * (y - z)]
  return { lightness: 116 * y - 16, chroma: Math.hypot(greenRed, blueYellow), hue: Math.atan2(blueYellow, greenRed) }
}

function fromLch({ lightness, chroma, hue }: Lch): Omit<Colour, 'alpha'> {
  const y = (lightness + 16) / 116
  const x = uncurve(y + (chroma * Math.cos(hue)) / 500) * whitePoint.x
  const z = uncurve(y - (chroma * Math.sin(hue)) / 200) * whitePoint.z
  const luminance = uncurve(y)
  return {
    red: gamma(3.2404542 * x - 1.5371385 * luminance - 0.4985314 * z),
    green: gamma(-0.969266 * x + 1.8760108 * luminance + 0.041556 * z),
    blue: gamma(0.0556434 * x - 0.2040259 * luminance + 1.0572252 * z),
  }
}

function curve(value: number): number {
  return value > bend ? Math.cbrt(value) : (slope * value + 16) / 116
}

function uncurve(value: number): number {
  const cube = value ** 3
  return cube > bend ? cube : (116 * value - 16) / slope
}

/** A channel from 0 to 255 with the curve of sRGB; colours outside of it are cut to its edge. */
function gamma(value: number): number {
  const inside = Math.min(1, Math.max(0, value))
  return 255 * (inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055)
}
