/** Something that a client takes away or changes. Offsets count from the start of the shipped HTML. */
export interface Removal {
  start: number
  end: number
  /** What it is, as an author writes it: `position:absolute`, `<video>`, `<style> block`. */
  what: string
  why: string
}

interface Edit {
  start: number
  end: number
  text: string
}

/** Collects changes to a text and makes them at once; a change inside another one is dropped. */
export class Edits {
  readonly #edits: Edit[] = []
  readonly removed: Removal[] = []

  /** Replaces a stretch; with a reason it is also reported. */
  replace(start: number, end: number, text: string, reason?: { what: string; why: string }): void {
    this.#edits.push({ start, end, text })
    if (reason !== undefined) this.removed.push({ start, end, ...reason })
  }

  /** Takes a stretch away and reports it. */
  remove(start: number, end: number, what: string, why: string): void {
    this.replace(start, end, '', { what, why })
  }

  /** The changed text, and the removals that were not part of a bigger one. */
  apply(source: string): { text: string; removed: Removal[] } {
    const kept: Edit[] = []
    // Of two changes that start together the longer one holds the other.
    for (const edit of this.#edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      const last = kept.at(-1)
      if (last === undefined || edit.start >= last.end) kept.push(edit)
    }
    let text = ''
    let at = 0
    for (const edit of kept) {
      text += source.slice(at, edit.start) + edit.text
      at = edit.end
    }
    const seen = new Set<string>()
    const again = ({ start, end }: Removal): boolean => seen.size === seen.add(`${start}-${end}`).size
    const inside = (removal: Removal): boolean => kept.some((edit) => edit.start <= removal.start && removal.end <= edit.end && edit.end - edit.start > removal.end - removal.start)
    return { text: text + source.slice(at), removed: this.removed.filter((removal) => !inside(removal) && !again(removal)).toSorted((a, b) => a.start - b.start) }
  }
}
