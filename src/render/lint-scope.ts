import { suggestion } from '../lib/suggest.ts'
import { unwrap, type Fields, type RecordShape, type Shape } from '../model/shape.ts'
import type { PathExpression } from './ast.ts'

/** What names mean at a place of a template. */
export interface Scope {
  /** Shape of `this`; undefined when an earlier mistake made it unknown. */
  context: Shape | undefined
  /** Tells contexts apart, so that a test of a value holds for that value only. */
  id: string
  /** What `../` leads to. */
  above: Scope | undefined
  /** Names given by `as |name|`. */
  names: ReadonlyMap<string, NamedValue>
  /** Handlebars' own variables that mean something here: `@index` … */
  data: ReadonlySet<string>
  root: Shape
  /** Values known to be there, by key. */
  present: ReadonlySet<string>
}

export interface NamedValue {
  shape: Shape | undefined
  id: string
}

export interface Resolved {
  shape: Shape | undefined
  /** Identifies the value for `present`. */
  key: string
}

export interface Unresolved {
  message: string
  hint?: string | undefined
}

const loopData = ['index', 'first', 'last', 'key']

/** The scope of a file: all names start at `context`. */
export function rootScope(context: Shape, id: string, root = context): Scope {
  return { context, id, above: undefined, names: new Map(), data: new Set(['root']), root, present: new Set() }
}

/** The scope inside a block that changes `this`. */
export function within(scope: Scope, inner: Resolved, names: ReadonlyMap<string, NamedValue>, loops: boolean): Scope {
  return {
    ...scope,
    context: inner.shape,
    id: inner.key,
    above: scope,
    names: new Map([...scope.names, ...names]),
    data: loops ? new Set([...scope.data, ...loopData]) : scope.data,
  }
}

/** The same scope with more values known to be there. */
export function knowing(scope: Scope, keys: readonly string[]): Scope {
  return keys.length === 0 ? scope : { ...scope, present: new Set([...scope.present, ...keys]) }
}

/** What a path means, or why it means nothing. */
export function resolve(path: PathExpression, scope: Scope): Resolved | Unresolved {
  if (path.data) return resolveData(path, scope)
  const shown = path.original.replace(/^\.\//, '')
  const [first] = path.parts
  const named = first !== undefined && path.depth === 0 && !isScoped(path) ? scope.names.get(first) : undefined
  if (named !== undefined) return follow(named, path.parts.slice(1), scope, shown)
  let from: Scope | undefined = scope
  for (let depth = 0; depth < path.depth && from !== undefined; depth++) from = from.above
  if (from === undefined) return { message: `${shown}: there is nothing above this place` }
  return follow({ shape: from.context, id: from.id }, path.parts, scope, shown)
}

/** Whether a path means something. */
export function isResolved(result: Resolved | Unresolved): result is Resolved {
  return 'key' in result
}

function resolveData(path: PathExpression, scope: Scope): Resolved | Unresolved {
  const [name = '', ...rest] = path.parts
  if (name === 'root') return follow({ shape: scope.root, id: '@root' }, rest, scope, path.original)
  if (scope.data.has(name) && rest.length === 0) return { shape: dataShape(name), key: `@${name}` }
  return { message: `there is no @${path.parts.join('.')} here`, hint: suggestion(name, [...scope.data]) }
}

function dataShape(name: string): Shape {
  const about = ''
  return name === 'first' || name === 'last' ? { kind: 'flag', about } : { kind: 'number', about }
}

function follow(from: NamedValue, parts: readonly string[], scope: Scope, original: string): Resolved | Unresolved {
  let { shape, id } = from
  for (const part of parts) {
    if (shape === undefined) return { shape: undefined, key: id }
    const known = unwrap(shape)
    if (shape.kind === 'optional' && !scope.present.has(id)) {
      return { message: `${original}: ${before(original, part)} may be absent`, hint: guardHint(original, part) }
    }
    const next = partOf(known, part)
    if (next === undefined) return unknownPart(known, part, original)
    shape = next
    id = `${id}.${part}`
  }
  return { shape, key: id }
}

function partOf(shape: Exclude<Shape, { kind: 'optional' }>, part: string): Shape | undefined {
  if (shape.kind === 'record') return Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined
  if (shape.kind === 'list' && part === 'length') return { kind: 'number', about: '' }
  if (shape.kind === 'list' && /^\d+$/.test(part)) return { kind: 'optional', of: shape.of }
  return undefined
}

function unknownPart(shape: Exclude<Shape, { kind: 'optional' }>, part: string, original: string): Unresolved {
  if (shape.kind !== 'record') return { message: `${original}: ${before(original, part)} has no parts` }
  return {
    message: `${original}: there is no ${part} in ${shape.noun}`,
    hint: suggestion(part, Object.keys(shape.fields)) ?? `it has ${Object.keys(shape.fields).join(', ')}`,
  }
}

function before(original: string, part: string): string {
  const end = original.lastIndexOf(part)
  return original.slice(0, end).replace(/[./[]+$/, '') || 'this'
}

function guardHint(original: string, part: string): string {
  const name = before(original, part)
  return `put it inside {{#if ${name}}} … {{/if}}`
}

function isScoped(path: PathExpression): boolean {
  return /^\.|this\b/.test(path.original)
}

/** The record that a partial sees when it is called with `name=value` after it. */
export function extended(shape: Shape | undefined, additions: Fields): Shape | undefined {
  if (shape === undefined || Object.keys(additions).length === 0) return shape
  const known = unwrap(shape)
  if (known.kind !== 'record') return undefined
  return { ...known, fields: { ...known.fields, ...additions } } satisfies RecordShape
}
