import type { Finding, Verdict } from '../../app/doctor/finding.ts'
import { exitCode, type ExitCode } from '../../diagnostics/errors.ts'
import { counted } from '../../lib/size.ts'
import type { CommandDefinition } from '../command.ts'

interface DoctorOptions {
  dns?: true
  dkimSelector?: string
  nameServer?: string
}

/** `gazette doctor`: what Gazette depends on, line by line, each with its remedy. */
export const doctor: CommandDefinition = {
  name: 'doctor',
  summary: 'check Node, folders, configuration, templates, ports, the mail server and, when asked, the DNS',
  group: 'Look up',
  examples: [
    ['gazette doctor', 'check everything on this machine'],
    ['gazette doctor --dns --dkim-selector s1', 'also look up SPF, DKIM and DMARC of the sender'],
  ],
  options: (command) =>
    command
      .option('--dns', "look up the records of the sender's domain")
      .option('--dkim-selector <name>', 'selector of the DKIM key to look up; left out, that of newsletter.yaml')
      .option('--name-server <address>', 'ask this name server, as host or host:port'),
  run: async (shell, _args, options: DoctorOptions) => {
    const app = await import('../../app/doctor/doctor.io.ts')
    const { dns, dkimSelector, nameServer } = options
    const question = {
      ...(dkimSelector === undefined ? {} : { dkimSelector }),
      ...(nameServer === undefined ? {} : { server: nameServer }),
    }
    const asked = dns === true || dkimSelector !== undefined || nameServer !== undefined
    const findings = await app.doctor({ root: shell.root, now: new Date(), variables: process.env, ...(asked ? { dns: question } : {}) })
    return { data: { findings }, text: words(findings), exit: exitOf(findings) }
  },
}

const marks: Record<Verdict, string> = { ok: 'ok', note: '-', warning: 'warning', problem: 'problem' }

function words(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ subject }) => subject.length))
  const indent = ' '.repeat(9 + width + 2)
  const lines = findings.flatMap(({ subject, verdict, text, meaning, remedy }) => [
    `${marks[verdict].padEnd(9)}${subject.padEnd(width)}  ${text}`,
    ...(meaning === undefined ? [] : [`${indent}${meaning}`]),
    ...(remedy === undefined ? [] : [`${indent}→ ${remedy}`]),
  ])
  const count = (verdict: Verdict): number => findings.filter((finding) => finding.verdict === verdict).length
  const problems = count('problem')
  const summary = [
    problems === 0 ? 'Everything that is needed is there' : counted(problems, 'problem'),
    ...(count('warning') === 0 ? [] : [counted(count('warning'), 'warning')]),
  ].join(', ')
  return [...lines, `${summary}.`, `Next: ${problems === 0 ? 'gazette' : 'mend the problem and run gazette doctor again'}`].join('\n')
}

function exitOf(findings: readonly Finding[]): ExitCode {
  const problems = findings.filter(({ verdict }) => verdict === 'problem')
  if (problems.length === 0) return exitCode.ok
  if (problems.some(({ configuration }) => configuration === true)) return exitCode.usage
  return problems.every(({ subject }) => subject === 'content' || subject === 'templates') ? exitCode.content : exitCode.environment
}
