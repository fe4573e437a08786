import { encodeQuotedPrintable } from '../../lib/quoted-printable.ts'
import type { BoundText, Stencil, StencilSlot } from '../../model/stencil.ts'

/** Collects a message piece by piece; static pieces that touch become one segment. */
export class StencilWriter {
  readonly #segments: Uint8Array[] = []
  readonly #slots: StencilSlot[] = []
  #open: string[] = []

  /** Adds ASCII that is the same for everybody. */
  write(ascii: string): this {
    this.#open.push(ascii)
    return this
  }

  slot(slot: StencilSlot): this {
    this.#close()
    this.#slots.push(slot)
    return this
  }

  /** Adds a body in quoted-printable; a soft line break each side of a slot lets its value be encoded on its own. */
  body({ segments, slots }: BoundText): this {
    for (const [index, segment] of segments.entries()) {
      this.write(encodeQuotedPrintable(segment))
      const slot = slots[index]
      if (slot !== undefined) this.write('=\r\n').slot({ ...slot, encoding: 'quoted-printable' }).write('=\r\n')
    }
    return this
  }

  finish(): Stencil {
    this.#close()
    return { segments: this.#segments, slots: this.#slots }
  }

  #close(): void {
    this.#segments.push(Buffer.from(this.#open.join(''), 'latin1'))
    this.#open = []
  }
}
