/** What a media query is asked about. */
export interface Screen {
  width: number
  dark: boolean
}

/** Whether a media query list holds on a screen. Features that are not known do not hold. */
export function mediaHolds(query: string, screen: Screen): boolean {
  return query.split(',').some((one) => queryHolds(one.trim().toLowerCase(), screen))
}

function queryHolds(query: string, screen: Screen): boolean {
  const negated = query.startsWith('not ')
  const parts = query.replace(/^(only|not)\s+/, '').split(/\s+and\s+/)
  const holds = parts.every((part) => partHolds(part.trim(), screen))
  return negated ? !holds : holds
}

function partHolds(part: string, screen: Screen): boolean {
  if (part === '' || part === 'all' || part === 'screen') return true
  const [, feature, value] = /^\(\s*([\w-]+)\s*(?::\s*([^)]*))?\)$/.exec(part) ?? []
  if (feature === 'prefers-color-scheme') return (value?.trim() === 'dark') === screen.dark
  const pixels = Number.parseFloat(value ?? '')
  if (feature === 'min-width') return screen.width >= pixels
  if (feature === 'max-width') return screen.width <= pixels
  return false
}
