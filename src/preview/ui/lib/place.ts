/** Ways to look at the message. */
export const views = ['message', 'inbox', 'clients', 'text', 'source', 'headers', 'raw', 'mail'] as const
export type View = (typeof views)[number]

export const panels = ['checks', 'desk', 'people', 'client', 'pipeline', 'send'] as const
export type Panel = (typeof panels)[number]

/** Forms of a message in the test inbox. */
export const parts = ['html', 'text', 'headers', 'raw', 'verdicts'] as const
export type Part = (typeof parts)[number]

export const modes = ['light', 'authored', 'forced'] as const
export type Mode = (typeof modes)[number]

/** Where the page stands: everything that a person chose, and nothing else. All of it is in the address. */
export interface Place {
  /** Slug of the issue; empty for the newest. */
  issue: string
  view: View
  /** Width of the message in pixels; 0 fits it to the window. */
  width: number
  /** Width and height of the device are swapped. */
  rotated: boolean
  /** Phone and desktop side by side. */
  pair: boolean
  /** Client whose view is shown; empty for the message as it is sent. */
  client: string
  mode: Mode
  /** Pictures are blocked. */
  blocked: boolean
  /** Pictures from elsewhere are loaded. */
  remote: boolean
  /** Key of the recipient. */
  to: string
  /** Key of the recipient to compare with. */
  with: string
  panel: Panel | 'none'
  story: string
  finding: string
  /** Topic or severity of the findings that are listed; empty for all. */
  only: string
  /** Number of the loss that is pointed at in a client's view, from 1; 0 for none. */
  loss: number
  /** Inbox rows and thumbnails are those of a phone. */
  phone: boolean
  /** Id of the message in the test inbox; empty for the newest. */
  mail: string
  part: Part
  /** Line of the source that is linked to; 0 for none. */
  line: number
  /** Offset in the HTML that the source view points at; 0 for none. */
  at: number
  /** The source is shown as it is sent, not laid out. */
  exact: boolean
  /** The list of issues; `auto` folds it away where there is little room. */
  issues: 'auto' | 'open' | 'folded'
  theme: 'auto' | 'light' | 'dark'
}

export const start: Place = {
  issue: '',
  view: 'message',
  width: 0,
  rotated: false,
  pair: false,
  client: '',
  mode: 'light',
  blocked: false,
  remote: false,
  to: 'sample',
  with: '',
  panel: 'checks',
  story: '',
  finding: '',
  only: '',
  loss: 0,
  phone: false,
  mail: '',
  part: 'html',
  line: 0,
  at: 0,
  exact: false,
  issues: 'auto',
  theme: 'auto',
}

export const narrowest = 240
export const widest = 2000

/** Reads the place out of the query of an address; what makes no sense is left at its default. */
export function readPlace(query: string): Place {
  const given = new URLSearchParams(query)
  const text = (name: keyof Place): string => given.get(name) ?? String(start[name])
  const flag = (name: keyof Place): boolean => given.get(name) === '1'
  const number = (name: keyof Place, least: number, most: number): number => {
    const value = Number(given.get(name) ?? 0)
    return Number.isInteger(value) && value >= least && value <= most ? value : 0
  }
  const one = <T extends string>(name: keyof Place, allowed: readonly T[], otherwise: T): T =>
    allowed.find((value) => value === given.get(name)) ?? otherwise
  return {
    issue: text('issue'),
    view: one('view', views, start.view),
    width: number('width', narrowest, widest),
    rotated: flag('rotated'),
    pair: flag('pair'),
    client: text('client'),
    mode: one('mode', modes, start.mode),
    blocked: flag('blocked'),
    remote: flag('remote'),
    to: text('to'),
    with: text('with'),
    panel: one('panel', [...panels, 'none'], start.panel),
    story: text('story'),
    finding: text('finding'),
    only: text('only'),
    loss: number('loss', 1, 10_000_000),
    phone: flag('phone'),
    mail: text('mail'),
    part: one('part', parts, start.part),
    line: number('line', 1, 10_000_000),
    at: number('at', 1, 10_000_000),
    exact: flag('exact'),
    issues: one('issues', ['auto', 'open', 'folded'], start.issues),
    theme: one('theme', ['auto', 'light', 'dark'], start.theme),
  }
}

/** The query of a place; defaults are left out, so that an address says only what was chosen. */
export function writePlace(place: Place): string {
  const query = new URLSearchParams()
  for (const name of Object.keys(start) as (keyof Place)[]) {
    const value = place[name]
    if (value !== start[name]) query.set(name, typeof value === 'boolean' ? '1' : String(value))
  }
  const text = query.toString()
  return text === '' ? '?' : `?${text}`
}
