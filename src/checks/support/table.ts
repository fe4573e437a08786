import type { ClientShares, MailClient } from '../../model/mail-client.ts'
import { columns, type FeatureRow, features } from './caniemail.ts'

/** The columns of the table that stand for a client; a client with several counts as the mean of them. */
const columnsByClient: Record<MailClient, readonly string[]> = {
  'apple-mail': ['apple-mail.ios', 'apple-mail.macos'],
  'gmail-web': ['gmail.desktop-webmail'],
  'gmail-app': ['gmail.ios', 'gmail.android'],
  'gmail-other': ['gmail.ios', 'gmail.android'],
  'outlook-windows': ['outlook.windows'],
  'outlook-com': ['outlook.outlook-com'],
  'outlook-app': ['outlook.ios', 'outlook.android'],
  'outlook-mac': ['outlook.macos'],
  yahoo: ['yahoo.desktop-webmail', 'yahoo.ios', 'yahoo.android'],
  aol: ['aol.desktop-webmail', 'aol.ios', 'aol.android'],
  samsung: ['samsung-email.android'],
  thunderbird: ['thunderbird.macos'],
  proton: ['protonmail.desktop-webmail', 'protonmail.ios', 'protonmail.android'],
  fastmail: ['fastmail.desktop-webmail'],
  hey: ['hey.desktop-webmail'],
  gmx: ['gmx.desktop-webmail', 'gmx.ios', 'gmx.android'],
  'web-de': ['web-de.desktop-webmail', 'web-de.ios', 'web-de.android'],
  't-online': ['t-online-de.desktop-webmail'],
  orange: ['orange.desktop-webmail', 'orange.ios', 'orange.android'],
  sfr: ['sfr.desktop-webmail', 'sfr.ios', 'sfr.android'],
  laposte: ['laposte.desktop-webmail'],
  free: ['free-fr.desktop-webmail'],
  'mail-ru': ['mail-ru.desktop-webmail'],
  ionos: ['ionos-1and1.desktop-webmail', 'ionos-1and1.android'],
}

export type Support = 'yes' | 'no' | 'partly' | 'unknown'

/** What one client does with a feature. */
export interface Cell {
  client: MailClient
  /** Column of the table, for example `gmail.ios`. */
  column: string
  /** Part of the client's readers that the column stands for. */
  part: number
  support: Support
  /** Numbers of the notes that limit it. */
  notes: readonly string[]
}

export interface Feature {
  slug: string
  title: string
  /** Date of the last test. */
  tested: string
  cells: readonly Cell[]
  notes: Readonly<Record<string, string>>
}

const letters: Record<string, Support> = { y: 'yes', n: 'no', a: 'partly' }
const rows = new Map(features.map((row) => [row.slug, row]))
const read = new Map<string, Feature>()

/** The row of a feature; nothing for a slug that the table lacks. */
export function featureOf(slug: string): Feature | undefined {
  const known = read.get(slug)
  if (known !== undefined) return known
  const row = rows.get(slug)
  if (row === undefined) return undefined
  const feature = readRow(row)
  read.set(slug, feature)
  return feature
}

function readRow(row: FeatureRow): Feature {
  const written = row.cells.split(' ')
  const byColumn = new Map(columns.map((column, at) => [column, written[at] ?? '-']))
  const cells = Object.entries(columnsByClient).flatMap(([client, own]) =>
    own.map((column): Cell => {
      const [letter = '-', ...notes] = (byColumn.get(column) ?? '-').split('#')
      return { client: client as MailClient, column, part: 1 / own.length, support: letters[letter] ?? 'unknown', notes }
    }),
  )
  return { slug: row.slug, title: row.title, tested: row.tested, cells, notes: row.notes ?? {} }
}

/** Shares as parts of one. */
export function normalise(shares: ClientShares): Map<MailClient, number> {
  const entries = Object.entries(shares).filter((entry): entry is [MailClient, number] => entry[1] !== undefined)
  const total = entries.reduce((sum, [, share]) => sum + share, 0)
  return new Map(entries.map(([client, share]) => [client, total === 0 ? 0 : share / total]))
}
