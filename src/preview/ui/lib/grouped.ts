import type { Finding } from '../../protocol.ts'

/** Findings of one topic. */
export interface Group {
  topic: string
  findings: Finding[]
}

const rank = { error: 0, warning: 1, info: 2 } as const

/** Findings by topic, the topic with the worst first; within one they keep their order. */
export function groupFindings(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) groups.set(finding.topic, [...(groups.get(finding.topic) ?? []), finding])
  const worst = (list: readonly Finding[]): number => Math.min(...list.map(({ severity }) => rank[severity]))
  return [...groups]
    .map(([topic, list]) => ({ topic, findings: list }))
    .toSorted((a, b) => worst(a.findings) - worst(b.findings) || b.findings.length - a.findings.length || a.topic.localeCompare(b.topic))
}

/** Findings that pass a filter: a severity, a topic, or all. */
export function filterFindings(findings: readonly Finding[], only: string): Finding[] {
  return findings.filter(({ severity, topic }) => only === '' || severity === only || topic === only)
}
