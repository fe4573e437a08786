import type { ElementNode } from '../html/document.ts'
import { findColour, hexOf } from '../css/colour.ts'
import { verdictOf } from '../support/notes.ts'
import { ownFeatures } from '../support/own.ts'
import { type Feature, featureOf } from '../support/table.ts'
import { type Use, usesOf } from '../support/uses.ts'
import type { View } from '../support/gaps.ts'
import type { ClientProfile } from './client.ts'
import type { Edits } from './edits.ts'

/** Rows that change nothing to see, or that a profile deals with itself. */
const passedOver = new Set(
  'html-target html-lang html-role html-doctype html-semantics html-meta-color-scheme html-anchor-links html-dir html-aria-hidden html-aria-label html-aria-labelledby html-aria-describedby html-aria-live html-mailto-links css-comments css-nesting html-style html-body html-picture css-selector-chaining html-link html-base image-gif image-apng'.split(' '),
)

/** Elements that go with all they hold; of others only the tags go. */
const wholly = new Set(['script', 'style', 'iframe', 'object', 'svg', 'audio', 'select', 'textarea', 'embed', 'applet', 'meter', 'progress'])

/** Takes away what the support table says a client lacks. */
export function applyTable(view: View, profile: ClientProfile, edits: Edits): void {
  for (const use of usesOf(view.document, view.inline, view.sheets)) {
    if (passedOver.has(use.slug)) continue
    const reason = reasonAgainst(use, profile)
    if (reason !== undefined) takeAway(use, view, edits, reason)
  }
}

/** Why a client drops a use; nothing when it keeps it. */
function reasonAgainst(use: Use, profile: ClientProfile): string | undefined {
  const own = ownFeatures[use.slug]
  if (own !== undefined) return own.lacking?.includes(profile.client) ?? true ? own.source : undefined
  const feature = featureOf(use.slug)
  const cell = feature?.cells.find(({ client, column }) => client === profile.client && column === profile.column)
  if (feature === undefined || cell === undefined) return undefined
  const verdict = verdictOf(use, feature, cell)
  return verdict.support === 'no' ? explain(feature, verdict.notes) : undefined
}

function explain(feature: Feature, notes: readonly string[]): string {
  const said = notes.length === 0 ? 'not supported' : notes.join(' ').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  return `${said} (caniemail.com, tested ${feature.tested})`
}

function takeAway(use: Use, view: View, edits: Edits, why: string): void {
  const { element, start, end } = use
  const source = view.document.source
  switch (use.kind) {
    case 'property':
    case 'value':
      if (use.label === '!important') edits.replace(start, end, source.slice(start, end).replace(/\s*!\s*important/i, ''))
      else takeDeclaration(use, edits, source, why)
      return
    case 'at-rule':
      edits.remove(start, end, `@${/^@([\w-]+)/.exec(source.slice(start, end))?.[1] ?? 'rule'} ${use.value ?? ''}`.trim(), why)
      return
    case 'selector':
      edits.remove(start, ruleEnd(source, start), `rule for ${use.value ?? use.label}`, why)
      return
    case 'attribute':
      edits.remove(start, end, `${use.label}="${use.value ?? ''}"`, why)
      return
    case 'image':
      edits.replace(start, end, 'src=""', { what: `picture of kind ${use.label}`, why })
      return
    case 'element':
      takeElement(element, edits, why)
  }
}

/** Word keeps the colour of a background and drops the rest of it. */
function takeDeclaration(use: Use, edits: Edits, source: string, why: string): void {
  const what = `${use.property ?? ''}:${use.value ?? ''}`
  const colour = use.property === 'background' ? findColour(use.value ?? '') : undefined
  const text = colour === undefined ? '' : `background-color:${hexOf(colour)};`
  // The semicolon after it would be left alone.
  const end = source[use.end] === ';' ? use.end + 1 : use.end
  edits.replace(use.start, end, text, { what, why })
}

function takeElement(element: ElementNode, edits: Edits, why: string): void {
  const what = `<${element.tag}>`
  if (wholly.has(element.tag)) {
    edits.remove(element.start, element.end, what, why)
    return
  }
  edits.remove(element.start, element.openEnd, what, why)
  if (element.closeStart < element.end) edits.replace(element.closeStart, element.end, '')
}

function ruleEnd(source: string, start: number): number {
  const end = source.indexOf('}', start)
  return end === -1 ? source.length : end + 1
}
