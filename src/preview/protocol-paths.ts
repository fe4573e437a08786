/** How a message is looked at, as far as the server has a part in it. */
export interface FrameChoice {
  /** Key of the recipient. */
  to: string
  /** Client whose view is shown; empty for the message as it is sent. */
  client: string
  mode: 'light' | 'authored' | 'forced'
  /** Pictures are blocked. */
  blocked: boolean
  /** Pictures from elsewhere are loaded. */
  remote: boolean
}

/** The recipient that needs no mention: the newsletter itself. */
const nobody = 'sample'

/** Field of the answer to `framePath` with the version of the message, as in its issue's view. */
export const versionHeader = 'X-Gazette-Version'

/** Path of everything that does not belong to one issue. */
export const overviewPath = '/api/overview'

/** Path of one issue as one recipient sees it. */
export function issuePath(slug: string, to: string): string {
  return `/api/issues/${encodeURIComponent(slug)}${recipientQuery(to)}`
}

/** Path of what the clients take away from a message. */
export function lossesPath(slug: string, to: string): string {
  return `/api/clients/${encodeURIComponent(slug)}${recipientQuery(to)}`
}

/** Path of another form of the message. */
export function messagePath(form: 'source' | 'raw', slug: string, to: string): string {
  return `/${form}/${encodeURIComponent(slug)}${recipientQuery(to)}`
}

/** Path of the HTML that a frame shows. */
export function framePath(slug: string, choice: FrameChoice): string {
  const query = new URLSearchParams()
  if (choice.to !== nobody) query.set('to', choice.to)
  if (choice.client !== '') query.set('client', choice.client)
  // A forced dark is made in the frame, from the same HTML.
  if (choice.mode === 'authored') query.set('mode', choice.mode)
  if (choice.blocked) query.set('pictures', 'off')
  if (choice.remote) query.set('remote', 'on')
  const text = query.toString()
  return `/frame/${encodeURIComponent(slug)}${text === '' ? '' : `?${text}`}`
}

function recipientQuery(to: string): string {
  return to === nobody ? '' : `?to=${encodeURIComponent(to)}`
}
