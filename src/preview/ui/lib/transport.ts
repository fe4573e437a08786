import { versionHeader } from '../../protocol-paths.ts'

/** Where the page gets its data from: the server, or the files of an export. */
export interface Transport {
  readonly isStatic: boolean
  json: <T>(path: string) => Promise<T>
  text: (path: string) => Promise<string>
  /** What a frame shows, with the version of its message where that is known. */
  frame: (path: string) => Promise<{ html: string; version?: string }>
  /** @throws an Error with the server's words */
  post: <T>(path: string, body: unknown) => Promise<T>
}

interface ExportWindow {
  /** Path → file of the export that holds the answer. */
  gazetteExport?: Record<string, string>
}

const token = document.querySelector('meta[name="gazette-token"]')?.getAttribute('content') ?? ''

async function answer(response: Response): Promise<Response> {
  if (response.ok) return response
  throw new Error((await response.text()) || `The preview answered ${String(response.status)}.`)
}

const live: Transport = {
  isStatic: false,
  json: async <T>(path: string) => (await (await answer(await fetch(path))).json()) as T,
  text: async (path) => (await answer(await fetch(path))).text(),
  frame: async (path) => {
    const response = await answer(await fetch(path))
    const version = response.headers.get(versionHeader)
    return { html: await response.text(), ...(version === null ? {} : { version }) }
  },
  post: async <T>(path: string, body: unknown) => {
    const headers = { 'Content-Type': 'application/json', 'X-Gazette-Token': token }
    const response = await answer(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }))
    return (await response.json()) as T
  },
}

type Waiting = Map<string, (value: string) => void>

/**
 * An export holds one script per answer. A script can be loaded from a folder, where a browser refuses to fetch a
 * file; each calls `gazetteAnswer` with its own name and the answer, which may be that of several paths.
 */
function exported(files: Readonly<Record<string, string>>): Transport {
  const waiting: Waiting = new Map()
  const answers = new Map<string, Promise<string>>()
  const holder = window as unknown as Record<string, unknown>
  holder['gazetteAnswer'] = (file: string, value: string) => {
    waiting.get(file)?.(value)
  }
  const text = (path: string): Promise<string> => {
    const file = files[path]
    if (file === undefined) return Promise.reject(new Error('This export holds that view only for the newsletter itself, not for a single reader.'))
    const known = answers.get(file) ?? load(file, waiting)
    answers.set(file, known)
    return known
  }
  return {
    isStatic: true,
    json: async <T>(path: string) => JSON.parse(await text(path)) as T,
    text,
    frame: async (path) => ({ html: await text(path) }),
    post: () => Promise.reject(new Error('This is an export of the preview; nothing can be changed in it.')),
  }
}

function load(file: string, waiting: Waiting): Promise<string> {
  return new Promise((resolve, reject) => {
    waiting.set(file, resolve)
    const script = document.createElement('script')
    script.src = file
    script.onerror = () => {
      reject(new Error(`${file} is missing from the export.`))
    }
    document.head.append(script)
  })
}

const files = (window as unknown as ExportWindow).gazetteExport

export const transport: Transport = files === undefined ? live : exported(files)
