/** What is needed to find a story in a message. */
export interface Sought {
  slug: string
  title: string
}

/**
 * Finds the stories of an issue in its message: for each the largest element that holds its title and nobody else's.
 * Works in what any client leaves of the message, because it needs no marks in it.
 */
export function locateStories(root: Document, stories: readonly Sought[]): Map<string, HTMLElement> {
  const found = titleElements(root.body, new Set(stories.map(({ title }) => squash(title))))
  const titles = new Map<string, HTMLElement>()
  for (const { slug, title } of stories) {
    const candidates = found.get(squash(title)) ?? []
    // A list of titles may stand before the stories. Of stories with the same title each has its own.
    const element = candidates.find((candidate) => candidate.closest('h1, h2, h3, h4, h5, h6') !== null) ?? candidates[0]
    found.set(squash(title), candidates.filter((candidate) => candidate !== element))
    if (element !== undefined) titles.set(slug, element)
  }
  const all = [...titles.values()]
  return new Map([...titles].map(([slug, title]) => [slug, storyElement(title, all)]))
}

const tags = new Set(['H1', 'H2', 'H3', 'H4', 'A', 'P', 'TD', 'DIV', 'SPAN', 'STRONG', 'B'])

/**
 * The elements that hold a title and nothing else, by title, in the order of the message; of elements around each
 * other the innermost. Looks at every node once, since this is done whenever the message changes.
 */
function titleElements(body: HTMLElement, titles: ReadonlySet<string>): Map<string, HTMLElement[]> {
  const longest = Math.max(0, ...[...titles].map((title) => title.length)) + 2
  const found = new Map<string, HTMLElement[]>()
  /** Text in an element, undefined when it is longer than any title; and whether a title was found in it. */
  const look = (element: HTMLElement): { text: string | undefined; holds: boolean } => {
    let text: string | undefined = ''
    let holds = false
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      let own: string | undefined = ''
      if (node.nodeType === 3) own = plain(node.nodeValue ?? '')
      if (node.nodeType === 1) {
        const inner = look(node as HTMLElement)
        own = inner.text
        holds ||= inner.holds
      }
      text = text === undefined || own === undefined ? undefined : text.endsWith(' ') ? text + own.trimStart() : text + own
      if (text !== undefined && text.length > longest) text = undefined
    }
    const title = text?.trim() ?? ''
    if (!holds && title !== '' && tags.has(element.tagName) && titles.has(title) && element.offsetHeight > 0) {
      found.set(title, [...(found.get(title) ?? []), element])
      holds = true
    }
    return { text, holds }
  }
  look(body)
  return found
}

function storyElement(title: HTMLElement, titles: readonly HTMLElement[]): HTMLElement {
  let element = title
  for (let parent = element.parentElement; parent !== null; parent = element.parentElement) {
    const around = parent
    if (around.tagName === 'BODY' || titles.some((other) => other !== title && around.contains(other))) break
    // The name of the newsletter or of a section belongs to no story.
    if ([...around.querySelectorAll('h1, h2')].some((heading) => !heading.contains(title) && !title.contains(heading))) break
    element = around
  }
  return element
}

/** Text as a reader sees it. */
function squash(text: string): string {
  return plain(text).trim()
}

function plain(text: string): string {
  return text.replace(/[\u200b-\u200d\u00ad\ufeff]/g, '').replace(/\s+/g, ' ')
}
