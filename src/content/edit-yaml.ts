import { type Document, isMap, isSeq, type Node, type Pair, parseDocument, Scalar, stringify } from 'yaml'
import { isRecord } from '../lib/records.ts'

/** What an editor may write under a key; undefined takes the key away. */
export type EditedValue = string | number | boolean | undefined

/** A text that is not YAML, or so unusual that an edit of it could not be proved right. Nothing has been changed. */
export class UneditableError extends Error {}

/**
 * Sets one key at the top of a YAML text. Only the bytes of its value change: comments, the order of the keys, blank
 * lines and the way other values are quoted stay.
 *
 * @param order names of keys as a person would order them; a new key goes behind the last one that precedes it there
 * @throws UneditableError when the text is not a set of keys
 */
export function setKey(source: string, key: string, value: EditedValue, order: readonly string[] = []): string {
  const pairs = topPairs(source)
  const pair = pairs.find((candidate) => candidate.name === key)
  if (value === undefined) return pair === undefined ? source : proved(source.slice(0, pair.start) + source.slice(pair.end), source, key, undefined)
  if (pair === undefined) return proved(insert(source, pairs, key, scalarText(key, value), order), source, key, value)
  const { node } = pair
  // A reference or an anchor stands for more than one place.
  if (node !== null && (!(node instanceof Scalar) || node.anchor !== undefined)) throw new UneditableError(`${key} is not a plain value`)
  const range = node?.range
  if (range === null || range === undefined || source.slice(range[0], range[1]) === '') {
    const written = scalarText(key, value).slice(key.length + 1)
    return proved(source.slice(0, pair.colon) + written.trimEnd() + source.slice(pair.colon), source, key, value)
  }
  const old = source.slice(range[0], range[1])
  const written = scalarText(key, value, node?.type).slice(key.length + 1).trim()
  const ending = /\s*$/.exec(old)?.[0] ?? ''
  return proved(source.slice(0, range[0]) + withLineEnds(written, source) + ending + source.slice(range[1]), source, key, value)
}

/**
 * Changes the value of one key with the tools of a YAML document, which keep comments with the lines they belong to.
 * All other keys stay byte for byte.
 *
 * @param change is given a document that holds nothing but the key, changes it, and returns what the key must now hold
 * @throws UneditableError when the outcome is not what was expected
 */
