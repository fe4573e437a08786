import { narrowest, widest } from './place.ts'

/** Widths that a dragged edge is drawn to when it comes near. */
const stops = [320, 375, 414, 480, 600, 768, 1024, 1280]
const pull = 12

/** The width that a dragged edge means. */
export function snap(width: number): number {
  const near = stops.find((stop) => Math.abs(stop - width) <= pull)
  return near ?? Math.round(Math.min(widest, Math.max(narrowest, width)))
}
