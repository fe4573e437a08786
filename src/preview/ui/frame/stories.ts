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
  const titles = new Map<string, HTMLElement>()
  for (const story of stories) {
    const taken = new Set(titles.values())
    const found = titleElement(root, story.title, taken)
    if (found !== undefined) titles.set(story.slug, found)
  }
  const all = [...titles.values()]
  return new Map([...titles].map(([slug, title]) => [slug, storyElement(title, all)]))
}

function titleElement(root: Document, title: string, taken: ReadonlySet<HTMLElement>): HTMLElement | undefined {
  const wanted = squash(title)
  const found = [...root.body.querySelectorAll<HTMLElement>('h1, h2, h3, h4, a, p, td, div, span, strong, b')]
    .filter((element) => !taken.has(element) && squash(element.textContent) === wanted && element.offsetHeight > 0)
    // Of elements around each other the innermost is the title itself.
    .filter((element, _index, all) => !all.some((other) => other !== element && element.contains(other)))
  return found[0]
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
  return text.replace(/[\u200b-\u200d\u00ad\ufeff]/g, '').replace(/\s+/g, ' ').trim()
}
