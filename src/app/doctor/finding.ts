export type Verdict = 'ok' | 'note' | 'warning' | 'problem'

/** One line of `gazette doctor`. */
export interface Finding {
  /** What was looked at, in a word or two. */
  subject: string
  verdict: Verdict
  /** What was found. */
  text: string
  /** What it means for mail that is sent, where that is not plain. */
  meaning?: string
  /** What to do about it; always there for a warning and a problem. */
  remedy?: string
  /** Whether newsletter.yaml is at fault rather than the machine. */
  configuration?: true
}

/** Everything is as it should be. */
export function ok(subject: string, text: string, meaning?: string): Finding {
  return { subject, verdict: 'ok', text, ...(meaning === undefined ? {} : { meaning }) }
}

/** Nothing is wrong and nothing is needed now. */
export function note(subject: string, text: string): Finding {
  return { subject, verdict: 'note', text }
}

/** Something works and will disappoint later. */
export function warning(subject: string, text: string, remedy: string): Finding {
  return { subject, verdict: 'warning', text, remedy }
}

/** Something that keeps Gazette from its work. */
export function problem(subject: string, text: string, remedy: string): Finding {
  return { subject, verdict: 'problem', text, remedy }
}
