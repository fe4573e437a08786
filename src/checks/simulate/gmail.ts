import type { CssNode } from '../css/sheet.ts'
import { attributeOf, closest, nodesOf } from '../html/query.ts'
import type { View } from '../support/gaps.ts'
import type { ClientProfile } from './client.ts'
import type { Edits } from './edits.ts'

/** Characters of style sheets, all blocks together, after which Gmail drops every one of them (email-bugs #90). */
export const gmailStyleLimit = 16_384

/** Bytes of HTML after which Gmail cuts a message off. */
export const gmailClip = 102_400

const web: Omit<ClientProfile, 'client' | 'column' | 'fidelity' | 'dark'> = { word: false, alter: alterGmail }

export const gmailWeb: ClientProfile = {
  ...web,
  client: 'gmail-web',
  column: 'gmail.desktop-webmail',
  dark: 'none',
  fidelity: {
    level: 'fair',
    note: 'Styles are filtered as Gmail filters them. The prefixes it gives classes and ids, its own fonts and its link colours are not shown.',
  },
}

export const gmailApp: ClientProfile = {
  ...web,
  client: 'gmail-app',
  column: 'gmail.ios',
  dark: 'full',
  fidelity: {
    level: 'fair',
    note: 'Styles are filtered as the apps filter them. The iOS app inverts colours in the dark; the Android app only light backgrounds.',
  },
}

export const gmailOther: ClientProfile = {
  ...web,
  client: 'gmail-other',
  column: 'gmail.ios',
  dark: 'full',
  alter: alterOtherAccount,
  fidelity: {
    level: 'fair',
    note: 'The Gmail app with an account of another provider: no style sheet, so no phone layout and no dark styles.',
  },
}

function alterGmail(view: View, edits: Edits): void {
  const total = view.sheets.reduce((sum, sheet) => sum + sheet.text.length, 0)
  for (const sheet of view.sheets) {
    const { start, end } = sheet.element
    const fatal = fatalStyle(sheet.nodes)
    if (total > gmailStyleLimit) {
      edits.remove(start, end, '<style> block', `all style sheets together have ${total} characters; Gmail drops them all after ${gmailStyleLimit} (email-bugs #90)`)
    } else if (closest(sheet.element, (parent) => parent.tag === 'body') !== undefined) {
      edits.remove(start, end, '<style> block', 'Gmail reads style sheets in <head> only')
    } else if (fatal !== undefined) {
      edits.remove(start, end, '<style> block', `${fatal.what} makes Gmail drop the whole block (${fatal.source})`)
    }
  }
  dropBadAttributes(view, edits)
  dropComments(view, edits)
  for (const element of view.document.elements) {
    if (!/^(nav|main|details|summary|picture|source|track)$/.test(element.tag)) continue
    edits.replace(element.start, element.openEnd, '<u></u>', { what: `<${element.tag}>`, why: 'Gmail puts <u></u> in its place' })
    if (element.closeStart < element.end) edits.replace(element.closeStart, element.end, '<u></u>')
  }
  clip(view, edits)
}

function alterOtherAccount(view: View, edits: Edits): void {
  for (const { element } of view.sheets) {
    edits.remove(element.start, element.end, '<style> block', 'not supported with accounts of other providers')
  }
  alterGmail({ ...view, sheets: [] }, edits)
}

/** What makes Gmail drop a whole block, and where it stands. */
export interface FatalStyle {
  what: string
  source: string
  start: number
  end: number
}

const spacedColour = /\b(?:rgba?|hsla?)\(\s*[\d.]+(?:%|deg)?\s+[\d.]+|\b(?:lab|lch|oklab|oklch)\(/i

/** Whether a value holds a colour in a notation that makes Gmail drop everything around it. */
export function fatalColour(value: string): boolean {
  return spacedColour.test(value)
}

/** The first construct of a style sheet that makes Gmail drop the sheet (email-bugs #21, #160; caniemail css-rgba). */
export function fatalStyle(nodes: readonly CssNode[], nested = false): FatalStyle | undefined {
  for (const node of nodes) {
    if (node.kind === 'at' && nested) return { what: `@${node.name} inside another at-rule`, source: 'email-bugs #21', start: node.start, end: node.end }
    const colour = node.declarations.find((declaration) => spacedColour.test(declaration.value))
    if (colour !== undefined) return { what: `the colour in ${colour.property}: ${colour.value}`, source: 'email-bugs #160', start: colour.start, end: colour.end }
    const inner = fatalStyle(node.rules, nested || node.kind === 'at')
    if (inner !== undefined) return inner
  }
  return undefined
}

/** The same colours in a style attribute cost the whole attribute. */
function dropBadAttributes(view: View, edits: Edits): void {
  for (const element of view.document.elements) {
    const style = attributeOf(element, 'style')
    const bad = view.inline.of(element).find((declaration) => spacedColour.test(declaration.value))
    if (style !== undefined && bad !== undefined) {
      edits.remove(style.start, style.end, 'style attribute', `the colour in ${bad.property}: ${bad.value} makes Gmail drop the whole attribute`)
    }
  }
}

/** A conditional comment that shows its content to others than Word is two comments to them, with the content between. */
function dropComments(view: View, edits: Edits): void {
  const { root, source } = view.document
  // The scanner counts a doctype among the comments.
  for (const { kind, start, end } of nodesOf(root)) if (kind === 'comment' && source.startsWith('<!--', start)) edits.replace(start, end, '')
}

/** Gmail shows the first part and a link to the rest. */
function clip(view: View, edits: Edits): void {
  const { source } = view.document
  if (Buffer.byteLength(source) <= gmailClip) return
  const cut = offsetOfByte(source, gmailClip)
  const tagEnd = source.lastIndexOf('<', cut)
  edits.replace(tagEnd, source.length, '<p>[Message clipped] View entire message</p>', {
    what: 'the end of the message',
    why: `Gmail cuts a message after ${gmailClip} bytes`,
  })
}

/** Offset of the character that holds a byte of the UTF-8 form. */
export function offsetOfByte(text: string, byte: number): number {
  return Buffer.from(text).subarray(0, byte).toString('utf8').replace(/\ufffd$/, '').length
}
