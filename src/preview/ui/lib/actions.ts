import { overview, say } from './data.ts'
import { transport } from './transport.ts'

/** Whether things can be changed from this page. */
export function mayWrite(): boolean {
  return !transport.isStatic && overview.get()?.readOnly === false
}

/** Opens a file of the newsletter in the editor's own program; where that cannot be, its place is copied. */
export function openFile(file: string | undefined, line?: number, column?: number): void {
  if (file === undefined) return
  const where = [file, line, column].filter((part) => part !== undefined).join(':')
  if (!mayWrite()) {
    copy(where, `${where} is copied.`)
    return
  }
  void transport
    .post<{ ok: boolean; message: string }>('/api/open', { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) })
    .then(({ ok, message }) => {
      if (ok) say(`${where}: ${message}`)
      else copy(where, `${message} ${where} is copied instead.`)
    }, fail)
}

/** Puts a text on the clipboard. */
export function copy(text: string, done: string): void {
  navigator.clipboard.writeText(text).then(
    () => {
      say(done)
    },
    () => {
      say(text)
    },
  )
}

/** Says what went wrong. */
export function fail(error: unknown): void {
  say(error instanceof Error ? error.message : String(error), 'failed')
}
