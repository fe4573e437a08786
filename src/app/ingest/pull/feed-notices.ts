import { type Diagnostic, diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { Feed } from '../../../ingest/feed/feed.ts'
import type { Flaw } from '../../../ingest/feed/xml.ts'
import { counted } from '../../../lib/size.ts'

/** What is wrong with a feed that was read all the same, one finding for each kind of flaw. */
export function flawNotices(label: string, { flaws, entries }: Feed): Diagnostic[] {
  const found = flaws.map((flaw) => diagnostic('GZ-I021', `${label}, line ${flaw.line}: ${said(flaw)}`, flaw.kind === 'cut' || flaw.kind === 'deep' ? { severity: 'warning' } : {}))
  const unread = entries.flatMap(({ unreadDate }) => unreadDate ?? [])
  if (unread.length === 0) return found
  const example = (unread[0] ?? '').slice(0, 40)
  return [...found, diagnostic('GZ-I022', `${label}: ${counted(unread.length, 'entry has a date', 'entries have dates')} that cannot be read, such as ${JSON.stringify(example)}`)]
}

function said({ kind, what }: Flaw): string {
  switch (kind) {
    case 'unclosed':
      return `${what} is not closed`
    case 'reference':
      return `${what} is no reference that XML knows; it is read as text`
    case 'cut':
      return `the feed ends in the middle, inside ${what}`
    case 'deep':
      return `elements are nested more deeply than in any feed; what comes after ${what} is not read`
  }
}
