import type { DeskEdit } from '../model/desk.ts'

/** An issue as the desk shows it, and the state of the files that it was read from. */
export interface Desk {
  slug: string
  /** The file, whether it is there yet or not. */
  file: string
  exists: boolean
  /** How the issue chooses its articles. Anything but a list becomes one with the first move. */
  choice: 'list' | 'query' | 'automatic'
  subject: Line
  preheader: Line
  sections: DeskSection[]
  /** Articles that no issue uses, the newest first. */
  tray: TrayRow[]
  /** Unused articles beyond those in `tray`. */
  moreInTray: number
  /** Hash of each file as it was read; empty for one that is not there. */
  seen: Record<string, string>
  history: History
}

/** A line of the front matter. */
export interface Line {
  /** Empty when Gazette makes it up. */
  written: string
  shown: string
}

export interface DeskSection {
  name: string
  stories: DeskStory[]
}

export interface DeskStory {
  slug: string
  title: string
  file: string
  /** It opens the issue. */
  lead: boolean
  featured: boolean
  sponsored: boolean
  blurb: DeskBlurb
}

export interface DeskBlurb {
  /** As readers see it. */
  text: string
  /** As it is written into the article, in Markdown. */
  source: string
  words: number
  budget: number
  /** `editor` for one that stands in the article. */
  method: string
}

export interface TrayRow {
  slug: string
  title: string
  date: string
  /** Section it goes into by itself. */
  section: string
  source?: string
}

export interface History {
  /** What can be undone, the latest last. */
  done: string[]
  /** What can be made again, the next first. */
  undone: string[]
  /** What the latest step changed. */
  diff: FileDiff[]
}

export interface FileDiff {
  file: string
  /** Stretches of changed lines with their neighbours. */
  stretches: { kind: 'same' | 'out' | 'in'; text: string; line: number }[][]
}

/** What the page asks for. */
export interface EditRequest {
  edit: DeskEdit
  /** Hashes of the files as the page saw them. */
  seen: Record<string, string>
}

export interface Measured {
  text: string
  words: number
}

/** What an editor looks at to word a story. */
export interface StoryText {
  /** The article's Markdown, or its beginning. */
  article: string
  isCut: boolean
  offered: OfferedBlurb[]
}

/** A blurb to choose. */
export interface OfferedBlurb {
  kind: 'written' | 'description' | 'best' | 'shorter' | 'lead' | 'different'
  text: string
  /** As it would be written into the article; empty for the one that Gazette takes by itself. */
  source: string
  words: number
  /** Stretches of the article that it was taken from, in UTF-16 units. */
  marks: { start: number; end: number }[]
}
