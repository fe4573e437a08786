import type { InboxGuide } from '../../protocol.ts'
import { characters, counted } from '../lib/format.ts'

/**
 * How long a subject or preheader is, and how much of it the lists of phones show.
 *
 * @returns also whether it is too long: a subject when every phone cuts it; a preheader, which only fills what is left
 *   of a line, when every list does
 */
export function lineWords(kind: 'subject' | 'preheader', text: string, guides: readonly InboxGuide[]): { words: string; tooLong: boolean } {
  const length = characters(text)
  const said = counted(length, 'character')
  const shown = guides.filter(({ phone }) => phone).map((guide) => guide[kind])
  if (shown.length === 0) return { words: said, tooLong: false }
  const [least, most] = [Math.min(...shown), Math.max(...shown)]
  const limit = kind === 'subject' ? most : Math.max(...guides.map(({ preheader }) => preheader))
  return { words: length <= least ? `${said}, all seen on a phone` : `${said}, of which phones show ${least} to ${most}`, tooLong: length > limit }
}
