import type { MailClient } from '../../model/mail-client.ts'

/** Facts that caniemail.com has no row for. */
export interface OwnFeature {
  title: string
  /** Clients that lack it; nothing: every one. */
  lacking: readonly MailClient[] | undefined
  /** Where the fact is from, and when it was last looked at. */
  source: string
  tested: string
}

const word: readonly MailClient[] = ['outlook-windows']

export const ownFeatures: Record<string, OwnFeature> = {
  'own-hsl': {
    title: 'hsl() and hsla()',
    lacking: word,
    source: "Word's CSS support page lists names, hexadecimal colours and rgb() only",
    tested: '2024-01',
  },
  'own-hex-alpha': {
    title: 'hexadecimal colours with an alpha channel',
    lacking: word,
    source: "Word's CSS support page lists three and six digits only",
    tested: '2024-01',
  },
  'own-script': { title: '<script>', lacking: undefined, source: 'removed by every mail program', tested: '2026-01' },
  'own-frame': { title: '<iframe>, <embed>, <applet>', lacking: undefined, source: 'removed by every mail program', tested: '2026-01' },
}
