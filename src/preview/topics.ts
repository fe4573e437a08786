/** What a finding is about, by the letters and the first figure of its code; the first that fits. */
const topics: readonly (readonly [prefix: string, topic: string])[] = [
  ['GZ-K1', 'Inbox'],
  ['GZ-K2', 'Size'],
  ['GZ-R009', 'Size'],
  ['GZ-K3', 'Clients'],
  ['GZ-K4', 'Accessibility'],
  ['GZ-K5', 'Pictures'],
  ['GZ-K6', 'Blurbs'],
  ['GZ-B', 'Blurbs'],
  ['GZ-K7', 'Delivery'],
  ['GZ-L', 'Links'],
  ['GZ-T', 'Template'],
  ['GZ-R', 'Template'],
  ['GZ-N', 'Newsletter'],
  ['GZ-A', 'Recipients'],
]

/** The topic under which a code is grouped. */
export function topicOf(code: string): string {
  return topics.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'Content'
}
