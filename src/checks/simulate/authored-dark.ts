/**
 * A message with its own dark styles switched on, whatever the screen: media queries for a dark screen hold, those
 * for a light one do not, and the root is dark where the message says it can be.
 */
export function authoredDark(html: string): string {
  const switched = html
    .replaceAll(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi, '(min-width:0)')
    .replaceAll(/\(\s*prefers-color-scheme\s*:\s*light\s*\)/gi, '(max-width:0)')
  const able = /<meta[^>]+name=["']?color-scheme["']?[^>]+dark/i.test(html) || /color-scheme\s*:[^;}]*dark/i.test(html)
  return able ? switched.replace(/<\/head>/i, '<style>:root{color-scheme:dark}</style></head>') : switched
}
