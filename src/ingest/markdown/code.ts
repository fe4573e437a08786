import { ancestorsOf, attribute, childrenOf, isElement, isText, type PageElement, type PageNode } from '../page/dom.ts'

/** Elements that are a line of code each, where no line break says so. */
const lines = new Set(['DIV', 'P', 'LI', 'TR'])

/** A block of code as Markdown, fenced by more backticks than stand in it. */
export function codeBlock(pre: PageElement): string {
  const pieces: string[] = []
  collect(pre, pieces)
  const code = pieces.join('').replace(/^\n|\s+$/g, '')
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${languageOf(pre)}\n${code}\n${fence}`
}

function collect(node: PageNode, pieces: string[]): void {
  for (const child of childrenOf(node)) {
    if (isText(child)) pieces.push(child.textContent ?? '')
    else if (!isElement(child)) continue
    else if (child.tagName === 'BR') pieces.push('\n')
    else if (lines.has(child.tagName)) {
      endLine(pieces)
      collect(child, pieces)
      endLine(pieces)
    } else collect(child, pieces)
  }
}

function endLine(pieces: string[]): void {
  const last = pieces.findLast((piece) => piece !== '')
  if (last !== undefined && !last.endsWith('\n')) pieces.push('\n')
}

/** As highlighters write it: on the code, the `pre`, or one of the two boxes around it. */
function languageOf(pre: PageElement): string {
  for (const element of [pre.querySelector('code'), pre, ...[...ancestorsOf(pre)].slice(0, 2)]) {
    const named = /(?:^|[\s-])(?:language|lang|highlight-source)-([\w+#-]+)/.exec(attribute(element, 'class') ?? '')?.[1] ?? attribute(element, 'data-lang') ?? attribute(element, 'data-language')
    if (named !== undefined) return /^(?:text|plaintext|plain|none|nohighlight)$/i.test(named) || !/^[\w+#-]+$/.test(named) ? '' : named
  }
  return ''
}
