import { checkDns, type DnsQuestion } from './dns.io.ts'
import { type Finding, note } from './finding.ts'
import { answersSmtp, checkNode, checkPort, checkSecrets, checkSpace, checkWritable } from './machine.io.ts'
import { checkMailServer } from './mail-server.io.ts'
import { checkContent, checkNewsletter, checkSchemas, checkTemplates } from './newsletter.io.ts'

/** Ports that commands use when nothing else is asked for. */
const previewPort = 4400
const inboxPort = 1025

export interface DoctorRequest {
  /** The newsletter folder, absolute. */
  root: string
  now: Date
  /** Of the process; what they lack is in .env. */
  variables: NodeJS.ProcessEnv
  /** Also ask the name server about the sender's domain. */
  dns?: Omit<DnsQuestion, 'domain'>
}

/** Looks at everything that Gazette depends on, and changes nothing. */
export async function doctor({ root, now, variables, dns }: DoctorRequest): Promise<Finding[]> {
  const { newsletter, findings } = await checkNewsletter(root)
  const found = [checkNode(process.versions.node), ...findings]
  if (newsletter !== undefined) {
    found.push(await checkContent(root, newsletter, now), await checkTemplates(root, newsletter), await checkSchemas(root))
  }
  found.push(await checkWritable(root, 'out'), await checkWritable(root, '.gazette'), await checkSpace(root))
  found.push(await checkPort(previewPort, `port ${previewPort}`, note(`port ${previewPort}`, 'taken; gazette preview takes the next one')))
  found.push(await checkInbox())
  found.push(await checkSecrets(root), await checkMailServer(root, variables))
  if (dns !== undefined && newsletter !== undefined) {
    const domain = newsletter.from.address.slice(newsletter.from.address.lastIndexOf('@') + 1)
    const dkimSelector = dns.dkimSelector ?? newsletter.delivery.dkim?.selector
    found.push(...(await checkDns({ ...dns, domain, ...(dkimSelector === undefined ? {} : { dkimSelector }) })))
  }
  return found
}

async function checkInbox(): Promise<Finding> {
  const subject = `port ${inboxPort}`
  const taken = (await answersSmtp(inboxPort))
    ? note(subject, 'a test inbox or mail server answers')
    : note(subject, 'taken by something that is no mail server; start the test inbox on another port')
  return checkPort(inboxPort, subject, taken)
}
