import { spawn } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'

/** Whether a program was started, and what to say. */
export interface Opened {
  ok: boolean
  message: string
}

type Arguments = (file: string, line: number, column: number) => string[]

const goto: Arguments = (file, line, column) => ['--goto', `${file}:${line}:${column}`]
const colons: Arguments = (file, line, column) => [`${file}:${line}:${column}`]
const jetBrains: Arguments = (file, line, column) => ['--line', String(line), '--column', String(column - 1), file]

/** Programs with a window of their own and how each is told a place, in the order in which they are looked for. */
const programs: ReadonlyMap<string, Arguments> = new Map([
  ['code', goto],
  ['code-insiders', goto],
  ['codium', goto],
  ['cursor', goto],
  ['windsurf', goto],
  ['zed', colons],
  ['subl', colons],
  ['idea', jetBrains],
  ['webstorm', jetBrains],
  ['phpstorm', jetBrains],
  ['mate', (file, line, column) => ['--line', `${line}:${column}`, file]],
  ['gedit', (file, line, column) => [`+${line}:${column}`, file]],
  ['kate', (file, line, column) => ['--line', String(line), '--column', String(column), file]],
  ['gvim', (file, line) => [`+${line}`, file]],
  ['emacsclient', (file, line, column) => ['--no-wait', `+${line}:${column}`, file]],
])

/**
 * Opens a file at a place in the editor program of the person at the machine: the one in GAZETTE_EDITOR, VISUAL or
 * EDITOR when it has a window of its own, else the first known one that is installed. A program that lives in the
 * terminal cannot be opened from here.
 *
 * @param file absolute path
 * @param env of the process
 */
export async function openEditor(file: string, line: number, column: number, env: NodeJS.ProcessEnv): Promise<Opened> {
  const named = [env['GAZETTE_EDITOR'], env['VISUAL'], env['EDITOR']].flatMap((value) => parse(value))
  const windowed = named.filter(({ command }) => programs.has(nameOf(command)) || command === env['GAZETTE_EDITOR']?.trim())
  const installed = [...programs.keys()].map((command) => ({ command, args: [] as string[] }))
  for (const { command, args } of [...windowed, ...installed]) {
    const path = await find(command, env)
    if (path === undefined) continue
    const build = programs.get(nameOf(command)) ?? colons
    const started = await start(path, [...args, ...build(file, line, column)])
    if (started) return { ok: true, message: `Opened in ${nameOf(command)}.` }
  }
  return { ok: false, message: 'No editor was found. Set GAZETTE_EDITOR to the command that opens yours, such as code.' }
}

function parse(value: string | undefined): { command: string; args: string[] }[] {
  const [command, ...args] = (value ?? '').trim().split(/\s+/)
  return command === undefined || command === '' ? [] : [{ command, args }]
}

function nameOf(command: string): string {
  return basename(command).replace(/\.(exe|cmd)$/i, '')
}

/** The program's path, so that nothing depends on a shell. */
async function find(command: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const folders = /[/\\]/.test(command) ? [''] : (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const folder of folders) {
    const path = folder === '' ? command : join(folder, command)
    if (await access(path, constants.X_OK).then(() => true, () => false)) return path
  }
  return undefined
}

/** Starts a program and leaves it to itself; false when it could not be started or failed at once. */
function start(path: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(path, args, { detached: true, stdio: 'ignore' })
    const settled = setTimeout(() => {
      resolve(true)
    }, 300)
    child.once('error', () => {
      clearTimeout(settled)
      resolve(false)
    })
    child.once('exit', (code) => {
      clearTimeout(settled)
      resolve(code === 0)
    })
    child.unref()
  })
}
