/** A GIF of one pixel with two frames. */
export function movingGif(): Buffer {
  const frame = '21f90400050000002c000000000100010000024401003b'.slice(0, -2)
  return Buffer.from(`474946383961010001008000000000ffffff${frame}${frame}3b`, 'hex')
}
