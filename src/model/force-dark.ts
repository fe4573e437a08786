/** How a client makes a message dark: `partial` changes light backgrounds and dark text only, `full` every colour. */
export type ForcedDark = 'full' | 'partial'

/** What is needed of a browser's document; kept small so that no browser types are needed here. */
export interface DarkenedPage {
  documentElement: DarkenedElement
  querySelectorAll: (selector: string) => Iterable<DarkenedElement>
  defaultView: { getComputedStyle: (element: DarkenedElement) => { color: string; backgroundColor: string } } | null
}

interface DarkenedElement {
  style: { setProperty: (name: string, value: string, priority: string) => void }
}

/** The source of a script that does so to the page it runs in. */
export function forcedDarkProgram(kind: ForcedDark): string {
  return `(${forceDark.toString()})(document, ${JSON.stringify(kind)})`
}

/**
 * Changes the colours of a page as a client does on a dark screen. It reads computed colours, so that nothing which
 * the browser knows is missed, and writes them as style attributes. The recipe is that of `darken` in
 * src/checks/css/dark.ts; a test holds the two together. Runs in a browser, and may not use anything outside itself.
 */
export function forceDark(page: DarkenedPage, kind: ForcedDark): void {
  const view = page.defaultView
  if (view === null) return
  const bend = 216 / 24389
  const slope = 24389 / 27
  const linear = (channel: number): number => (channel <= 10.31475 ? channel / 3294.6 : ((channel / 255 + 0.055) / 1.055) ** 2.4)
  const gamma = (value: number): number => {
    const inside = Math.min(1, Math.max(0, value))
    return Math.round(255 * (inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055))
  }
  const curve = (value: number): number => (value > bend ? Math.cbrt(value) : (slope * value + 16) / 116)
  const uncurve = (value: number): number => (value ** 3 > bend ? value ** 3 : (116 * value - 16) / slope)
  const turn = (text: string, background: boolean): string | undefined => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
    if (alpha === 0) return undefined
    const [r, g, b] = [linear(red), linear(green), linear(blue)]
    const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
    const y = curve(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
    const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
    const lightness = 116 * y - 16
    if (kind === 'partial' && (background ? lightness < 50 : lightness >= 50)) return undefined
    const middle = (50 - (lightness - 50) * 0.75 + 16) / 116
    const newX = uncurve(middle + 0.8 * (x - y)) * 0.95047
    const newY = uncurve(middle)
    const newZ = uncurve(middle - 0.8 * (y - z)) * 1.08883
    const channels = [
      gamma(3.2404542 * newX - 1.5371385 * newY - 0.4985314 * newZ),
      gamma(-0.969266 * newX + 1.8760108 * newY + 0.041556 * newZ),
      gamma(0.0556434 * newX - 0.2040259 * newY + 1.0572252 * newZ),
    ]
    return `rgba(${channels.join(', ')}, ${alpha})`
  }
  const changes = Array.from(page.querySelectorAll('*'), (element) => {
    const { color, backgroundColor } = view.getComputedStyle(element)
    return { element, text: turn(color, false), background: turn(backgroundColor, true) }
  })
  const canvas = view.getComputedStyle(page.documentElement).backgroundColor
  const root = changes.find(({ element }) => element === page.documentElement)
  // What lies under a message is as light as the screen it was made for.
  if (root !== undefined && /, 0\)$/.test(canvas)) root.background = turn('rgb(255, 255, 255)', true)
  for (const { element, text, background } of changes) {
    if (text !== undefined) element.style.setProperty('color', text, 'important')
    if (background !== undefined) element.style.setProperty('background-color', background, 'important')
  }
}
