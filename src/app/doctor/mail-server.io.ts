import { loadEnvironment } from '../../config/environment.io.ts'
import { parseTarget, targetName, type Target } from '../../deliver/smtp-url.ts'
import { transportFor } from '../../deliver/smtp.io.ts'
import { GazetteError } from '../../diagnostics/errors.ts'
import { type Finding, note, ok, problem } from './finding.ts'

/** Long enough for a server far away, short enough to wait for. */
const patience = 10_000

/** Connects to the mail server as a send would, encrypted and logged in, and leaves again without a message. */
export async function checkMailServer(root: string, variables: NodeJS.ProcessEnv): Promise<Finding> {
  const subject = 'mail server'
  const { smtpUrl } = await loadEnvironment(root, variables)
  if (smtpUrl === undefined) return note(subject, 'GAZETTE_SMTP_URL is not set; only gazette send needs it')
  let target: Target
  try {
    target = parseTarget(smtpUrl)
  } catch (error) {
    if (!(error instanceof GazetteError)) throw error
    return { ...problem(subject, error.message, error.diagnostics[0]?.hint ?? '`gazette explain GZ-D005` says what it takes'), configuration: true }
  }
  const name = targetName(target)
  if (target.kind === 'sendmail') return note(subject, name)
  try {
    const channel = await transportFor({ ...target, timeout: patience }).open()
    channel.close()
  } catch (error) {
    return problem(subject, error instanceof Error ? error.message : String(error), 'look at GAZETTE_SMTP_URL, and whether this network lets mail out')
  }
  return ok(subject, target.auth === undefined ? `${name} answers` : `${name} takes the password`)
}
