import { overview } from './data.ts'

/** Name of a recipient as the panel gives it. */
export function labelOf(key: string): string {
  return overview.get()?.recipients.findLast((recipient) => recipient.key === key)?.label ?? key
}
