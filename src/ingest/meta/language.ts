/** A BCP 47 tag in its usual spelling, `pt-BR` for `pt_br`; undefined when the text is none. */
export function languageTag(text: string | undefined): string | undefined {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@,;].*)?$/i.exec(text?.trim() ?? '')
  if (match === null) return undefined
  const [, language = '', script, region] = match
  const parts = [language.toLowerCase()]
  if (script !== undefined) parts.push((script[0] ?? '').toUpperCase() + script.slice(1).toLowerCase())
  if (region !== undefined) parts.push(region.toUpperCase())
  return parts.join('-')
}
