import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

/** Free fonts in place of those that readers have: Gelasio has the widths of Georgia, and Roboto is Android's own. */
const faces = [
  { family: 'Georgia', folder: filesOf(require.resolve('@fontsource/gelasio/package.json')), name: 'gelasio-latin', weights: [400, 700], styles: ['normal', 'italic'], range: 'U+0-2FF, U+2000-22FF' },
  { family: 'Roboto', folder: filesOf(require.resolve('@fontsource/roboto/package.json')), name: 'roboto-latin', weights: [400, 700], styles: ['normal', 'italic'], range: 'U+0-2FF, U+2000-22FF' },
  ...['Georgia', 'Roboto'].map((family) => ({
    family, folder: filesOf(require.resolve('@fontsource/noto-sans-arabic/package.json')), name: 'noto-sans-arabic-arabic', weights: [400, 700], styles: ['normal'], range: 'U+600-6FF',
  })),
]

/**
 * A style sheet that gives a page the fonts of the templates' stacks, so that a picture looks the same on every
 * machine. The fonts stand in the sheet itself: a page without network can use it.
 */
export function fontSheet(): string {
  return faces
    .flatMap(({ family, folder, name, weights, styles, range }) =>
      weights.flatMap((weight) =>
        styles.map((style) => {
          const data = readFileSync(join(folder, `${name}-${weight}-${style}.woff2`)).toString('base64')
          return `@font-face{font-family:${family};font-weight:${weight};font-style:${style};unicode-range:${range};src:url(data:font/woff2;base64,${data}) format("woff2")}`
        }),
      ),
    )
    .join('\n')
}

function filesOf(manifest: string): string {
  return join(dirname(manifest), 'files')
}
