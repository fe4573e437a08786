import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { article } from '../../support/newsletter-folder.ts'
import { peakMemory, processorTime, startSink, withoutPostfix } from './sink.ts'

const shim = fileURLToPath(new URL('../../../src/cli/gazette.cjs', import.meta.url))
const recipients = Number(process.env.GAZETTE_BENCH_RECIPIENTS ?? 1_000_000)
const sent = Number(process.env.GAZETTE_BENCH_SENT ?? 200_000)
const megabyte = 1024 * 1024

async function folder(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'gazette-memory-'))
  const files = {
    'content/newsletter.yaml': 'name: Weekly\nfrom:\n  address: news@example.com\n',
    'content/articles/2026-11-20-crane.md': article('The crane comes down', 'url: https://example.com/crane\n'),
    'content/issues/2026-w47.md': '---\ndate: 2026-11-21\nsubject: The crane\narticles: [2026-11-20-crane]\n---\n',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const list = createWriteStream(join(root, 'people.csv'))
  list.write('email,name\n')
  for (let index = 1; index <= recipients; index++) {
    if (!list.write(`reader${index}@example.com,Reader ${index}\n`)) await once(list, 'drain')
  }
  list.end()
  await once(list, 'finish')
  return root
}

it(`memory of \`gazette send\`: ${recipients} prepared, ${sent} sent`, { timeout: 3_600_000 }, async ({ skip }) => {
  skip(withoutPostfix !== undefined, withoutPostfix)
  const sink = await startSink()
  const root = await folder()
  try {
    const started = performance.now()
    const child = spawn(process.execPath, [shim, 'send', '2026-w47', '--list', 'people.csv', '--confirm', String(recipients), '--json'], {
      cwd: root,
      env: { PATH: process.env.PATH, GAZETTE_SMTP_URL: `smtp://127.0.0.1:${sink.port}` },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const { pid = 0 } = child
    let count = 0
    let preparedAt = 0
    let last = { at: 0, cpu: 0 }
    const costs: number[] = []
    const exit = once(child, 'exit')
    for await (const line of createInterface({ input: child.stderr })) {
      const { event } = JSON.parse(line) as { event: string }
      if (event === 'plan') {
        preparedAt = performance.now()
        last = { at: preparedAt, cpu: processorTime(pid) }
        console.log(`prepared ${recipients} in ${((preparedAt - started) / 1000).toFixed(1)} s, ${last.cpu.toFixed(1)} CPU s; peak ${(peakMemory(pid) / megabyte).toFixed(0)} MB`)
      }
      if (event !== 'accepted') continue
      count++
      if (count % (sent / 10) !== 0 || count > sent) continue
      const at = performance.now()
      const cpu = processorTime(pid)
      const cost = ((cpu - last.cpu) / (sent / 10)) * 1e6
      costs.push(cost)
      console.log(`sent ${String(count).padStart(7)}  ${((sent / 10 / (at - last.at)) * 1000).toFixed(0)}/s  ${cost.toFixed(0)} µs of CPU each  peak ${(peakMemory(pid) / megabyte).toFixed(0)} MB`)
      last = { at, cpu }
      if (count === sent) {
        expect(peakMemory(pid)).toBeLessThan(250 * megabyte)
        child.kill('SIGINT')
      }
    }
    await exit
    console.log(`CPU per message in the last tenth against the first: ${((costs.at(-1) ?? 0) / (costs[0] ?? 1)).toFixed(2)}`)
    expect(count).toBeGreaterThanOrEqual(sent)
  } finally {
    await sink.stop()
    rmSync(root, { recursive: true, force: true })
  }
})
