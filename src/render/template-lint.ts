import { diagnostic, type Code, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../lib/suggest.ts'
import { unwrap, type Fields, type Shape } from '../model/shape.ts'
import type {
  BlockStatement,
  Call,
  Expression,
  Hash,
  Location,
  PartialBlockStatement,
  PartialStatement,
  PathExpression,
  Program,
  Statement,
} from './ast.ts'
import { blockHelpers, helpers } from './helpers/all.ts'
import { lintHelperCall } from './lint-helper.ts'
import {
  extended,
  isResolved,
  knowing,
  resolve,
  rootScope,
  within,
  type NamedValue,
  type Resolved,
  type Scope,
} from './lint-scope.ts'
import { lineOf, placeOf } from './parse.ts'
import type { TemplateFile } from './template.ts'

/** A file of a template with its syntax tree. */
export interface ParsedFile extends TemplateFile {
  program: Program
}

/** What the lint walks with. */
interface Walk {
  file: TemplateFile
  partials: ReadonlyMap<string, ParsedFile>
  /** Partials defined in place, and the block of the partial being read; they see the place that uses them. */
  inline: ReadonlyMap<string, { program: Program; walk: Walk }>
  /** Whether values are escaped as they are written. */
  escapes: boolean
  /** Partials being read, to stop at one that calls itself. */
  reading: readonly string[]
  /** What was found, by code, place and message: a partial is read once for every use of it. */
  found: Map<string, Diagnostic>
}

/**
 * Checks the names in a template against the data it will get: variables through blocks, block parameters and
 * partials, helpers with their parameters, partials, and values that may be absent where a part of them is asked for.
 *
 * @param file where to start
 * @param escapes false for the plain-text part, in which nothing is escaped
 */
export function lintTemplate(
  file: ParsedFile,
  partials: ReadonlyMap<string, ParsedFile>,
  data: Shape,
  escapes: boolean,
): Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  const walk: Walk = { file, partials, inline: new Map(), escapes, reading: [], found }
  lintProgram(file.program, rootScope(data, file.file), walk)
  return [...found.values()]
}

function report({ file, found }: Walk, code: Code, loc: Location, message: string, hint?: string): void {
  const place = placeOf(file.file, loc)
  const details = { ...place, sourceLine: lineOf(file, place.line), ...(hint === undefined ? {} : { hint }) }
  found.set(`${code} ${place.file} ${place.line} ${place.column} ${message}`, diagnostic(code, message, details))
}

function lintProgram(program: Program | undefined, scope: Scope, walk: Walk): void {
  if (program === undefined) return
  const inline = new Map(walk.inline)
  const inside = { ...walk, inline }
  for (const statement of program.body) {
    if (statement.type !== 'DecoratorBlock') continue
    const [name] = statement.params
    if (name?.type === 'StringLiteral') inline.set(name.value, { program: statement.program, walk: inside })
  }
  for (const statement of program.body) lintStatement(statement, scope, inside)
}

function lintStatement(statement: Statement, scope: Scope, walk: Walk): void {
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return
    case 'MustacheStatement':
      lintWritten(statement, lintCall(statement, scope, walk), statement.escaped, walk)
      return
    case 'BlockStatement':
      lintBlock(statement, scope, walk)
      return
    case 'PartialStatement':
    case 'PartialBlockStatement':
      lintPartial(statement, scope, walk)
      return
    case 'DecoratorBlock':
    case 'Decorator':
      if (statement.path.original !== 'inline') {
        const message = `there is no decorator ${String(statement.path.original)}`
        report(walk, 'GZ-T004', statement.loc, message, 'only {{#*inline}} is known')
      }
  }
}

