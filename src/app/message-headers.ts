/** The headers of a message in their order, unfolded (RFC 5322, 2.2.3). */
export function messageHeaders(message: Uint8Array): [name: string, value: string][] {
  const file = Buffer.from(message.buffer, message.byteOffset, message.byteLength)
  const end = file.indexOf('\r\n\r\n')
  const text = file.toString('latin1', 0, end === -1 ? file.length : end)
  return text
    .replaceAll(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':')
      return colon === -1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]]
    })
}
