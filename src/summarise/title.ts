/**
 * The words of a page's address that name it: the longest part of the path, without identifiers and file endings.
 * Empty when no part looks like words.
 */
export function titleFromUrl(url: string): string {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
  let best: string[] = []
  for (const part of path.split('/')) {
    const words = decoded(part)
      .replace(/\.[a-z]{2,5}$/i, '')
      .split(/[-_+\s]+/)
      .filter((word) => /^[\p{L}\p{N}\p{M}'’.]+$/u.test(word) && !isIdentifier(word))
    if (words.length > best.length) best = words
  }
  return best.length >= 2 ? best.join(' ') : ''
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Long numbers, and letters mixed with digits or cases, as systems give them to pages. */
function isIdentifier(word: string): boolean {
  if (/^\d{5,}$/.test(word)) return true
  return word.length >= 8 && /\d/.test(word) && /[a-z]/i.test(word) ? true : word.length >= 12 && /[a-z][A-Z]/.test(word)
}
