import type { IssueView, Overview } from '../../protocol.ts'
import { copy, mayWrite, openFile } from '../lib/actions.ts'
import { currentIssue } from '../lib/data.ts'
import { redo, undo } from '../desk/desk-data.ts'
import type { Command } from '../lib/keys.ts'
import { go, place } from '../lib/navigate.ts'
import { modes, type Panel, type Place, views, type View } from '../lib/place.ts'
import { folded } from '../lib/room.ts'
import { createStore } from '../lib/store.ts'

export const paletteOpen = createStore(false)
export const keysOpen = createStore(false)

export function openPalette(): void {
  paletteOpen.set(true)
}

export function openKeys(): void {
  keysOpen.set(true)
}

/** As the system, light, dark, and around again. */
export function nextTheme(): void {
  const order = ['auto', 'light', 'dark'] as const
  go({ theme: after(order, place.get().theme) })
}

function after<T>(order: readonly T[], current: T, step = 1): T {
  const index = order.indexOf(current)
  return order[(index + step + order.length) % order.length] ?? current
}

const viewNames: Record<View, string> = {
  message: 'Message',
  inbox: 'Inbox row',
  clients: 'All clients',
  text: 'Plain text',
  source: 'HTML source',
  headers: 'Headers',
  raw: 'Raw message',
  mail: 'Test inbox',
}

const panelNames: Record<Panel, string> = { checks: 'Checks', desk: 'Desk', people: 'Recipients', client: 'Client', pipeline: 'Pipeline', send: 'Test send' }
const panelKeys: Record<Panel, string> = { checks: 'c', desk: 'f', people: 'v', client: 'g', pipeline: 'l', send: 's' }

const deskCommands: readonly Command[] = [
  { id: 'undo', label: 'Undo the latest change', key: 'u', group: 'Desk', run: () => { void undo() } },
  { id: 'redo', label: 'Make it again', key: 'U', group: 'Desk', run: () => { void redo() } },
]

const widths = [320, 375, 600, 1280, 0]

/** Everything the page can do where it stands now. */
export function commandsOf(here: Place, shelf: Overview | undefined, shown: IssueView | undefined): Command[] {
  const issues = shelf?.issues.map((row) => row.slug) ?? []
  const people = [...new Set(shelf?.recipients.map((recipient) => recipient.key) ?? [])]
  const clients = ['', ...(shelf?.clients.map(({ client }) => client) ?? [])]
  const findings = shown?.findings ?? []
  const toIssue = (step: number): void => {
    go({ issue: after(issues, currentIssue(), step), story: '', finding: '' })
  }
  const toFinding = (step: number): void => {
    const order = findings.map((finding) => finding.id)
    const next = here.finding === '' ? (step > 0 ? order[0] : order.at(-1)) : after(order, here.finding, step)
    const found = findings.find((finding) => finding.id === next)
    if (found !== undefined) go({ finding: found.id, story: found.story ?? here.story, panel: 'checks' })
  }
  const file = shown?.stories.find((story) => story.slug === here.story)?.file ?? shown?.file
  return [
    ...views.filter((view) => view !== 'mail' || mayWrite()).map((view, index): Command => ({ id: `view-${view}`, label: viewNames[view], key: String(index + 1), group: 'View', run: () => { go({ view }) } })),
    { id: 'widths', label: 'Next width: 320, 375, 600, 1280, fitting', key: 'w', group: 'Width', run: () => { go({ width: after(widths, here.width), view: 'message' }) } },
    { id: 'rotate', label: 'Turn the device', key: 'r', group: 'Width', run: () => { go({ rotated: !here.rotated }) } },
    { id: 'pair', label: 'Phone and desktop side by side', key: 'o', group: 'Width', run: () => { go({ pair: !here.pair, view: 'message' }) } },
    { id: 'client', label: 'Next client', key: 'm', group: 'Client', run: () => { go({ client: after(clients, here.client), view: 'message', loss: 0 }) } },
    { id: 'phone', label: 'Inbox and thumbnails as on a phone', key: 'h', group: 'Client', run: () => { go({ phone: !here.phone }) } },
    { id: 'dark', label: 'Light, dark as written, dark as forced', key: 'd', group: 'Client', run: () => { go({ mode: after(modes, here.mode) }) } },
    { id: 'pictures', label: 'Pictures on or blocked', key: 'i', group: 'Client', run: () => { go({ blocked: !here.blocked }) } },
    { id: 'remote', label: 'Load pictures from elsewhere', group: 'Client', run: () => { go({ remote: !here.remote }) } },
    { id: 'finding-next', label: 'Next finding', key: 'j', group: 'Findings', run: () => { toFinding(1) } },
    { id: 'finding-before', label: 'Finding before', key: 'k', group: 'Findings', run: () => { toFinding(-1) } },
    { id: 'issue-newer', label: 'Newer issue', key: '[', group: 'Issues', run: () => { toIssue(-1) } },
    { id: 'issue-older', label: 'Older issue', key: ']', group: 'Issues', run: () => { toIssue(1) } },
    { id: 'person-before', label: 'Recipient before', key: ',', group: 'Recipients', run: () => { go({ to: after(people, here.to, -1) }) } },
    { id: 'person-next', label: 'Next recipient', key: '.', group: 'Recipients', run: () => { go({ to: after(people, here.to) }) } },
    ...(Object.keys(panelNames) as Panel[]).map((panel): Command => ({ id: `panel-${panel}`, label: panelNames[panel], key: panelKeys[panel], group: 'Panel', run: () => { go({ panel }) } })),
    { id: 'panel-none', label: 'Show or hide the panel', key: 'x', group: 'Panel', run: () => { go({ panel: here.panel === 'none' ? 'checks' : 'none' }) } },
    ...(mayWrite() ? deskCommands : []),
    { id: 'issues', label: 'Show or hide the issues', key: 'b', group: 'Page', run: () => { go(folded(here)) } },
    { id: 'theme', label: 'Colours of this page', key: 't', group: 'Page', run: nextTheme },
    { id: 'open', label: 'Open the story or issue in your editor', key: 'e', group: 'Page', run: () => { openFile(file) } },
    { id: 'copy', label: 'Copy a link to what you see', key: 'y', group: 'Page', run: () => { copy(location.href, 'The link is copied.') } },
    { id: 'palette', label: 'Find and do', key: 'p', group: 'Page', run: openPalette },
    { id: 'keys', label: 'Keys', key: '?', group: 'Page', run: openKeys },
    ...(shelf?.issues ?? []).map((row): Command => ({ id: `issue-${row.slug}`, label: row.subject ?? row.slug, group: 'Issue', run: () => { go({ issue: row.slug, story: '', finding: '' }) } })),
    ...(shelf?.recipients ?? []).map((recipient): Command => ({ id: `to-${recipient.key}`, label: `See as ${recipient.label}`, group: 'Recipient', run: () => { go({ to: recipient.key }) } })),
    ...(shelf?.clients ?? []).map(({ client, name }): Command => ({ id: `client-${client}`, label: `See in ${name}`, group: 'Client', run: () => { go({ client, view: 'message', panel: 'client', loss: 0 }) } })),
    ...(shown?.stories ?? []).map((story): Command => ({ id: `story-${story.slug}`, label: story.title, group: 'Story', run: () => { go({ story: story.slug, view: 'message' }) } })),
    ...findings.map((finding): Command => ({ id: `finding-${finding.id}`, label: finding.message, group: 'Finding', run: () => { go({ finding: finding.id, panel: 'checks', story: finding.story ?? here.story }) } })),
  ]
}