export function rewriteKey(source: string, key: string, change: (document: Document) => unknown, order: readonly string[] = []): string {
  const pairs = topPairs(source)
  const pair = pairs.find((candidate) => candidate.name === key)
  const slice = pair === undefined ? `${key}:\n` : source.slice(pair.start, pair.end)
  const document: Document = parseDocument(slice)
  const expected = change(document)
  const written = document.toString({ lineWidth: 0, indentSeq: indentsLists(slice), flowCollectionPadding: /[[{] /.test(slice) })
  const text = withCommentsBehindKeys(written, slice)
  const edited =
    pair === undefined
      ? insert(source, pairs, key, text, order)
      : source.slice(0, pair.start) + withLineEnds(text, source) + source.slice(pair.end)
  return proved(edited, source, key, expected)
}

/**
 * Appends items to the list under a key. What is there stays byte for byte, comments and indents too.
 *
 * @param items each as YAML of one line
 * @param order as for `setKey`, when the key is new
 * @throws UneditableError when the text is not a set of keys, or the key holds something else than a list
 */
export function appendItems(source: string, key: string, items: readonly string[], order: readonly string[] = []): string {
  const pairs = topPairs(source)
  const pair = pairs.find((candidate) => candidate.name === key)
  const values = items.map((item) => parseDocument(item).toJS() as unknown)
  const current: unknown = pair?.node === undefined || pair.node === null ? [] : plain(source)[key]
  if (!Array.isArray(current)) throw new UneditableError(`${key} is not a list`)
  const lines = (indent: string): string => items.map((item) => `${indent}- ${item}\n`).join('')
  const expected = [...(current as unknown[]), ...values]
  if (pair === undefined) return proved(insert(source, pairs, key, `${key}:\n${lines('  ')}`, order), source, key, expected)
  const { node } = pair
  if (isSeq<Node>(node) && node.flow !== true && node.items.length > 0) {
    const start = node.range?.[0] ?? pair.start
    const indent = source.slice(source.lastIndexOf('\n', start - 1) + 1, start)
    const gap = source.slice(0, pair.end).endsWith('\n') ? '' : '\n'
    return proved(source.slice(0, pair.end) + withLineEnds(gap + lines(indent), source) + source.slice(pair.end), source, key, expected)
  }
  return rewriteKey(source, key, (document) => {
    const list = document.createNode(expected) as Node & { flow?: boolean; items: { flow?: boolean }[] }
    for (const item of list.items) item.flow = true
    document.set(key, list)
    return expected
  })
}

interface TopPair {
  name: string
  node: Node | null
  start: number
  /** Behind the colon. */
  colon: number
  /** Start of the line after the last one that belongs to the key. */
  end: number
}

function topPairs(source: string): TopPair[] {
  const document = parseDocument(source, { keepSourceTokens: true, uniqueKeys: true })
  if (document.errors.length > 0) throw new UneditableError(document.errors[0]?.message ?? 'not YAML')
  if (document.contents === null) return []
  if (!isMap<Node, Node | null>(document.contents) || document.contents.flow === true) throw new UneditableError('not a set of keys, one to a line')
  return document.contents.items.map((item) => describe(item, source))
}

function describe(item: Pair<Node, Node | null>, source: string): TopPair {
  const start = item.key.range?.[0] ?? 0
  const colon = source.indexOf(':', item.key.range?.[1] ?? start) + 1
  let end = lineAfter(source, Math.max(colon, (item.value?.range?.[1] ?? colon) - 1))
  // Comments that are indented under a list belong to it; those at the margin announce what follows.
  for (let next = lineAfter(source, end); end < source.length && /^[ \t]+#/.test(source.slice(end, next)); next = lineAfter(source, end)) end = next
  return { name: String(item.key), node: item.value, start, colon, end }
}

/** Offset of the first character after the line that an offset is in. */
function lineAfter(source: string, offset: number): number {
  const feed = source.indexOf('\n', offset)
  return feed === -1 ? source.length : feed + 1
}

function insert(source: string, pairs: readonly TopPair[], key: string, text: string, order: readonly string[]): string {
  const rank = order.indexOf(key)
  const before = rank === -1 ? pairs.at(-1) : pairs.findLast(({ name }) => order.includes(name) && order.indexOf(name) < rank)
  const at = before?.end ?? pairs[0]?.start ?? source.length
  const head = source.slice(0, at)
  const gap = head === '' || head.endsWith('\n') ? '' : '\n'
  return head + withLineEnds(gap + text, source) + source.slice(at)
}

/** The key with its value as YAML writes it, one line unless the value before was folded or had lines of its own. */
function scalarText(key: string, value: Exclude<EditedValue, undefined>, type?: Scalar.Type | null): string {
  const node = new Scalar(value)
  const folded = type === 'BLOCK_FOLDED'
  if (typeof value === 'string' && type && (type !== 'PLAIN' || folded)) node.type = type
  return stringify({ [key]: node }, { lineWidth: folded ? 80 : 0, minContentWidth: 0 })
}

/** Whether the items of lists are indented under their key; yes when there is none to tell. */
function indentsLists(slice: string): boolean {
  const match = /^([ \t]*)[^\s#-][^\n]*:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]*)- /m.exec(slice)
  return match === null || (match[2] ?? '').length > (match[1] ?? '').length
}

/** A comment behind a key that holds a list comes out on a line of its own; this puts it back. */
function withCommentsBehindKeys(text: string, slice: string): string {
  return [...slice.matchAll(/^[ \t]*([^\s#-][^\n]*:)([ \t]+#[^\r\n]*)\r?$/gm)].reduce((result, [, key = '', comment = '']) => {
    const at = result.search(new RegExp(`^[ \\t]*${escapePattern(key)}\\n[ \\t]*${escapePattern(comment.trim())}\\n`, 'm'))
    if (at === -1) return result
    const end = result.indexOf(key, at) + key.length
    return result.slice(0, end) + comment + result.slice(result.indexOf('\n', end + 1))
  }, text)
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function withLineEnds(text: string, source: string): string {
  return source.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text
}

/** The edited text, once it is certain that the key holds what was wanted and every other key what it held before. */
function proved(edited: string, source: string, key: string, expected: unknown): string {
  const before = plain(source)
  const after = plain(edited)
  const { [key]: held, ...others } = after
  const { [key]: _old, ...untouched } = before
  if (JSON.stringify(held) !== JSON.stringify(expected) || JSON.stringify(others) !== JSON.stringify(untouched)) {
    throw new UneditableError(`${key} could not be changed without touching something else`)
  }
  return edited
}

function plain(source: string): Record<string, unknown> {
  const document = parseDocument(source, { uniqueKeys: true })
  if (document.errors.length > 0) throw new UneditableError(document.errors[0]?.message ?? 'not YAML')
  const value: unknown = document.toJS({ maxAliasCount: 100 })
  return isRecord(value) ? value : {}
}
