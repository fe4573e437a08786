import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Free fonts in place of those that readers have: Gelasio has the widths of Georgia, and Roboto is Android's own. */
const faces = [
  { family: 'Georgia', font: '@fontsource/gelasio', name: 'gelasio-latin', weights: [400, 700], styles: ['normal', 'italic'], range: 'U+0-2FF, U+2000-22FF' },
  { family: 'Roboto', font: '@fontsource/roboto', name: 'roboto-latin', weights: [400, 700], styles: ['normal', 'italic'], range: 'U+0-2FF, U+2000-22FF' },
  ...['Georgia', 'Roboto'].map((family) => ({
    family, font: '@fontsource/noto-sans-arabic', name: 'noto-sans-arabic-arabic', weights: [400, 700], styles: ['normal'], range: 'U+600-6FF',
  })),
]

/**
 * A style sheet that gives a page the fonts of the templates' stacks, so that a picture looks the same on every
 * machine. The fonts stand in the sheet itself: a page without network can use it.
 */
export function fontSheet(): string {
  return faces
    .flatMap(({ family, font, name, weights, styles, range }) =>
      weights.flatMap((weight) =>
        styles.map((style) => {
          const data = readFileSync(require.resolve(`${font}/files/${name}-${weight}-${style}.woff2`)).toString('base64')
          return `@font-face{font-family:${family};font-weight:${weight};font-style:${style};unicode-range:${range};src:url(data:font/woff2;base64,${data}) format("woff2")}`
        }),
      ),
    )
    .join('\n')
}
