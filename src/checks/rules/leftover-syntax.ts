import { finding } from '../finding.ts'
import { nodesOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

/** Handlebars, Liquid, Mailchimp, Salesforce, ASP and JavaScript tags, and Gazette's own unfilled slots. */
const tags = /\{\{.*?\}\}|\{%.*?%\}|\*\|[A-Z_:]+\|\*|%%[\w.]+%%|<%.*?%>|\$\{[\w.]+\}|\[\[[\w. ]+\]\]|\bx[0-9a-f]{12}x\d+x|&lt;%.*?%&gt;/g

/** What a helper writes when it is given nothing. */
const nothings = /^(undefined|null|NaN|\[object \w+\])$/

export const leftoverSyntax = defineRule('GZ-K001', function* (context) {
  const { document, input } = context
  for (const node of nodesOf(document.root)) {
    if (node.kind === 'comment') continue
    const element = node.kind === 'text' ? node.parent : node
    if (element.tag === 'style' || element.tag === 'script') continue
    const written = node.kind === 'text' ? document.source.slice(node.start, node.end) : document.source.slice(node.start, node.openEnd)
    for (const found of leftovers(written, node.kind === 'text', context.contentWords)) {
      yield finding('GZ-K001', `${found} would reach readers as it stands`, context.placeOf(element, found), { hint: 'take it out of the template, or write it in Handlebars' })
    }
  }
  for (const line of input.text.split('\n')) {
    for (const found of leftovers(line, true, context.contentWords)) {
      yield finding('GZ-K001', `${found} would reach readers of the plain text as it stands`, { inText: [found] })
    }
  }
})

function leftovers(text: string, words: boolean, content: string): string[] {
  const found = (text.match(tags) ?? []).filter((tag) => !content.includes(tag))
  if (words && nothings.test(text.trim())) found.push(text.trim())
  return found
}
