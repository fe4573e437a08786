import { rules } from '../../../src/checks/rules.ts'
import { catalogue, type Code } from '../../../src/diagnostics/catalogue.ts'
import { codeSection } from './codes.ts'
import { table } from './regions.ts'

/** What the beginning of a check's code stands for, in the order of the page. */
const groups: readonly (readonly [prefix: string, name: string])[] = [
  ['GZ-K0', 'Structure'],
  ['GZ-K1', 'The row in the inbox'],
  ['GZ-K2', 'Size'],
  ['GZ-R009', 'Clipped by Gmail'],
  ['GZ-K3', 'What clients support'],
  ['GZ-K4', 'Accessibility'],
  ['GZ-K5', 'Pictures'],
  ['GZ-K6', 'Blurbs'],
  ['GZ-K7', 'Delivery'],
  ['GZ-L0', 'Links as they are written'],
  ['GZ-L1', 'Links and pictures on the network'],
]

/** Codes that `gazette check` reports, the offline rules and those that ask the network. */
export const checkCodes: readonly Code[] = (Object.keys(catalogue) as Code[])
  .filter((code) => rules.some((rule) => rule.code === code) || /^GZ-[KL]/.test(code))
  .toSorted()

/** Every check with its documentation, by group. */
export function checkPages(): string {
  return groups
    .map(([prefix, name]) => {
      const members = checkCodes.filter((code) => code.startsWith(prefix))
      return [`## ${name}`, ...members.map((code) => codeSection(code))].join('\n\n')
    })
    .join('\n\n')
}

/** All checks at a glance. */
export function checkTable(): string {
  return table(
    ['code', 'severity', 'what is wrong'],
    checkCodes.map((code) => [`[${code}](#${code.toLowerCase()})`, catalogue[code].severity, catalogue[code].title]),
  )
}
