/** Finds the token in the address of a request; undefined when the address is none of the links. */
export type TokenFinder = (url: URL) => string | undefined

const placeholder = 'gazette-token'

/**
 * How to read the links that newsletter.yaml describes. A request has the path and query of a link, whatever its host:
 * the server may stand behind another one.
 *
 * @param pattern `links.unsubscribe`, with `{token}` in its path or as the value of a parameter
 * @returns undefined when the pattern has no such place
 */
export function tokenFinder(pattern: string): TokenFinder | undefined {
  const filled = pattern.replaceAll('{token}', placeholder)
  if (!pattern.includes('{token}') || !URL.canParse(filled)) return undefined
  const { pathname, searchParams } = new URL(filled)
  const parameter = [...searchParams].find(([, value]) => value === placeholder)?.[0]
  if (parameter !== undefined) {
    const path = withoutSlash(pathname)
    return (url) => (withoutSlash(url.pathname) === path ? (url.searchParams.get(parameter) ?? '') : undefined)
  }
  const [before, after, ...more] = withoutSlash(pathname).split(placeholder)
  if (before === undefined || after === undefined || more.length > 0) return undefined
  return (url) => {
    const path = withoutSlash(url.pathname)
    const isLink = path.length >= before.length + after.length && path.startsWith(before) && path.endsWith(after)
    return isLink ? path.slice(before.length, path.length - after.length) : undefined
  }
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path
}
