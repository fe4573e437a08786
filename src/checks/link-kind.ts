/** What the target of a link is. */
export type LinkKind =
  | { kind: 'web'; url: URL }
  | { kind: 'anchor'; name: string }
  | { kind: 'other'; scheme: string }
  | { kind: 'forbidden'; scheme: string }
  | { kind: 'placeholder' }
  | { kind: 'malformed'; reason: string; better?: string }

const allowed = new Set(['mailto', 'tel', 'sms', 'facetime', 'webcal', 'geo', 'maps', 'xmpp', 'cid'])
const placeholder = /^(#|https?:\/{0,2}|about:blank|javascript:(void\(0\)|;)?;?|todo|tbd|tk|xxx|url|link|\[(url|link|insert[^\]]*)\]|https?:\/\/(www\.)?(your-?(site|domain|website|company)|yoursite|yourdomain|sitename)\.[a-z]+\/?.*)$/i

/** Sorts the target of a link. */
export function linkKind(href: string): LinkKind {
  const text = href.trim()
  if (text === '' || placeholder.test(text)) return { kind: 'placeholder' }
  if (text.startsWith('#')) return { kind: 'anchor', name: text.slice(1) }
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) {
    const host = /^\/*((?:[\w-]+\.)+[a-z]{2,}(?:[/:?].*)?)$/i.exec(text)?.[1]
    return { kind: 'malformed', reason: 'it has no https:// in front', ...(host === undefined ? {} : { better: `https://${host}` }) }
  }
  if (scheme === 'http' || scheme === 'https') return webLink(text)
  return allowed.has(scheme) ? { kind: 'other', scheme } : { kind: 'forbidden', scheme }
}

function webLink(text: string): LinkKind {
  if (/\s/.test(text)) return { kind: 'malformed', reason: 'it holds a space', better: text.replaceAll(/\s+/g, '%20') }
  const slashes = /^https?:(\/*)/i.exec(text)?.[1] ?? ''
  if (slashes.length !== 2) return { kind: 'malformed', reason: `${slashes.length} slashes after the colon`, better: text.replace(/^(https?:)\/*/i, '$1//') }
  if (!URL.canParse(text)) return { kind: 'malformed', reason: 'it cannot be read' }
  const url = new URL(text)
  if (/^https?$/i.test(url.hostname)) return { kind: 'malformed', reason: 'https:// stands there twice', better: text.replace(/^https?:\/\/(https?):?\/*/i, '$1://') }
  const named = url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[')
  return named ? { kind: 'web', url } : { kind: 'malformed', reason: `${url.hostname} is no name of a host` }
}
