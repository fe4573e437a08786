/**
 * What the server of the preview and its page say to each other. The static export holds the same values in files, so
 * nothing here may depend on a server being there.
 */

import type { SimulatedClient } from '../model/mail-client.ts'

export type Severity = 'error' | 'warning' | 'info'

/** A diagnostic with all that the page needs to show it. */
export interface Finding {
  /** The same for the same finding in the next build, so that it can be linked to. */
  id: string
  code: string
  severity: Severity
  message: string
  hint?: string
  file?: string
  line?: number
  column?: number
  /** The line at fault with its neighbour and a caret. */
  excerpt?: string[]
  /** Stage of the pipeline that found it. */
  stage: string
  /** What it is about, for grouping. */
  topic: string
  /** Why it matters and what to do: the explanation of its code. */
  about: string
  /** Slug of the story that it is about. */
  story?: string
  /** Number of the element of the HTML that it is about; a frame marks it `data-gazette-element`. */
  element?: number
}

/** An issue in the list. */
export interface IssueRow {
  slug: string
  number?: number
  date: string
  subject?: string
  state: 'draft' | 'checked' | 'broken' | 'sent'
  /** Bytes of HTML, once known. */
  bytes?: number
}

/** Everything that does not belong to one issue. */
export interface Overview {
  newsletter: string
  version: string
  /** Nothing may be written: the page is shown to another machine, or is an export. */
  readOnly: boolean
  issues: IssueRow[]
  /** Slug of the issue that a page without a choice shows. */
  current: string
  recipients: RecipientRow[]
  clients: ClientRow[]
  /** How much of subject and preheader the lists of inboxes show. */
  inbox: InboxGuide[]
  /** Recipients of the list beyond those in `recipients`. */
  moreRecipients: number
  /** Name of the list, when there is one. */
  list?: string
}

/** Somebody to see the message as. */
export interface RecipientRow {
  key: string
  label: string
  /** Why this one is worth looking at, or the address. */
  note: string
  kind: 'specimen' | 'row'
}

export interface StageRow {
  name: string
  about: string
  milliseconds: number
  findings: number
  ran: boolean
}

export interface StoryRow {
  slug: string
  title: string
  url?: string
  section: string
  /** File of the article, relative to the newsletter folder. */
  file: string
  lead: boolean
  featured: boolean
  sponsored: boolean
  blurb: { text: string; words: number; budget: number; method: string }
}

export interface SectionRow {
  name: string
  /** Slugs, in order; the lead story stands in its section. */
  stories: string[]
}

/** One issue as it is now. */
export interface IssueView {
  slug: string
  /** Path of its file; empty while the issue is only a draft that Gazette made up. */
  file: string
  /** Goes up with every build of any issue. */
  revision: number
  /** What keeps the issue from being built. While there is any, `message` is the last good one. */
  problems: Finding[]
  findings: Finding[]
  /** The findings of this build are not known yet; `judged` will say when they are. */
  judging: boolean
  stages: StageRow[]
  /** Milliseconds the build took. */
  took: number
  sections: SectionRow[]
  stories: StoryRow[]
  /** How the issue chooses its articles. */
  choice: 'list' | 'query' | 'automatic'
  /** Absent until a build succeeds. */
  message?: MessageView
}

export interface MessageView {
  /** Changes when the bytes do, or what findings mark in them. */
  version: string
  from: Mailbox
  to: Mailbox
  subject: string
  preheader: string
  /** What a list shows after the subject: the beginning of the message's words, hidden ones too. */
  snippet: string
  date: string
  headers: { name: string; value: string }[]
  text: string
  size: MessageSize
  /** Hosts that pictures would be loaded from if they were allowed to. */
  remotePictures: string[]
  /** Fields of the recipient that the message shows. */
  slots: string[]
  /** Fields because of which this recipient could not be mailed. */
  unusable: { field: string; reason: string }[]
}

/** Bytes. */
export interface MessageSize {
  html: number
  text: number
  message: number
  /** Gmail cuts a message after so much HTML. */
  clip: number
  /** HTML of each story, in the order of the message. */
  stories: { slug: string; bytes: number }[]
  /** Stories of usual size that would still fit. */
  room: number
}

/** A mail program whose view of a message can be shown. */
export interface ClientRow {
  client: SimulatedClient
  name: string
  fidelity: { level: 'high' | 'fair' | 'rough'; note: string }
  /** What it does on a dark screen: leaves the message alone, follows its styles, or changes colours itself. */
  dark: 'none' | 'authored' | 'partial' | 'full'
}

/** What each mail program takes away from a message. */
export type ClientLosses = Record<SimulatedClient, ClientLoss[]>

/** Roughly how many characters of a subject and a preheader a client's list shows. */
export interface InboxGuide {
  client: string
  /** In the list of a phone. */
  phone: boolean
  subject: number
  preheader: number
  /** Both share one line: the preheader gets what the subject leaves. */
  shared: boolean
}

/** Something that a client takes away or changes. */
export interface ClientLoss {
  what: string
  why: string
  /** Numbers under which a frame marks the elements that lost it, `data-gazette-lost`. */
  places: number[]
  /** Offset of the first one in the HTML. */
  start: number
}

export interface Mailbox {
  name: string
  address: string
}

/** What arrives over the event stream. */
export type LiveEvent =
  /** The line is open; another `run` than before means that the preview was started anew. */
  | { type: 'hello'; run: string; revision: number }
  /** Files changed and a build has begun. */
  | { type: 'building'; files: string[] }
  /** The findings of a build are there. */
  | { type: 'judged'; slug: string; revision: number }
  /** Something came into the test inbox, or went from it. */
  | { type: 'mail' }
  | { type: 'built'; slug: string; revision: number; files: string[]; milliseconds: number; problems: number }
