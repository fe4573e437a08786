import { escapeHtml } from './escape-html.ts'

/** Text for a place inside HTML text or a quoted attribute. Control characters are dropped. */
export function escapeText(value: string): string {
  return escapeHtml(withoutControls(value))
}

/** A part of an address, after a fixed beginning; nothing in it can end the part (RFC 3986, 2.2). */
export function escapeUrlPart(value: string): string {
  return encodeURIComponent(withoutControls(value).replace(/\p{Cs}/gu, '\ufffd')).replace(/[!'()*]/g, percent)
}

/**
 * The whole of an address. Only http, https, mailto and tel lead somewhere harmless; of anything else, `javascript:`
 * above all, nothing is left but `#`.
 */
export function escapeUrl(value: string): string {
  const address = withoutControls(value).trim()
  return /^(https?:|mailto:|tel:)/i.test(address) ? escapeHtml(address.replaceAll(' ', '%20')) : '#'
}

/** A value for the plain-text part; line breaks stay. */
export function escapePlain(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
}

function withoutControls(value: string): string {
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
