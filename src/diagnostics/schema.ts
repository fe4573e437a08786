import { z } from 'zod'
import { suggestion } from '../lib/suggest.ts'
import type { YamlDocument } from '../lib/yaml-document.ts'
import { type Code, type Diagnostic, diagnostic } from './diagnostic.ts'

/** Which codes the two kinds of problem get. */
export interface SchemaCodes {
  unknownKey: Code
  badValue: Code
  /** A required key that is absent; left out, `badValue`. */
  missing?: Code
}

/**
 * Turns what a zod schema objects to into diagnostics at the author's own keys.
 *
 * @param error what `safeParse` returned
 * @param yaml the document that was checked, for places
 * @param file its path relative to the newsletter folder
 * @param schema the schema that was used, for "did you mean"
 */
export function schemaDiagnostics(
  error: z.ZodError,
  yaml: YamlDocument,
  file: string,
  codes: SchemaCodes,
  schema: z.ZodType,
): Diagnostic[] {
  return error.issues.flatMap((issue) => fromIssue(issue, yaml, file, codes, schema))
}

function fromIssue(
  issue: z.core.$ZodIssue,
  yaml: YamlDocument,
  file: string,
  codes: SchemaCodes,
  schema: z.ZodType,
): Diagnostic[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const hint = suggestion(key, keysAt(schema, issue.path))
      const place = yaml.placeOf([...issue.path, key], 'key')
      return diagnostic(codes.unknownKey, `${dotted([...issue.path, key])} is not a known key`, {
        file,
        ...place,
        ...(hint === undefined ? {} : { hint }),
      })
    })
  }
  if (issue.code === 'invalid_union') {
    // The branch that got furthest says best what is wrong.
    const deepest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0]
    const first = deepest?.[0]
    if (first !== undefined && first.path.length > 0) {
      return fromIssue({ ...first, path: [...issue.path, ...first.path] }, yaml, file, codes, schema)
    }
  }
  const name = dotted(issue.path)
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [diagnostic(codes.missing ?? codes.badValue, `${name} is missing`, { file, ...yaml.placeOf(issue.path) })]
  }
  const place = yaml.placeOf(issue.path)
  return [diagnostic(codes.badValue, `${name === '' ? 'the file' : name} ${wording(issue)}`, { file, ...place })]
}

/** The keys that a schema allows at a path. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return keysAt(schema.unwrap(), path)
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path))
  const [step, ...rest] = path
  if (schema instanceof z.ZodArray && step !== undefined) return keysAt(schema.element, rest)
  if (!(schema instanceof z.ZodObject)) return []
  const shape: Record<string, z.core.$ZodType | undefined> = schema.shape
  if (step === undefined) return Object.keys(shape)
  const next = shape[String(step)]
  return next === undefined ? [] : keysAt(next, rest)
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length))
}

/** `sections[1].name` */
function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? String(step) : `${text}.${String(step)}`),
    '',
  )
}

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of keys',
  record: 'a set of keys',
}

function wording(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    return `must be ${typeNames[issue.expected] ?? issue.expected}${got(issue.input)}`
  }
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}${got(issue.input)}`
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'must not be empty' : `must be at least ${String(issue.minimum)}${got(issue.input)}`
  if (issue.code === 'too_big') return `must be at most ${String(issue.maximum)}${got(issue.input)}`
  if (issue.code === 'invalid_union') return `has a value of the wrong kind${got(issue.input)}`
  return `${issue.message}${got(issue.input)}`
}

function got(input: unknown): string {
  if (input === undefined) return ''
  if (input === null) return ', got nothing'
  if (Array.isArray(input)) return ', got a list'
  if (typeof input === 'object') return ', got a set of keys'
  const text = JSON.stringify(input)
  return `, got ${text.length > 62 ? `${text.slice(0, 60)}…` : text}`
}
