import { createSocket } from 'node:dgram'

export interface NameServer {
  /** `127.0.0.1:port` */
  address: string
  stop: () => Promise<void>
}

/**
 * A name server on loopback that knows TXT records (RFC 1035 section 4.1), and says NXDOMAIN to all else.
 *
 * @param records name → strings of its one TXT record
 */
export async function startNameServer(records: Readonly<Record<string, readonly string[]>>): Promise<NameServer> {
  const socket = createSocket('udp4')
  socket.on('message', (query, client) => {
    socket.send(answer(query, records), client.port, client.address)
  })
  await new Promise<void>((resolve) => { socket.bind(0, '127.0.0.1', resolve) })
  return {
    address: `127.0.0.1:${socket.address().port}`,
    stop: () => new Promise((resolve) => { socket.close(resolve) }),
  }
}

const headerLength = 12

function answer(query: Buffer, records: Readonly<Record<string, readonly string[]>>): Buffer {
  const { name, end } = questionOf(query)
  const strings = records[name.toLowerCase()]
  const header = Buffer.from(query.subarray(0, headerLength))
  header.writeUInt16BE(strings === undefined ? 0x8183 : 0x8180, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(strings === undefined ? 0 : 1, 6)
  header.fill(0, 8)
  const question = query.subarray(headerLength, end)
  if (strings === undefined) return Buffer.concat([header, question])
  const data = Buffer.concat(strings.map((text) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'latin1')])))
  // A pointer to the name in the question, type TXT, class IN, a minute to live.
  const fixed = Buffer.from([0xc0, headerLength, 0, 16, 0, 1, 0, 0, 0, 60, 0, 0])
  fixed.writeUInt16BE(data.length, 10)
  return Buffer.concat([header, question, fixed, data])
}

function questionOf(query: Buffer): { name: string; end: number } {
  const labels: string[] = []
  let position = headerLength
  for (let length = query[position] ?? 0; length > 0; length = query[position] ?? 0) {
    labels.push(query.toString('latin1', position + 1, position + 1 + length))
    position += 1 + length
  }
  return { name: labels.join('.'), end: position + 5 }
}
