import { stat } from 'node:fs/promises'
import { readList } from '../audience/list.io.ts'
import type { Newsletter } from '../config/newsletter.ts'
import type { Recipient } from '../model/recipient.ts'
import type { RecipientFields, Stencil } from '../model/stencil.ts'
import { sampleFields } from '../app/publication.ts'
import type { RecipientRow } from './protocol.ts'

/** Rows of a list that are offered; more would make the page slow and are found with other tools. */
const offered = 500

/** Fields that Gazette fills in itself. */
const own = new Set(['email', 'name', 'date', 'messageId', 'unsubscribeUrl', 'viewUrl', 'returnPath', 'feedbackId'])

/** A list of recipients: absolute path, and its name. */
export interface ListFile {
  path: string
  file: string
}

interface Specimen {
  key: string
  label: string
  note: string
  /** Value of a field; undefined leaves it out. */
  value: (field: string) => string | undefined
}

const names: Record<string, Record<string, string>> = {
  longest: { name: 'Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley', first: 'Wilhelmina-Alexandrina', last: 'Featherstonehaugh-Cholmondeley' },
  arabic: { name: 'نور الهدى عبد الرحمن', first: 'نور الهدى', last: 'عبد الرحمن' },
  japanese: { name: '小鳥遊 明日香', first: '明日香', last: '小鳥遊' },
  marks: { name: `Seán "Ó" <b>D'Arcy</b> & Søn`, first: 'Seán <b>&amp;</b>', last: "Ó D'Arcy" },
}

const specimens: readonly Specimen[] = [
  { key: 'nobody', label: 'No name', note: 'every field empty, so that defaults show', value: () => undefined },
  { key: 'longest', label: 'Longest name', note: 'does the greeting wrap?', value: (field) => nameFor('longest', field) ?? 'a rather long value that goes on for a while' },
  { key: 'arabic', label: 'Arabic name', note: 'written from right to left', value: (field) => nameFor('arabic', field) },
  { key: 'japanese', label: 'Japanese name', note: 'characters without spaces', value: (field) => nameFor('japanese', field) },
  { key: 'marks', label: 'Name with marks', note: 'quotes, brackets and an ampersand', value: (field) => nameFor('marks', field) },
]

function nameFor(specimen: string, field: string): string | undefined {
  const set = names[specimen]
  const folded = field.toLowerCase()
  if (/last|family|sur/.test(folded)) return set?.['last']
  if (/first|given|salut|nick/.test(folded)) return set?.['first']
  return folded.includes('name') ? set?.['name'] : undefined
}

/** Fields of the recipient that a message has slots for, apart from those that Gazette fills in itself. */
export function ownSlots(stencil: Stencil): string[] {
  return [...new Set(stencil.slots.map((slot) => slot.field))].filter((field) => !own.has(field))
}

/** The people to look through. */
export class Recipients {
  #rows: Recipient[] = []
  #beyond = 0
  #longest: Recipient | undefined
  /** What the rows were read from and for. */
  #read = ''

  /**
   * Reads the rows of a list, unless neither the file nor the fields of the message changed since.
   *
   * @throws UsageError when it cannot be used
   */
  async read({ path, file }: ListFile, stencil: Stencil | undefined): Promise<void> {
    const { mtimeMs, size } = await stat(path).catch(() => ({ mtimeMs: 0, size: 0 }))
    const read = [mtimeMs, size, ...(stencil === undefined ? [] : ownSlots(stencil))].join(' ')
    if (read === this.#read) return
    this.#read = read
    const fields = ['name', ...(stencil === undefined ? [] : ownSlots(stencil))]
    const rows: Recipient[] = []
    let longest: Recipient | undefined
    let beyond = 0
    for await (const batch of readList(path, file, fields.map((field) => ({ field, required: false })), () => undefined)) {
      const room = offered - rows.length
      rows.push(...batch.recipients.slice(0, room))
      beyond += Math.max(0, batch.recipients.length - Math.max(0, room))
      for (const row of batch.recipients) if (lengthOfName(row) > lengthOfName(longest)) longest = row
    }
    this.#longest = longest
    this.#rows = rows
    this.#beyond = beyond
  }

  /** Rows beyond the ones that are offered. */
  get beyond(): number {
    return this.#beyond
  }

  rows(newsletter: Newsletter): RecipientRow[] {
    const sample: RecipientRow = { key: 'sample', label: 'The newsletter itself', note: `as built: ${newsletter.from.address}`, kind: 'specimen' }
    const longest = this.#longest
    return [
      sample,
      ...(longest === undefined ? [] : [{ key: `row-${longest.line}`, label: 'Longest name on the list', note: nameOf(longest.fields) ?? longest.address.address, kind: 'specimen' as const }]),
      ...specimens.map(({ key, label, note }): RecipientRow => ({ key, label, note, kind: 'specimen' })),
      ...this.#rows.map((row): RecipientRow => {
        const name = nameOf(row.fields)
        return { key: `row-${row.line}`, label: name ?? row.address.address, note: name === undefined ? `line ${row.line}` : row.address.address, kind: 'row' }
      }),
    ]
  }

  /** The fields of a recipient; undefined when there is none of that key. */
  fields(key: string, newsletter: Newsletter, stencil: Stencil): RecipientFields | undefined {
    if (key === 'sample') return sampleFields(newsletter)
    const specimen = specimens.find((candidate) => candidate.key === key)
    if (specimen !== undefined) {
      const values = ['name', ...ownSlots(stencil)].flatMap((field): [string, string][] => {
        const value = specimen.value(field)
        return value === undefined ? [] : [[field, value]]
      })
      return { email: 'reader@example.com', ...Object.fromEntries(values) }
    }
    const row = [...this.#rows, ...(this.#longest === undefined ? [] : [this.#longest])].find((candidate) => `row-${candidate.line}` === key)
    return row === undefined ? undefined : { email: row.address.address, ...row.fields }
  }
}

function lengthOfName(row: Recipient | undefined): number {
  return row === undefined ? 0 : (nameOf(row.fields) ?? '').length
}

function nameOf(fields: RecipientFields): string | undefined {
  const joined = [fields['firstName'], fields['lastName']].filter((part) => part !== undefined).join(' ')
  return fields['name'] ?? (joined === '' ? undefined : joined)
}
