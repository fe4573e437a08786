import { isMap, isScalar, isSeq, type Node, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { editFrontMatter } from './edit-front-matter.ts'
import { rewriteKey } from './edit-yaml.ts'
import { issueSchema } from './issue-file.ts'

/** The stories of an issue by section, as an editor wants them. */
export type Arrangement = readonly { section: string; slugs: readonly string[] }[]

/** Keys of an issue in the order in which a person writes them. */
export const issueOrder: readonly string[] = Object.keys(issueSchema.shape)

/**
 * Writes into an issue's file which stories it has, and where. A plain list stays one as long as every story stands
 * in the section of its own article; else the slugs stand under the names of their sections. Comments go along with
 * the slug that they stand above or behind.
 *
 * @param source the issue file
 * @param home section that an article has of its own, by slug
 * @throws UneditableError when the front matter is not one that can be edited safely
 */
export function arrangeIssue(source: string, arrangement: Arrangement, home: ReadonlyMap<string, string>): string {
  const wanted = arrangement.filter(({ slugs }) => slugs.length > 0)
  const natural = wanted.every(({ section, slugs }) => section === '' || slugs.every((slug) => home.get(slug) === section))
  return editFrontMatter(source, (yaml) =>
    rewriteKey(
      yaml,
      'articles',
      (document) => {
        const current: unknown = document.get('articles', true)
        const known = entriesOf(current)
        // An empty set of keys would be a query for everything.
        if (wanted.length === 0 && !isSeq(current)) {
          document.set('articles', listOf([], known))
          return []
        }
        if (natural && isSeq<Node>(current) && current.items.every((item) => isScalar(item))) {
          const slugs = inPlace([...known.keys()], wanted)
          current.items = nodesOf(slugs, known)
          return current.toJSON()
        }
        const nameless = wanted.find(({ section }) => section === '')
        if (nameless !== undefined && wanted.length === 1) {
          const list = listOf(nameless.slugs, known)
          document.set('articles', list)
          return list.toJSON()
        }
        const map = sectionsOf(current, wanted, known)
        document.set('articles', map)
        return map.toJSON()
      },
      issueOrder,
    ),
  )
}

/** The nodes that name articles now, with their comments, by slug. */
function entriesOf(current: unknown): Map<string, Node> {
  if (isScalar(current) && (typeof current.value === 'string' || typeof current.value === 'number')) {
    return new Map([[slugOf(String(current.value)), current]])
  }
  const values = isSeq<Node>(current) ? current.items : isMap<Node, Node | null>(current) ? current.items.map((pair) => pair.value) : []
  return new Map(values.flatMap((value) => [...entriesOf(value)]))
}

function slugOf(entry: string): string {
  return entry.trim().replace(/\.(md|markdown)$/i, '')
}

/**
 * The order of a plain list after its stories were rearranged within their sections: the places that a section has
 * in the list are filled anew, stories of other sections keep theirs.
 */
function inPlace(before: readonly string[], wanted: Arrangement): string[] {
  const sectionOf = new Map(wanted.flatMap(({ section, slugs }) => slugs.map((slug) => [slug, section])))
  const queues = new Map(wanted.map(({ section, slugs }) => [section, [...slugs]]))
  const counts = new Map<string, number>()
  for (const slug of before) {
    const section = sectionOf.get(slug)
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  const order: string[] = []
  for (const slug of before) {
    const section = sectionOf.get(slug)
    if (section === undefined) continue
    const queue = queues.get(section) ?? []
    order.push(...queue.splice(0, 1))
    const left = (counts.get(section) ?? 1) - 1
    counts.set(section, left)
    // What came in besides stands behind the last place of its section.
    if (left === 0) order.push(...queue.splice(0))
  }
  return [...order, ...[...queues.values()].flat()]
}

function listOf(slugs: readonly string[], known: ReadonlyMap<string, Node>): YAMLSeq {
  const list = new YAMLSeq()
  list.items = nodesOf(slugs, known)
  return list
}

/** Each slug as it was written before, with its comments. */
function nodesOf(slugs: readonly string[], known: ReadonlyMap<string, Node>): Node[] {
  return slugs.map((slug) => known.get(slug) ?? new Scalar(slug))
}

function sectionsOf(current: unknown, wanted: Arrangement, known: ReadonlyMap<string, Node>): YAMLMap {
  const pairs = isMap<Node, Node | null>(current) ? current.items : []
  const map = new YAMLMap<Node, Node>()
  if (isMap(current)) keepComments(current, map)
  for (const { section, slugs } of wanted) {
    const pair = pairs.find((candidate) => String(candidate.key) === section)
    const list = listOf(slugs, known)
    if (isSeq(pair?.value)) {
      keepComments(pair.value, list)
      if (pair.value.flow === true) list.flow = true
    }
    map.add({ key: pair?.key ?? new Scalar(section), value: list })
  }
  return map
}

function keepComments(from: Node, to: Node): void {
  if (typeof from.commentBefore === 'string') to.commentBefore = from.commentBefore
  if (typeof from.comment === 'string') to.comment = from.comment
}
