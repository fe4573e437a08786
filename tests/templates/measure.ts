import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { contrast } from '../../src/lib/colour.ts'

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** What a reader would see of a page; lengths in CSS pixels. */
export interface Measured {
  /** Width that the page wants; more than the window has makes it scroll sideways. */
  width: number
  /** Runs of text in the order of the source. */
  texts: { text: string; lines: Box[]; colour: string; background: string; size: number; block: number; cut: boolean }[]
  pictures: (Box & { alt: string; cut: boolean; stretched: boolean })[]
  links: { name: string; height: number; inText: boolean }[]
}

const program = readFileSync(new URL('measure.page.js', import.meta.url), 'utf8')

export async function measure(page: Page): Promise<Measured> {
  return page.evaluate<Measured>(program)
}

/** Texts that have less contrast with what is behind them than WCAG 2.2 asks of text, each once. */
export function faint({ texts }: Measured, behind: (background: string) => string = (background) => background): string[] {
  const found = texts
    .map(({ text, colour, background }) => ({ text, colour, on: behind(background) }))
    .filter(({ colour, on }) => contrast(colour, on) < 4.5)
  return [...new Set(found.map(({ text, colour, on }) => `${colour} on ${on}: ${text.slice(0, 30)}`))]
}

/** Texts and pictures that lie upon each other. */
export function overlapping({ texts, pictures }: Measured): string[] {
  const things = [
    ...texts.flatMap(({ text, lines, block }) => lines.map((line) => ({ name: text.slice(0, 30), block, ...line }))),
    ...pictures.map((picture) => ({ name: `picture of ${picture.alt}`, block: -1, ...picture })),
  ]
  return things.flatMap((one, index) =>
    things
      .slice(index + 1)
      .filter((other) => shared(one.left, one.right, other.left, other.right) > 2 && shared(one.top, one.bottom, other.top, other.bottom) > 4)
      .map((other) => `${one.name} / ${other.name}`),
  )
}

/** Things that the source has in another order than the eye: a later one above an earlier one, or before it in its row. */
export function outOfOrder({ texts }: Measured, direction: 'ltr' | 'rtl'): string[] {
  const blocks = [...new Set(texts.map(({ block }) => block))].map((number) => {
    const parts = texts.filter(({ block }) => block === number)
    const lines = parts.flatMap((part) => part.lines)
    return {
      name: parts.map(({ text }) => text).join(' ').slice(0, 30),
      left: Math.min(...lines.map(({ left }) => left)),
      right: Math.max(...lines.map(({ right }) => right)),
      top: Math.min(...lines.map(({ top }) => top)),
      bottom: Math.max(...lines.map(({ bottom }) => bottom)),
    }
  })
  return blocks.flatMap((one, index) =>
    blocks
      .slice(index + 1)
      .filter((later) => {
        if (shared(one.left, one.right, later.left, later.right) > 0) return later.bottom <= one.top
        const sameRow = shared(one.top, one.bottom, later.top, later.bottom) > 0
        return sameRow && (direction === 'ltr' ? later.right <= one.left : later.left >= one.right)
      })
      .map((later) => `${later.name} before ${one.name}`),
  )
}

/** The largest height of the page on which there is nothing, between its first and its last thing. */
export function largestGap({ texts, pictures }: Measured): number {
  const spans = [...texts.flatMap(({ lines }) => lines), ...pictures].toSorted((a, b) => a.top - b.top)
  let reached = spans[0]?.top ?? 0
  let gap = 0
  for (const { top, bottom } of spans) {
    gap = Math.max(gap, top - reached)
    reached = Math.max(reached, bottom)
  }
  return gap
}

function shared(fromA: number, toA: number, fromB: number, toB: number): number {
  return Math.min(toA, toB) - Math.max(fromA, fromB)
}
