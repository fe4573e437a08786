import type { Code } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../lib/suggest.ts'
import type { Call, Location } from './ast.ts'
import type { Helper } from './helpers/helper.ts'
import { isFieldName, ownFields } from './helpers/recipient.ts'

type Report = (code: Code, loc: Location, message: string, hint?: string) => void

/** Checks one call of a helper: how many parameters, which options, and the field's name of `recipient`. */
export function lintHelperCall(name: string, helper: Helper, call: Call, report: Report): void {
  const least = helper.params.filter((param) => param.optional === undefined).length
  const most = helper.params.some((param) => param.repeats === true) ? Infinity : helper.params.length
  if (call.params.length < least || call.params.length > most) {
    const takes = helper.params.map((param) => param.name).join(', ')
    report('GZ-T004', call.loc, `${name} takes ${takes || 'nothing'}`, `as in ${helper.example}`)
    return
  }
  for (const { key, loc } of call.hash?.pairs ?? []) {
    if (helper.options === 'any' || Object.hasOwn(helper.options, key)) continue
    report('GZ-T004', loc, `${name} has no option ${key}`, suggestion(key, Object.keys(helper.options)))
  }
  if (name === 'recipient') lintField(call, report)
}

function lintField(call: Call, report: Report): void {
  const [field] = call.params
  if (field?.type !== 'StringLiteral') {
    report('GZ-T006', call.loc, 'the name of a field must be written in quotes', 'as in {{recipient "firstName"}}')
    return
  }
  const near = ownFields.find((own) => own.toLowerCase() === field.value.toLowerCase())
  if (near !== undefined && near !== field.value) {
    report('GZ-T006', field.loc, `there is no field ${field.value}`, `did you mean ${near}?`)
  } else if (!isFieldName(field.value)) {
    const hint = 'letters, digits and underscores, a letter first'
    report('GZ-T006', field.loc, `${field.value || 'nothing'} cannot be the name of a field`, hint)
  }
}
