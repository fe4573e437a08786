/** Whether a GIF has more than one frame: two graphic control extensions that are each followed by an image (GIF89a, 23). */
export function isAnimated(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.toString('latin1', 0, 3) !== 'GIF') return false
  const frame = Buffer.from([0x21, 0xf9, 0x04])
  let frames = 0
  for (let at = file.indexOf(frame); at !== -1; at = file.indexOf(frame, at + 8)) {
    if (file[at + 7] === 0 && file[at + 8] === 0x2c) frames++
    if (frames > 1) return true
  }
  return false
}
