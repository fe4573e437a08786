import type { Claimed } from './ledger/store.ts'
import { type Pacing, providerOf } from './pacing.ts'

/** What may be sent next: a recipient, milliseconds to wait for one, or nothing at all. */
export type Next = { kind: 'item'; item: Claimed } | { kind: 'wait'; ms: number } | { kind: 'empty' }

/** Claimed recipients in the order of the list, those whose domain must wait set aside. */
export class SendQueue {
  #items: Claimed[] = []
  #head = 0
  readonly #held = new Map<string, Claimed[]>()
  #heldCount = 0

  get size(): number {
    return this.#items.length - this.#head + this.#heldCount
  }

  /** Ids of all who wait, in no particular order. */
  ids(): number[] {
    return [...this.#items.slice(this.#head), ...[...this.#held.values()].flat()].map(({ recipientId }) => recipientId)
  }

  add(items: readonly Claimed[]): void {
    this.#items = [...this.#items.slice(this.#head), ...items]
    this.#head = 0
  }

  /** Puts an item back to the front. */
  putBack(item: Claimed): void {
    this.#items = [item, ...this.#items.slice(this.#head)]
    this.#head = 0
  }

  /** Takes recipients out, wherever they wait. */
  remove(ids: ReadonlySet<number>): void {
    const stays = ({ recipientId }: Claimed): boolean => !ids.has(recipientId)
    this.#items = this.#items.slice(this.#head).filter(stays)
    this.#head = 0
    this.#heldCount = 0
    for (const [provider, items] of this.#held) {
      const left = items.filter(stays)
      this.#heldCount += left.length
      if (left.length > 0) this.#held.set(provider, left)
      else this.#held.delete(provider)
    }
  }

  /** @param now of a clock that never goes back */
  next(now: number, pacing: Pacing): Next {
    let wait = Infinity
    for (const [provider, items] of this.#held) {
      const ms = pacing.takeFor(provider, now)
      wait = Math.min(wait, ms)
      const [item] = items
      if (ms > 0 || item === undefined) continue
      items.shift()
      this.#heldCount--
      if (items.length === 0) this.#held.delete(provider)
      return { kind: 'item', item }
    }
    for (let item = this.#shift(); item !== undefined; item = this.#shift()) {
      if (pacing.isUniform) return { kind: 'item', item }
      const provider = providerOf(item.address)
      const ms = this.#held.has(provider) ? Infinity : pacing.takeFor(provider, now)
      if (ms === 0) return { kind: 'item', item }
      wait = Math.min(wait, ms)
      this.#hold(provider, item)
    }
    return wait === Infinity ? { kind: 'empty' } : { kind: 'wait', ms: wait }
  }

  #shift(): Claimed | undefined {
    const item = this.#items[this.#head]
    if (item === undefined) {
      this.#items = []
      this.#head = 0
    } else {
      this.#head++
    }
    return item
  }

  #hold(provider: string, item: Claimed): void {
    const items = this.#held.get(provider)
    if (items === undefined) this.#held.set(provider, [item])
    else items.push(item)
    this.#heldCount++
  }
}
