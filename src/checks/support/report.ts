import type { Code } from '../../diagnostics/diagnostic.ts'
import { type MailClient, mailClients } from '../../model/mail-client.ts'
import type { CheckContext } from '../context.ts'
import { finding, type Finding } from '../finding.ts'
import { remedies } from '../remedies.ts'
import { type Gap, gapsOf } from './gaps.ts'
import type { Harm } from './harm.ts'
import { ownFeatures } from './own.ts'
import { normalise } from './table.ts'
import type { UseKind } from './uses.ts'

const known = new WeakMap<CheckContext, readonly Gap[]>()

/** The gaps of a message that enough readers meet, by the settings of the newsletter. */
export function gapsFor(context: CheckContext): readonly Gap[] {
  const made = known.get(context)
  if (made !== undefined) return made
  const { clients, checks } = context.input.newsletter
  const limits: Record<Harm, number> = { ...checks.support, enhancement: Infinity }
  const gaps = gapsOf(context.web, context.word, normalise(clients)).filter((gap) => gap.share * 100 >= limits[gap.harm])
  known.set(context, gaps)
  return gaps
}

/** The findings of one kind of use. */
export function* supportFindings(context: CheckContext, code: Code, kind: UseKind): Generator<Finding> {
  for (const gap of gapsFor(context)) if (gap.use.kind === kind) yield gapFinding(context, code, gap)
}

const losses: Record<Harm, string> = {
  content: 'lose what it shows',
  layout: 'see the layout without it',
  look: 'do not see it',
  enhancement: 'do not see it',
}

function gapFinding(context: CheckContext, code: Code, { use, harm, share, clients, tested }: Gap): Finding {
  const place = use.sheet
    ? context.placeOfRule(use.element, context.document.source.slice(use.start, use.end))
    : context.placeAt(use.start, ...hintsOf(use))
  const what = use.kind === 'property' ? `${use.label}: ${use.value ?? ''}` : use.label
  const message = `${what}: ${percent(share)} of readers ${losses[harm]} (${namesOf(clients)})`
  const own = ownFeatures[use.slug]
  const source = own === undefined ? `caniemail.com, tested ${tested}` : `${own.source}; looked at ${own.tested}`
  return finding(code, message, place, { hint: `${remedies[code] ?? ''} (${source})` })
}

function hintsOf({ kind, property, value, label }: Gap['use']): string[] {
  if (kind === 'element') return [label.replace('>', '')]
  if (kind === 'attribute') return [`${label}=`]
  if (kind === 'image') return [value ?? '', 'src=']
  return [`${property ?? ''}:`, property ?? label, value ?? '', 'style=']
}

/** The first clients by their names, and how many more. */
export function namesOf(clients: readonly MailClient[]): string {
  const names = clients.slice(0, 3).map((client) => mailClients[client])
  const more = clients.length - names.length
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ')
}

/** A share of readers in whole percent. */
export function percent(share: number): string {
  return share < 0.01 ? 'under 1 %' : `${Math.round(share * 100)} %`
}
