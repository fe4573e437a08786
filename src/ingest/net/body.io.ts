import type { IncomingMessage } from 'node:http'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'

export type Body = { body: Uint8Array } | { failed: 'large' | 'slow' | 'cut' }

class TooLarge extends Error {}

/**
 * Reads the body of an answer, unpacked, and stops at a size: neither a stream without end nor a small one that
 * unpacks to gigabytes fills the memory.
 *
 * @param most bytes after unpacking
 */
export async function readBody(response: IncomingMessage, most: number, signal: AbortSignal): Promise<Body> {
  if (Number(response.headers['content-length'] ?? 0) > most) {
    response.destroy()
    return { failed: 'large' }
  }
  const chunks: Buffer[] = []
  let size = 0
  const collect = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      chunks.push(chunk)
      done(size > most ? new TooLarge() : null)
    },
  })
  collect.resume()
  const unpack = unpackerFor(response.headers['content-encoding'])
  try {
    if (unpack === undefined) await pipeline(response, collect, { signal })
    else await pipeline(response, unpack, collect, { signal })
  } catch (error) {
    response.destroy()
    if (error instanceof TooLarge) return { failed: 'large' }
    return { failed: signal.aborted ? 'slow' : 'cut' }
  }
  return response.complete ? { body: Buffer.concat(chunks) } : { failed: 'cut' }
}

function unpackerFor(encoding: string | undefined): Transform | undefined {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'br':
      return createBrotliDecompress()
    case 'deflate':
      return inflateEither()
    default:
      return undefined
  }
}

/** "deflate" means a zlib stream, but some servers send a bare one; the first byte tells. */
function inflateEither(): Transform {
  let inner: Transform | undefined
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (inner === undefined) {
        inner = ((chunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
        inner.on('data', (data: Buffer) => this.push(data))
        inner.on('error', (error) => this.destroy(error))
      }
      if (inner.write(chunk)) done()
      else inner.once('drain', done)
    },
    flush(done) {
      if (inner === undefined) done()
      else inner.once('end', done).end()
    },
  })
}
