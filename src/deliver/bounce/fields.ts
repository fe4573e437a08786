/** Fields of one group of a report, by their names in lower case. */
export type FieldGroup = ReadonlyMap<string, string>

/** Nobody writes longer reports; what is longer was made to keep a reader busy. */
const longestReport = 256 * 1024

/**
 * Reads the fields of a delivery status (RFC 3464 §2.1) or a feedback report (RFC 5965 §3): groups of `Name: value`
 * lines, parted by empty ones. Folded values are joined, and of a name that stands twice in a group the first counts.
 */
export function fieldGroups(text: string): FieldGroup[] {
  const unfolded = text
    .slice(0, longestReport)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n[ \t]+(?=\S)/g, ' ')
  return unfolded
    .split(/\n[ \t]*\n+/)
    .map(groupOf)
    .filter((group) => group.size > 0)
}

function groupOf(text: string): FieldGroup {
  const group = new Map<string, string>()
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase()
    if (name !== '' && !group.has(name)) group.set(name, line.slice(colon + 1).trim())
  }
  return group
}

/** The value of a typed field such as `rfc822; ana@example.com` (RFC 3464 §2.1.2), without its type. */
export function typedValue(field: string | undefined): string {
  return field?.replace(/^[\w-]*\s*;\s*/, '').trim() ?? ''
}
