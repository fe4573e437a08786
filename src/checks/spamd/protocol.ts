/** A rule of SpamAssassin that applied to a message. */
export interface SpamRule {
  points: number
  name: string
  description: string
}

/** What spamd says of a message. */
export interface SpamVerdict {
  spam: boolean
  score: number
  /** Score from which a message counts as spam. */
  threshold: number
  rules: SpamRule[]
}

/**
 * A request for a report on a message, in the protocol that spamc speaks (SpamAssassin, spamd/PROTOCOL, version 1.5).
 *
 * @param message with CRLF line ends
 */
export function reportRequest(message: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`REPORT SPAMC/1.5\r\nContent-length: ${message.length}\r\n\r\n`), message])
}

/**
 * Reads the answer to a request for a report.
 *
 * @returns the reason, when the answer is an error or none at all
 */
export function readReport(answer: string): SpamVerdict | { problem: string } {
  const [head = '', ...rest] = answer.split(/\r?\n\r?\n/)
  const [first = '', ...fields] = head.split(/\r?\n/)
  const status = /^SPAMD\/[\d.]+ (\d+) (.*)$/.exec(first)
  if (status === null) return { problem: first === '' ? 'it says nothing' : `it does not speak the protocol of spamd: ${first.slice(0, 60)}` }
  if (status[1] !== '0') return { problem: status[2] ?? '' }
  const line = fields.map((field) => /^Spam:\s*(True|False|Yes|No)\s*;\s*(-?[\d.]+)\s*\/\s*(-?[\d.]+)/i.exec(field)).find((match) => match !== null)
  if (line === undefined) return { problem: 'its answer holds no score' }
  return { spam: /^(true|yes)$/i.test(line[1] ?? ''), score: Number(line[2]), threshold: Number(line[3]), rules: rulesIn(rest.join('\n\n')) }
}

/** The table at the end of a report: points, name and description, which goes on in lines that begin with white space. */
function rulesIn(report: string): SpamRule[] {
  const rules: SpamRule[] = []
  for (const line of report.split(/\r?\n/)) {
    const row = /^\s*(-?\d+(?:\.\d+)?)\s+([A-Z][A-Z0-9_]+)\s+(.*)$/.exec(line)
    const last = rules.at(-1)
    if (row !== null) rules.push({ points: Number(row[1]), name: row[2] ?? '', description: row[3] ?? '' })
    else if (last !== undefined && /^\s{10,}\S/.test(line)) last.description = `${last.description} ${line.trim()}`
  }
  return rules
}