/** Checks a call of a helper or the use of a variable. @returns the shape of its value, undefined when unknown */
function lintCall(call: Call, scope: Scope, walk: Walk): Shape | undefined {
  const { path } = call
  if (path.type !== 'PathExpression') return literalShape(path)
  const helper = isPlainName(path.original, path.parts) ? helpers[path.original] : undefined
  if (helper !== undefined) {
    for (const param of call.params) lintExpression(param, scope, walk)
    for (const pair of call.hash?.pairs ?? []) lintExpression(pair.value, scope, walk)
    lintHelperCall(path.original, helper, call, (code, loc, message, hint) => {
      report(walk, code, loc, message, hint)
    })
    return { kind: helper.returns, about: helper.about }
  }
  if (call.params.length > 0 || (call.hash?.pairs.length ?? 0) > 0 || call.type === 'SubExpression') {
    const hint = suggestion(path.original, helperNames)
    report(walk, 'GZ-T004', path.loc, `there is no helper ${path.original}`, hint)
    return undefined
  }
  return lintPath(path, scope, walk)?.shape
}

const helperNames = [...Object.keys(helpers), ...blockHelpers]

function lintPath(path: PathExpression, scope: Scope, walk: Walk): Resolved | undefined {
  const result = resolve(path, scope)
  if (isResolved(result)) return result
  report(walk, 'GZ-T003', path.loc, result.message, result.hint)
  return undefined
}

function lintExpression(expression: Expression, scope: Scope, walk: Walk): Resolved {
  switch (expression.type) {
    case 'PathExpression':
      return lintPath(expression, scope, walk) ?? { shape: undefined, key: '?' }
    case 'SubExpression':
      return { shape: lintCall(expression, scope, walk), key: '?' }
    default:
      return { shape: literalShape(expression), key: '?' }
  }
}

/** A value that is written must be one that reads as text. */
function lintWritten(call: Call, shape: Shape | undefined, escaped: boolean, walk: Walk): void {
  if (shape === undefined) return
  const { kind } = unwrap(shape)
  const name = String(call.path.original)
  if (kind === 'list') {
    const hint = `go through it with {{#each ${name}}}`
    report(walk, 'GZ-T009', call.loc, `${name} is a list and cannot be written`, hint)
  } else if (kind === 'record') {
    const hint = `write one of its parts, as in {{${name}.…}}`
    report(walk, 'GZ-T009', call.loc, `${name} is a group of values and cannot be written`, hint)
  } else if (walk.escapes && !escaped && kind === 'text') {
    const hint = `write {{${name}}}: rich text needs no third brace either`
    report(walk, 'GZ-T010', call.loc, `{{{${name}}}} writes text without escaping it`, hint)
  }
}

function lintBlock(block: BlockStatement, scope: Scope, walk: Walk): void {
  const name = String(block.path.original)
  const [param] = block.params
  if (name === 'if' || name === 'unless' || name === 'each' || name === 'with') {
    if (param === undefined || block.params.length > 1) {
      report(walk, 'GZ-T004', block.loc, `{{#${name}}} takes one value`)
      return
    }
    const value = lintExpression(param, scope, walk)
    const known = knowing(scope, presentKeys(param, scope))
    if (name === 'if') lintBranches(block, known, scope, walk)
    else if (name === 'unless') lintBranches(block, scope, known, walk)
    else lintBranches(block, opened(block, name, value, scope, walk), scope, walk)
    return
  }
  if (Object.hasOwn(helpers, name)) {
    report(walk, 'GZ-T004', block.loc, `${name} does not open a block`, `as in ${helpers[name]?.example ?? ''}`)
    return
  }
  // {{#sections}} is short for each, {{#lead}} for with, {{#featured}} for if.
  const shape = lintCall(block, scope, walk)
  const inner = shape === undefined ? undefined : unwrap(shape)
  const isGroup = inner?.kind === 'list' || inner?.kind === 'record'
  const short = inner?.kind === 'list' ? 'each' : 'with'
  const inside = isGroup ? opened(block, short, { shape: inner, key: name }, scope, walk) : scope
  lintBranches(block, inside, scope, walk)
}

function lintBranches(block: BlockStatement, inside: Scope, otherwise: Scope, walk: Walk): void {
  lintProgram(block.program, inside, walk)
  lintProgram(block.inverse, otherwise, walk)
}

