/** Headers that every response carries. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** The page itself: its own files, no one may frame it, and it may frame nothing but itself. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * A message: nothing in it runs, submits or navigates, whatever it holds. It may be styled by its own style sheets,
 * and shows pictures from this server; pictures from elsewhere only when the editor asks for them. `sandbox` keeps
 * that true when the address is opened in a tab of its own. The origin is kept so that the page can look into the
 * frame; without scripts the frame cannot look back.
 */
export function messagePolicy(remotePictures: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'none'",
    `img-src 'self' data:${remotePictures ? ' https: http:' : ''}`,
    "style-src 'unsafe-inline'",
    `font-src ${remotePictures ? 'https: data:' : 'data:'}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-same-origin',
  ].join('; ')
}

/** Files that are only to be read: a picture, the source, the raw message. */
export const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'none'"

/**
 * The page of an export, which no server sends: a frame without an address of its own inherits it, so it also allows
 * what a message may have. Scripts come from the folder of the export alone.
 */
export const exportPolicy = [
  "default-src 'none'",
  "script-src 'self' file:",
  "style-src 'self' file: 'unsafe-inline'",
  "img-src 'self' data: file: https: http:",
  "font-src data: https:",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ')
