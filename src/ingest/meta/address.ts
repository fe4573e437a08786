/** An absolute http or https address without credentials; undefined when the text is none. */
export function addressIn(text: string, base?: string): string | undefined {
  try {
    const url = new URL(text.trim(), base)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
    url.username = ''
    url.password = ''
    return url.href
  } catch {
    return undefined
  }
}

/** The address of a picture that a story can show; inline data, vector logos and counting pixels are none. */
export function tidyImage(text: string, base?: string): string | undefined {
  const address = addressIn(text, base)
  if (address === undefined) return undefined
  return /\.svg(?:[?#]|$)|\/(?:pixel|spacer|blank|1x1)\b/i.test(address) ? undefined : address
}