/** The scope inside `each` or `with`. */
function opened(block: BlockStatement, name: 'each' | 'with', value: Resolved, scope: Scope, walk: Walk): Scope {
  const shape = value.shape === undefined ? undefined : unwrap(value.shape)
  if (name === 'each' && shape !== undefined && shape.kind !== 'list') {
    const hint = 'use {{#with}} or {{#if}}'
    report(walk, 'GZ-T009', block.loc, '{{#each}} goes through a list, and this is none', hint)
  }
  const inner = name === 'with' || shape === undefined ? shape : shape.kind === 'list' ? shape.of : undefined
  const key = `${value.key}@${block.loc.start.line}:${block.loc.start.column}`
  const names = new Map<string, NamedValue>()
  const [first, second] = block.program?.blockParams ?? []
  if (first !== undefined) names.set(first, { shape: inner, id: key })
  if (second !== undefined) names.set(second, { shape: { kind: 'number', about: '' }, id: `${key}#` })
  return within(scope, { shape: inner, key }, names, name === 'each')
}

/** Values that are there when a condition holds. */
function presentKeys(condition: Expression, scope: Scope): string[] {
  if (condition.type === 'PathExpression') {
    const result = resolve(condition, scope)
    return isResolved(result) ? [result.key] : []
  }
  if (condition.type === 'SubExpression' && condition.path.original === 'and') {
    return condition.params.flatMap((param) => presentKeys(param, scope))
  }
  return []
}

function lintPartial(statement: PartialStatement | PartialBlockStatement, scope: Scope, walk: Walk): void {
  const param = statement.params[0]
  const given = param === undefined ? { shape: scope.context, key: scope.id } : lintExpression(param, scope, walk)
  const additions = lintHash(statement.hash, scope, walk)
  if (statement.name.type === 'SubExpression') {
    report(walk, 'GZ-T005', statement.loc, 'the name of a partial must be written out')
    return
  }
  const name = String(statement.name.original)
  const inline = new Map(walk.inline)
  if (statement.type === 'PartialBlockStatement') {
    inline.set('@partial-block', { program: statement.program, walk })
    for (const inner of statement.program.body) {
      if (inner.type !== 'DecoratorBlock' || inner.params[0]?.type !== 'StringLiteral') continue
      inline.set(inner.params[0].value, { program: inner.program, walk })
    }
  }
  const isPresent = scope.present.has(given.key)
  const shape = extended(isPresent && given.shape !== undefined ? unwrap(given.shape) : given.shape, additions)
  const entered: Scope =
    param === undefined
      ? { ...scope, context: shape, above: undefined, names: new Map() }
      : rootScope(shape ?? { kind: 'text', about: '' }, `${given.key}>${name}`, scope.root)
  const inside = shape === undefined ? { ...entered, context: undefined } : entered

  const local = walk.inline.get(name)
  const file = walk.partials.get(name)
  if (local !== undefined) {
    lintProgram(local.program, inside, { ...local.walk, reading: walk.reading })
  } else if (file !== undefined) {
    const reading = `${name} ${[...Object.keys(additions)].join()} ${given.key}`
    if (walk.reading.length > 40 || walk.reading.includes(reading)) return
    lintProgram(file.program, inside, { ...walk, file, inline, reading: [...walk.reading, reading] })
  } else if (statement.type === 'PartialBlockStatement') {
    lintProgram(statement.program, scope, walk)
  } else {
    const known = [...walk.partials.keys(), ...walk.inline.keys()]
    report(walk, 'GZ-T005', statement.name.loc, `there is no partial ${name}`, suggestion(name, known))
  }
}

function lintHash(hash: Hash | undefined, scope: Scope, walk: Walk): Fields {
  const fields: Record<string, Shape> = {}
  for (const { key, value } of hash?.pairs ?? []) {
    const shape = lintExpression(value, scope, walk).shape
    fields[key] = shape ?? { kind: 'text', about: '' }
  }
  return fields
}

function literalShape(literal: Expression): Shape | undefined {
  const about = ''
  if (literal.type === 'StringLiteral') return { kind: 'text', about }
  if (literal.type === 'NumberLiteral') return { kind: 'number', about }
  if (literal.type === 'BooleanLiteral') return { kind: 'flag', about }
  return undefined
}

function isPlainName(original: string, parts: readonly string[]): boolean {
  return parts.length === 1 && parts[0] === original
}
