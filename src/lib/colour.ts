type Rgb = readonly [number, number, number]

/**
 * A colour moved towards another one in small steps until it can be read upon a background, or until it has become
 * the other one.
 *
 * @param colour such as #b3261e or #b31
 * @param background what it stands on
 * @param towards white to lighten, black to darken
 * @param measure how the contrast is measured, of which 4.5 is reached (WCAG 2.2, 1.4.3)
 */
export function readable(colour: string, background: string, towards: string, measure = contrast): string {
  const from = parse(colour)
  const to = parse(towards)
  for (let step = 0; step <= 50; step++) {
    const mixed = write(mix(from, to, step / 50))
    if (measure(mixed, background) >= 4.5) return mixed
  }
  return towards
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(a: string, b: string): number {
  const [bright = 0, dark = 0] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => y - x)
  return (bright + 0.05) / (dark + 0.05)
}

/**
 * Contrast of two colours after a mail program has turned both around for a dark screen: lightness L (CIE Lab) becomes
 * 50 - 0.75 (L - 50), which is what the open previews found Gmail, Outlook and Apple Mail to do. Hue is left aside, so a
 * strong blue may lose up to a tenth more.
 */
export function contrastTurned(a: string, b: string): number {
  const [bright = 0, dark = 0] = [a, b].map((colour) => turned(luminance(parse(colour)))).sort((x, y) => y - x)
  return (bright + 0.05) / (dark + 0.05)
}

function turned(value: number): number {
  const lightness = value > 216 / 24389 ? 116 * Math.cbrt(value) - 16 : (value * 24389) / 27
  const now = 50 - 0.75 * (lightness - 50)
  return now > 8 ? ((now + 16) / 116) ** 3 : (now * 27) / 24389
}

function luminance(rgb: Rgb): number {
  const linear = (value: number): number => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share)
  return [at(0), at(1), at(2)]
}

function parse(colour: string): Rgb {
  const digits = colour.slice(1)
  const long = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits
  const value = Number.parseInt(long, 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function write(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
