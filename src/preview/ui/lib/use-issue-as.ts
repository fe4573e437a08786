import { useEffect, useState } from 'preact/hooks'
import type { IssueView } from '../../protocol.ts'
import { issuePath } from '../../protocol-paths.ts'
import { fail } from './actions.ts'
import { transport } from './transport.ts'

/** The issue on the page as another recipient sees it; undefined until it is there. */
export function useIssueAs(shown: IssueView, to: string): IssueView | undefined {
  const [other, setOther] = useState<{ to: string; view: IssueView }>()
  const { slug, revision } = shown
  useEffect(() => {
    if (to === '') return
    let late = false
    transport.json<IssueView>(issuePath(slug, to)).then((view) => {
      if (!late) setOther({ to, view })
    }, fail)
    return () => {
      late = true
    }
  }, [slug, revision, to])
  return other?.to === to && other.view.slug === slug ? other.view : undefined
}
