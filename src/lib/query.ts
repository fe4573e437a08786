/**
 * Adds query parameters to an http(s) address; ones it already has, and other kinds of address, stay as they are.
 *
 * @returns the address as it was given when there is nothing to add or it cannot be parsed
 */
export function addQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  if (Object.keys(parameters).length === 0 || !/^https?:/i.test(address) || !URL.canParse(address)) return address
  const url = new URL(address)
  for (const [name, value] of Object.entries(parameters)) {
    if (!url.searchParams.has(name)) url.searchParams.append(name, value)
  }
  return url.href
}
