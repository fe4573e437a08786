import { type Finding, finding } from '../../checks/finding.ts'
import type { SpamRule } from '../../checks/spamd/protocol.ts'
import { askSpamd } from '../../checks/spamd/spamd.io.ts'
import { diagnostic, type Place } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import type { FurtherCheck } from '../check.ts'

/** Points of a single rule from which on it is worth a warning, though the message as a whole passes. */
const telling = 1

/**
 * Has a running SpamAssassin score the message.
 *
 * @throws EnvironmentError, from the check, when spamd does not answer
 */
export function spamCheck(host: string, port: number): FurtherCheck {
  return async ({ message, issueFile }, found) => {
    if (message === undefined) return { findings: [...found] }
    const verdict = await askSpamd(host, port, message)
    if ('problem' in verdict) {
      const hint = 'start spamd, from the Debian package `spamassassin` for one, or name its host and port'
      throw new EnvironmentError([diagnostic('GZ-K722', `spamd at ${host}:${port} gives no score: ${verdict.problem}`, { hint })])
    }
    const { spam, score, threshold } = verdict
    const whole: Place = { file: issueFile.file, line: 1 }
    const subject: Place = { file: issueFile.file, ...(issueFile.places.subject ?? { line: 1 }) }
    const rules = verdict.rules.toSorted((a, b) => b.points - a.points)
    const told: Finding[] = rules
      .filter(({ points }) => points >= telling)
      .map((rule) => finding('GZ-K721', `${worded(rule)}: ${rule.description}`, /SUBJ/.test(rule.name) ? subject : whole))
    const spammy = finding('GZ-K720', `SpamAssassin gives the message ${score} points, and ${threshold} make it spam`, whole, {
      hint: rules.filter(({ points }) => points > 0).slice(0, 4).map(worded).join(', ') || 'it names no rules',
    })
    const text = `${score} points of the ${threshold} that make a message spam`
    const best = rules.filter(({ points }) => points !== 0).map(worded).join(', ')
    return {
      findings: [...found, ...(spam ? [spammy] : []), ...told],
      notes: spam ? [] : [{ subject: 'SpamAssassin', text, ...(best === '' ? {} : { meaning: best }) }],
    }
  }
}

function worded({ name, points }: SpamRule): string {
  return `${name} ${points > 0 ? '+' : ''}${points}`
}
