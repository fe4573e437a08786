import { isMap, isPair, isSeq, LineCounter, type Node, parseDocument, type Pair } from 'yaml'

/** A place in a YAML text; lines and columns count from 1. */
export interface YamlPlace {
  line: number
  column: number
}

export interface YamlProblem extends YamlPlace {
  message: string
}

export interface YamlDocument {
  /** Plain data; undefined when the text is empty or could not be read. */
  value: unknown
  problems: YamlProblem[]
  /**
   * Where a path stands: the node itself, or the nearest one around it that exists.
   *
   * @param path keys and indexes from the top
   * @param part `key` for the key of the last step, `value` for what it holds
   */
  placeOf: (path: readonly PropertyKey[], part?: 'key' | 'value') => YamlPlace
}

/** More aliases than a person writes; a few lines of nested ones can stand for gigabytes. */
const maxAliases = 100

/**
 * Reads YAML 1.2 (core schema: dates stay text) into plain data without running anything.
 *
 * @param text the YAML; its first line is line 1
 */
export function readYaml(text: string): YamlDocument {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true, stringKeys: true })
  const at = (offset: number): YamlPlace => {
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col }
  }
  const problems: YamlProblem[] = document.errors.map((error) => ({ message: error.message, ...at(error.pos[0]) }))
  let value: unknown
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: maxAliases }) as unknown
    } catch (error) {
      const message = error instanceof ReferenceError ? 'too many aliases' : String(error)
      problems.push({ message, line: 1, column: 1 })
    }
  }
  const placeOf: YamlDocument['placeOf'] = (path, part = 'value') => {
    const node = find(document.contents, path, part)
    return node?.range ? at(node.range[0]) : { line: 1, column: 1 }
  }
  return { value: value ?? undefined, problems, placeOf }
}

function find(root: Node | null, path: readonly PropertyKey[], part: 'key' | 'value'): Node | null {
  let node = root
  for (const [index, step] of path.entries()) {
    if (isMap<Node, Node | null>(node)) {
      const pair: Pair<Node, Node | null> | undefined = node.items.find(
        (item) => isPair(item) && String(item.key) === String(step),
      )
      if (pair === undefined) return node
      if (index === path.length - 1 && part === 'key') return pair.key
      node = pair.value ?? pair.key
    } else if (isSeq<Node>(node)) {
      const item = node.items[Number(step)]
      if (item === undefined) return node
      node = item
    } else {
      return node
    }
  }
  return node
}
