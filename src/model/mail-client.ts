/**
 * The mail programs that checks weigh and the preview can show. Names in newsletter.yaml's `clients` are these.
 */
export const mailClients = {
  'apple-mail': 'Apple Mail',
  'gmail-web': 'Gmail in a browser',
  'gmail-app': 'Gmail app',
  'gmail-other': 'Gmail app with an account from elsewhere',
  'outlook-windows': 'Outlook for Windows',
  'outlook-com': 'Outlook.com and new Outlook',
  'outlook-app': 'Outlook app',
  'outlook-mac': 'Outlook for Mac',
  yahoo: 'Yahoo Mail',
  aol: 'AOL Mail',
  samsung: 'Samsung Email',
  thunderbird: 'Thunderbird',
  proton: 'Proton Mail',
  fastmail: 'Fastmail',
  hey: 'HEY',
  gmx: 'GMX',
  'web-de': 'WEB.DE',
  't-online': 'T-Online',
  orange: 'Orange',
  sfr: 'SFR',
  laposte: 'La Poste',
  free: 'Free',
  'mail-ru': 'Mail.ru',
  ionos: 'IONOS',
} as const satisfies Record<string, string>

export type MailClient = keyof typeof mailClients

/** Clients of which `simulate` can make a view. */
export const simulatedClients = ['apple-mail', 'gmail-web', 'gmail-app', 'gmail-other', 'outlook-windows', 'outlook-com', 'yahoo'] as const

export type SimulatedClient = (typeof simulatedClients)[number]

/** Whether a text names a client of which a view can be made. */
export function isSimulated(name: string): name is SimulatedClient {
  return simulatedClients.some((client) => client === name)
}

/** Shares of a newsletter's readers, by client; any unit, since only their proportions count. */
export type ClientShares = Partial<Record<MailClient, number | undefined>>

/**
 * Shares taken when newsletter.yaml has no `clients`: rounded from what the counting services of the last years
 * agree on for newsletters to private and office readers. No measurement of anybody's list; set your own.
 */
export const defaultShares: ClientShares = {
  'apple-mail': 46,
  'gmail-app': 16,
  'gmail-web': 12,
  'gmail-other': 2,
  'outlook-windows': 6,
  'outlook-com': 6,
  'outlook-app': 3,
  'outlook-mac': 1,
  yahoo: 4,
  aol: 1,
  samsung: 2,
  thunderbird: 1,
}
