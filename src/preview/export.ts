import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'
import { simulatedClients } from '../model/mail-client.ts'
import { createApp } from './app.ts'
import { pageHtml } from './page.ts'
import { exportPolicy } from './policy.ts'
import { framePath, issuePath, lossesPath, messagePath, overviewPath } from './protocol-paths.ts'
import type { Overview } from './protocol.ts'
import { Session, type SessionOptions } from './session.ts'

export interface ExportOptions extends Omit<SessionOptions, 'random' | 'list'> {
  /** Folder to write to, absolute; files that are there are written over. */
  folder: string
  /** Folder of the built page. */
  ui: string
}

export interface Exported {
  slug: string
  files: number
  bytes: number
}

/** What an export consists of. */
const parts = ['index.html', 'ui', 'data', 'pictures']

/** Host that the export asks its own server for; no one else can. */
const host = 'export.invalid'

/**
 * Writes the preview of one issue as files that open from a folder or from any web server: the same page, with every
 * answer that the server would give it. People on a list are not part of it.
 *
 * @throws UsageError when the folder holds anything but an earlier export, which is replaced
 */
export async function exportPreview(options: ExportOptions): Promise<Exported> {
  await clear(options.folder)
  const session = new Session({ ...options, random: randomBytes })
  const app = createApp(session, { hosts: new Set([host]), token: '', readOnly: true }, options.ui)
  const ask = async (path: string): Promise<Uint8Array | undefined> => {
    const response = await app.fetch(new Request(`http://${host}${path}`, { headers: { host } }))
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
  }
  const slug = await session.current()
  await (await session.snapshot(slug))?.verdict.reached()
  const writer = new Writer(options.folder)
  const overview = await overviewOf(ask, slug)
  await writer.answer(overviewPath, JSON.stringify(overview))
  for (const path of pathsOf(slug, overview)) {
    const answer = await ask(path)
    if (answer === undefined) continue
    const text = Buffer.from(answer).toString('utf8')
    await writer.answer(path, path.startsWith('/frame/') ? await withPictures(text, ask, writer) : text)
    // Whether pictures from elsewhere are loaded is up to the page; the HTML is the same.
    if (path.startsWith('/frame/')) writer.also(path, `${path}${path.includes('?') ? '&' : '?'}remote=on`)
  }
  await writer.file('data/index.js', `window.gazetteExport = ${JSON.stringify(writer.answers)}\n`)
  for (const name of ['app.js', 'app.css']) await writer.file(`ui/${name}`, await readFile(join(options.ui, name)))
  const title = `${overview.newsletter} · ${slug}`
  await writer.file('index.html', pageHtml({ title, token: '', scripts: ['data/index.js'], policy: exportPolicy }))
  return { slug, files: writer.files, bytes: writer.bytes }
}

/** Makes room: an earlier export goes, anything else stays and is an error. */
async function clear(folder: string): Promise<void> {
  const entries: string[] = await readdir(folder).catch(() => [])
  if (entries.length === 0) return
  if (!entries.includes('data') || entries.some((entry) => !parts.includes(entry))) {
    throw new UsageError([diagnostic('GZ-P004', `${folder} holds files that are no export`, { hint: 'name a folder that is empty or not there yet' })])
  }
  await Promise.all(parts.map((part) => rm(join(folder, part), { recursive: true, force: true })))
}

async function overviewOf(ask: (path: string) => Promise<Uint8Array | undefined>, slug: string): Promise<Overview> {
  // Asked for after the build, so that the list of issues knows what it found.
  const overview = JSON.parse(Buffer.from((await ask(overviewPath)) ?? []).toString('utf8')) as Overview
  return { ...overview, current: slug, issues: overview.issues.filter((row) => row.slug === slug) }
}

/** Every answer that the page can ask for. Clients are there for the newsletter itself only: they do not differ by reader. */
function pathsOf(slug: string, { recipients }: Overview): string[] {
  const screens = (['light', 'authored'] as const).flatMap((mode) => [false, true].map((blocked) => ({ mode, blocked, remote: false })))
  return recipients.flatMap(({ key: to }) => [
    issuePath(slug, to),
    lossesPath(slug, to),
    messagePath('source', slug, to),
    messagePath('raw', slug, to),
    ...['', ...(to === 'sample' ? simulatedClients : [])].flatMap((client) => screens.map((screen) => framePath(slug, { to, client, ...screen }))),
  ])
}

/** A text whose pictures are files of the export. */
async function withPictures(text: string, ask: (path: string) => Promise<Uint8Array | undefined>, writer: Writer): Promise<string> {
  let result = text
  for (const [path] of new Map([...text.matchAll(/\/pictures\/[^"')\s>&]+/g)].map((found) => [found[0], found]))) {
    const bytes = await ask(path)
    if (bytes !== undefined) result = result.replaceAll(path, await writer.picture(path, bytes))
  }
  return result
}

/** Writes files and keeps count; what is the same is written once. */
class Writer {
  readonly answers: Record<string, string> = {}
  readonly #folder: string
  readonly #written = new Set<string>()
  bytes = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  get files(): number {
    return this.#written.size
  }

  async file(name: string, content: string | Uint8Array): Promise<void> {
    if (this.#written.has(name)) return
    this.#written.add(name)
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.bytes += bytes.length
    const path = join(this.#folder, name)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, bytes)
  }

  /** The answer to a path, as a script that hands it to the page: browsers let no page read files otherwise. */
  async answer(path: string, text: string): Promise<void> {
    const name = `data/${nameOf(text)}.js`
    this.answers[path] = name
    await this.file(name, `gazetteAnswer(${JSON.stringify(name)}, ${JSON.stringify(text)})\n`)
  }

  /** Another path with the same answer. */
  also(path: string, other: string): void {
    this.answers[other] = this.answers[path] ?? ''
  }

  async picture(path: string, bytes: Uint8Array): Promise<string> {
    const extension = /\.(\w{2,4})(?:%40[^/]*)?$/.exec(path)?.[1] ?? 'img'
    const name = `pictures/${nameOf(bytes)}.${extension}`
    await this.file(name, bytes)
    return name
  }
}

function nameOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16)
}
