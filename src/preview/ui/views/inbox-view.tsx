import type { IssueView } from '../../protocol.ts'

/** The message in the lists of mail programs. */
export function InboxView({ shown }: { shown: IssueView }): preact.JSX.Element {
  return <div class="paper">{shown.message?.subject}</div>
}
