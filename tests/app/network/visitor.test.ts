import { expect, onTestFinished, test } from 'vitest'
import { KnownVisits } from '../../../src/app/network/known-visits.ts'
import { createVisitor } from '../../../src/app/network/visitor.ts'
import { createClient } from '../../../src/ingest/net/fetch.io.ts'
import { allowedHosts } from '../../../src/ingest/net/guard.ts'
import { serve } from '../../ingest/support/server.ts'

function visitorOf(host: string, patience: Parameters<typeof createVisitor>[3]): ReturnType<typeof createVisitor> {
  const client = createClient('Gazette test')
  onTestFinished(() => { client.close() })
  return createVisitor(client, allowedHosts([host]) ?? new Set(), new KnownVisits(() => 0), patience)
}

test('does not wait for a server that never answers', async () => {
  const server = await serve({ '/slow': () => undefined })
  const visit = await visitorOf(server.host, { answer: 50, total: 200 }).page(`${server.url}/slow`)
  expect(visit).toMatchObject({ kind: 'unsure' })
})

test('does not read a picture without end', async () => {
  const server = await serve({
    '/endless.png': (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' })
      const timer = setInterval(() => response.write(Buffer.alloc(10_000)), 1)
      response.on('close', () => { clearInterval(timer) })
    },
  })
  expect(await visitorOf(server.host, { bytes: 100_000 }).picture(`${server.url}/endless.png`)).toEqual({ kind: 'large', most: 100_000 })
})
