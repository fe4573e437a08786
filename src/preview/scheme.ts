const dark = /\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi
const light = /\(\s*prefers-color-scheme\s*:\s*light\s*\)/gi

/**
 * The HTML as on a light screen, whatever the screen of the person who looks: its dark styles are switched off, and the
 * page below it is white.
 */
export function onLightScreen(html: string): string {
  const switched = html.replaceAll(dark, '(max-width:0)').replaceAll(light, '(min-width:0)')
  return switched.replace(/<\/head>/i, '<style>:root{color-scheme:light only!important}</style></head>')
}
