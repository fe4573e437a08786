// Draws the pictures of the sample newsletter, and the one of `gazette init`: flat shapes in the five colours below, which belong with the accent
// of content/newsletter.yaml and stand on white as well as on dark paper, because every picture fills its frame.
//
//   node tests/support/draw-images.mjs [folder]     default: content/images
//
// Needs a Chromium; CHROMIUM names its path. The drawings are SVG, and the browser is only the pencil.
import { mkdir, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const night = '#0d3b42'
const teal = '#0b6670'
const mist = '#cfe2dc'
const sand = '#f2e5cd'
const coral = '#e0643f'

const rect = (x, y, w, h, fill, rx = 0) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${rx}" fill="${fill}"/>`
const disc = (cx, cy, r, fill) => `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`
const shape = (points, fill) => `<polygon points="${points}" fill="${fill}"/>`
const path = (d, fill) => `<path d="${d}" fill="${fill}"/>`
const line = (d, stroke, width, cap = 'round') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="${cap}" stroke-linejoin="round"/>`
const each = (count, draw) => Array.from({ length: count }, (_, index) => draw(index)).join('')

/** A band of sea from `top` to the lower edge, its surface `crests` round waves of the given height. */
function sea(width, height, top, fill, crests, rise) {
  const step = width / crests
  const waves = each(crests, (i) => ` Q ${(i + 0.25) * step} ${top - rise} ${(i + 0.5) * step} ${top} T ${(i + 1) * step} ${top}`)
  return path(`M 0 ${top}${waves} L ${width} ${height} L 0 ${height} Z`, fill)
}

/** A narrow house with a gable; `lit` names the windows that show light, counted from the top. */
function house(x, y, w, h, fill, lit, light) {
  const windows = each(3, (i) => {
    const colour = lit.includes(i) ? light : night
    const top = y + 34 + i * 62
    return rect(x + w * 0.2, top, w * 0.22, 34, colour) + rect(x + w * 0.58, top, w * 0.22, 34, colour)
  })
  return shape(`${x},${y} ${x + w / 2},${y - w * 0.55} ${x + w},${y}`, fill) + rect(x, y, w, h, fill) + windows
}

function highWater() {
  const houses =
    house(40, 330, 130, 345, teal, [], sand) + house(186, 300, 130, 375, teal, [0], sand) + house(332, 345, 130, 330, teal, [1], coral)
  const reflection = [
    [770, 452, 180],
    [800, 492, 120],
    [822, 532, 76],
    [842, 572, 36],
  ].map(([x, y, w]) => rect(x, y, w, 12, sand, 6)).join('')
  return [
    rect(0, 0, 1200, 675, night),
    disc(860, 205, 128, sand),
    houses,
    rect(620, 396, 580, 279, teal),
    `<g transform="translate(620 0)">${sea(580, 675, 396, teal, 4, 20)}</g>`,
    reflection,
    rect(572, 410, 66, 265, mist),
    line('M 586 470 h 38 M 586 530 h 38 M 586 590 h 38', teal, 5, 'butt'),
    path('M 640 396 L 590 396 Q 552 398 549 446 L 545 640 L 572 640 L 572 418 Q 573 410 582 410 L 640 410 Z', teal),
    rect(0, 636, 574, 39, teal),
    line('M 40 652 h 90 M 210 658 h 130 M 400 651 h 70', mist, 5),
  ].join('')
}

function ferry() {
  const windows = each(9, (i) => rect(438 + i * 42, 334, 26, 26, sand))
  return [
    rect(0, 0, 1200, 675, sand),
    disc(800, 430, 190, coral),
    sea(1200, 675, 452, teal, 9, 12),
    rect(420, 262, 36, 40, night),
    rect(420, 274, 36, 10, coral),
    shape('470,244 690,244 716,300 470,300', mist),
    each(4, (i) => rect(492 + i * 48, 260, 30, 24, teal)),
    rect(392, 300, 440, 84, teal),
    windows,
    path('M 262 384 L 952 384 L 880 476 L 330 476 Z', night),
    rect(300, 404, 610, 10, coral),
    line('M 598 244 V 168 M 598 190 H 640', night, 9, 'butt'),
    sea(1200, 675, 474, teal, 9, 10),
    line('M 330 520 h 470 M 400 556 h 330 M 480 592 h 180', night, 9),
    line('M 60 540 h 130 M 960 560 h 170 M 120 610 h 180 M 860 624 h 110', mist, 6),
  ].join('')
}

function crane() {
  return [
    rect(0, 0, 600, 600, sand),
    disc(430, 190, 92, coral),
    sea(600, 600, 500, teal, 5, 10),
    rect(90, 468, 300, 40, night),
    line('M 172 468 L 216 250 L 264 250 L 308 468 M 190 380 L 292 380 M 190 380 L 280 320 M 292 380 L 202 320', night, 13),
    rect(176, 196, 128, 62, night),
    rect(262, 208, 30, 26, sand),
    rect(104, 206, 78, 46, coral),
    line('M 284 214 L 506 74 M 284 196 L 240 120 L 506 74 M 240 120 L 180 200', night, 12),
    line('M 506 74 V 332', night, 5),
    rect(470, 332, 72, 56, teal),
  ].join('')
}

function buoys() {
  const buoy = (x, y, r) =>
    line(`M ${x} ${y - r} V ${y - r - 84}`, night, 9) +
    rect(x - 4, y - r - 92, 44, 30, night) +
    disc(x, y, r, coral) +
    rect(x - r * 0.98, y - 9, r * 1.96, 18, sand)
  return [
    rect(0, 0, 600, 600, mist),
    buoy(120, 286, 58),
    buoy(312, 298, 66),
    buoy(500, 282, 54),
    sea(600, 600, 306, teal, 4, 16),
    line('M 120 346 Q 214 450 312 362 Q 408 452 500 340', sand, 8),
    each(8, (i) => {
      const x = 142 + i * 48
      const y = 398 + [0, 18, 20, -6, 6, 22, 20, -8][i]
      return line(`M ${x} ${y} V ${530 - (i % 3) * 26}`, night, 22)
    }),
  ].join('')
}

function street() {
  return [
    rect(0, 0, 600, 600, night),
    disc(470, 120, 46, sand),
    house(-30, 300, 150, 300, teal, [], sand),
    house(128, 260, 150, 340, teal, [], sand),
    house(286, 310, 150, 290, teal, [1], coral),
    house(444, 268, 150, 332, teal, [2], sand),
    house(602, 290, 150, 310, teal, [], sand),
    rect(0, 540, 600, 60, night),
    line('M 0 540 H 600', mist, 5, 'butt'),
  ].join('')
}

function cells() {
  const cell = (x, y, body, cap) => rect(x + 31, y, 34, 20, cap, 5) + rect(x, y + 14, 96, 142, body, 12) + rect(x, y + 48, 96, 12, cap)
  const charged = 6
  return [
    rect(0, 0, 600, 600, teal),
    each(12, (i) => {
      const x = 60 + (i % 4) * 128
      const y = 38 + Math.floor(i / 4) * 178
      return i === charged ? cell(x, y, coral, sand) : cell(x, y, i % 2 === Math.floor(i / 4) % 2 ? mist : sand, night)
    }),
  ].join('')
}

function library() {
  const books = [
    [74, 58, 160, teal],
    [138, 40, 182, coral],
    [184, 66, 148, night],
    [256, 34, 176, mist],
    [296, 50, 164, teal],
  ]
  const lower = [
    [250, 52, 166, coral],
    [308, 36, 186, night],
    [350, 64, 150, teal],
    [420, 38, 178, mist],
    [464, 56, 160, night],
  ]
  const row = (items, base) =>
    items.map(([x, w, h, fill]) => rect(x, base - h, w, h, fill) + rect(x, base - h + 24, w, 8, sand)).join('')
  return [
    rect(0, 0, 600, 600, sand),
    row(books, 276),
    `<g transform="rotate(-17 400 276)">${rect(400, 98, 48, 178, coral)}${rect(400, 122, 48, 8, sand)}</g>`,
    rect(40, 276, 520, 22, night),
    row(lower, 524),
    disc(146, 472, 52, coral),
    rect(40, 524, 520, 22, night),
  ].join('')
}

function cargoBike() {
  const wheel = (x, r) =>
    `<circle cx="${x}" cy="${478 - r}" r="${r - 8}" fill="none" stroke="${night}" stroke-width="16"/>` + disc(x, 478 - r, 10, night)
  return [
    rect(0, 0, 600, 600, mist),
    disc(470, 132, 60, sand),
    rect(0, 478, 600, 122, teal),
    line('M 40 540 h 90 M 240 548 h 150 M 470 536 h 70', mist, 6),
    wheel(132, 88),
    wheel(500, 62),
    line('M 132 390 L 216 390 L 176 262 L 132 390 M 188 300 L 288 282 L 216 390 L 330 418 L 500 416 M 288 282 L 302 410', night, 15),
    line('M 150 256 H 204', night, 18),
    line('M 288 282 L 280 218 L 244 206', night, 14),
    shape('316,276 494,276 462,398 334,398', coral),
    rect(310, 266, 190, 16, night),
    disc(216, 390, 24, night),
  ].join('')
}

function seal() {
  const ripple = (y, half, colour) => line(`M ${300 - half} ${y} H ${300 + half}`, colour, 9)
  return [
    rect(0, 0, 600, 600, sand),
    disc(126, 140, 56, coral),
    path('M 166 430 C 158 262 206 150 300 150 C 394 150 442 262 434 430 Z', night),
    disc(246, 258, 15, sand),
    disc(354, 258, 15, sand),
    path('M 234 330 C 234 292 366 292 366 330 C 366 376 318 380 300 360 C 282 380 234 376 234 330 Z', teal),
    path('M 276 306 H 324 L 300 332 Z', sand),
    line('M 226 336 L 122 322 M 226 352 L 128 364 M 374 336 L 478 322 M 374 352 L 472 364', teal, 5),
    sea(600, 600, 424, teal, 4, 16),
    ripple(470, 168, mist),
    ripple(508, 112, mist),
    ripple(546, 56, mist),
  ].join('')
}

function silo() {
  const tower = (x, fill) => path(`M ${x} 520 V 190 Q ${x + 66} 118 ${x + 132} 190 V 520 Z`, fill)
  return [
    rect(0, 0, 600, 600, night),
    tower(72, mist),
    tower(396, mist),
    line('M 72 270 h 132 M 72 350 h 132 M 72 430 h 132 M 396 270 h 132 M 396 350 h 132 M 396 430 h 132', teal, 6, 'butt'),
    tower(234, sand),
    path('M 256 520 V 216 Q 300 172 344 216 V 520 Z', coral),
    shape('316,232 262,366 298,366 280,470 340,322 302,322', sand),
    rect(0, 520, 600, 80, teal),
    line('M 60 556 h 120 M 250 566 h 90 M 420 554 h 130', mist, 6),
  ].join('')
}

function meter() {
  const tick = (i) => {
    const angle = Math.PI * (1 + i / 10)
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const from = i % 5 === 0 ? 138 : 152
    return line(`M ${300 + from * c} ${288 + from * s} L ${300 + 170 * c} ${288 + 170 * s}`, night, i % 5 === 0 ? 10 : 6)
  }
  return [
    rect(0, 0, 600, 600, coral),
    rect(222, 470, 156, 130, night),
    disc(300, 288, 238, night),
    disc(300, 288, 208, sand),
    each(11, tick),
    line('M 300 288 L 392 190', teal, 14),
    disc(300, 288, 22, teal),
    rect(196, 348, 208, 64, night, 6),
    each(5, (i) => rect(210 + i * 38, 360, 28, 40, mist)),
    disc(300, 446, 14, coral),
  ].join('')
}

function heatPump() {
  const blade = (angle) => `<path d="M 0 0 C 14 -62 70 -88 92 -52 C 78 -22 40 -2 0 0 Z" fill="${sand}" transform="translate(400 424) rotate(${angle})"/>`
  return [
    rect(0, 0, 600, 600, mist),
    rect(60, 70, 330, 450, teal),
    rect(44, 54, 362, 28, night),
    each(12, (i) => rect(100 + (i % 3) * 92, 122 + Math.floor(i / 3) * 96, 56, 60, i === 4 || i === 6 ? coral : sand)),
    rect(0, 520, 600, 80, night),
    rect(266, 304, 274, 232, night, 10),
    disc(400, 424, 106, coral),
    [0, 90, 180, 270].map(blade).join(''),
    disc(400, 424, 18, night),
    rect(290, 536, 40, 18, teal),
    rect(476, 536, 40, 18, teal),
  ].join('')
}

function nightBus() {
  return [
    rect(0, 0, 600, 600, night),
    path('M 498 92 A 62 62 0 1 0 540 176 A 50 50 0 0 1 498 92 Z', sand),
    rect(0, 476, 600, 124, teal),
    rect(70, 214, 460, 262, coral, 26),
    rect(70, 214, 460, 40, coral, 20),
    each(4, (i) => rect(100 + i * 84, 262, 68, 88, sand, 6)),
    rect(440, 262, 90, 106, mist, 6),
    rect(70, 384, 460, 14, night),
    [disc(174, 476, 46, night), disc(174, 476, 20, mist), disc(424, 476, 46, night), disc(424, 476, 20, mist)].join(''),
    disc(506, 428, 14, sand),
    rect(120, 228, 120, 18, night, 4),
    line('M 40 556 h 100 M 240 556 h 100 M 440 556 h 100', mist, 8, 'butt'),
  ].join('')
}

/** The picture of the first story that `gazette init` writes. */
function firstIssue() {
  const textLines = (x, y, widths) => widths.map((w, i) => rect(x, y + i * 26, w, 10, night, 5)).join('')
  return [
    rect(0, 0, 1200, 675, mist),
    disc(930, 170, 74, coral),
    shape('330,350 600,190 870,350 600,512', night),
    rect(386, 92, 428, 420, sand),
    rect(422, 126, 210, 22, night, 4),
    rect(422, 170, 356, 118, teal),
    disc(716, 214, 26, sand),
    shape('422,288 516,212 570,254 624,222 700,288', night),
    textLines(422, 312, [356, 330, 342, 190]),
    shape('330,350 600,512 870,350 870,620 330,620', teal),
    line('M 334 616 L 552 484 M 866 616 L 648 484', night, 8),
    rect(0, 620, 1200, 55, night),
  ].join('')
}

const wide = { width: 1200, height: 675 }
const square = { width: 600, height: 600 }
const pictures = [
  { name: 'high-water', ...wide, draw: highWater },
  { name: 'ferry', ...wide, draw: ferry },
  { name: 'first-issue', ...wide, draw: firstIssue },
  ...Object.entries({
    crane, buoys, street, cells, library, seal, silo, meter, 'cargo-bike': cargoBike, 'heat-pump': heatPump, 'night-bus': nightBus,
  }).map(([name, draw]) => ({ name, ...square, draw })),
]

const folder = process.argv[2] ?? 'content/images'
await mkdir(folder, { recursive: true })
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => file && existsSync(file))
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] })
const page = await browser.newPage()
for (const { name, width, height, draw } of pictures) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${draw()}</svg>`
  await page.setViewportSize({ width, height })
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
  const png = await page.screenshot()
  await writeFile(join(folder, `${name}.png`), png)
  console.log(`${name}.png`.padEnd(18), `${(png.length / 1024).toFixed(1)} KB`.padStart(9))
}
await browser.close()
