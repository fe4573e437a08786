import { createSocket } from 'node:dgram'

export interface NameServer {
  /** `127.0.0.1:port` */
  address: string
  stop: () => Promise<void>
}

/**
 * A name server on loopback that knows TXT and MX records (RFC 1035 section 4.1), and says NXDOMAIN to all else.
 *
 * @param records name → strings of its one TXT record
 * @param mail name → server that takes mail for it
 */
export async function startNameServer(records: Readonly<Record<string, readonly string[]>>, mail: Readonly<Record<string, string>> = {}): Promise<NameServer> {
  const socket = createSocket('udp4')
  socket.on('message', (query, client) => {
    socket.send(answer(query, records, mail), client.port, client.address)
  })
  await new Promise<void>((resolve) => { socket.bind(0, '127.0.0.1', resolve) })
  return {
    address: `127.0.0.1:${socket.address().port}`,
    stop: () => new Promise((resolve) => { socket.close(resolve) }),
  }
}

const headerLength = 12

const types = { txt: 16, mx: 15 }

function answer(query: Buffer, records: Readonly<Record<string, readonly string[]>>, mail: Readonly<Record<string, string>>): Buffer {
  const { name, type, end } = questionOf(query)
  const key = name.toLowerCase()
  const data = type === types.txt ? textData(records[key]) : type === types.mx ? mailData(mail[key]) : undefined
  const known = records[key] !== undefined || mail[key] !== undefined
  const header = Buffer.from(query.subarray(0, headerLength))
  header.writeUInt16BE(known ? 0x8180 : 0x8183, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(data === undefined ? 0 : 1, 6)
  header.fill(0, 8)
  const question = query.subarray(headerLength, end)
  if (data === undefined) return Buffer.concat([header, question])
  // A pointer to the name in the question, its type, class IN, a minute to live.
  const fixed = Buffer.from([0xc0, headerLength, 0, type, 0, 1, 0, 0, 0, 60, 0, 0])
  fixed.writeUInt16BE(data.length, 10)
  return Buffer.concat([header, question, fixed, data])
}

function textData(strings: readonly string[] | undefined): Buffer | undefined {
  return strings === undefined ? undefined : Buffer.concat(strings.map((text) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'latin1')])))
}

function mailData(server: string | undefined): Buffer | undefined {
  if (server === undefined) return undefined
  const labels = server.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')]))
  return Buffer.concat([Buffer.from([0, 10]), ...labels, Buffer.from([0])])
}

function questionOf(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let position = headerLength
  for (let length = query[position] ?? 0; length > 0; length = query[position] ?? 0) {
    labels.push(query.toString('latin1', position + 1, position + 1 + length))
    position += 1 + length
  }
  return { name: labels.join('.'), type: query.readUInt16BE(position + 1), end: position + 5 }
}
