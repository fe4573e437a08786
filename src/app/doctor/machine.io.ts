import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { readableSize } from '../../lib/size.ts'
import { type Finding, note, ok, problem, warning } from './finding.ts'

/** The lowest Node that package.json allows. */
const wantedNode = [20, 19] as const

/**
 * Whether this Node is one that Gazette runs on.
 *
 * @param version without the v, such as 20.20.0
 */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > wantedNode[0] || (major === wantedNode[0] && minor >= wantedNode[1])
  return enough ? ok('Node', version) : problem('Node', `${version} is too old`, `install Node ${wantedNode.join('.')} or newer`)
}

/** Whether a folder can be written in, found by writing in it; a folder that is not there is tried in its parent. */
export async function checkWritable(root: string, name: string): Promise<Finding> {
  const subject = `${name}/`
  const folder = await existing(join(root, name))
  const probe = join(folder, `.gazette-${randomBytes(4).toString('hex')}`)
  try {
    await mkdir(probe)
    await writeFile(join(probe, 'probe'), 'x')
    return ok(subject, 'can be written')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return problem(subject, `cannot be written: ${reason}`, `make ${folder} writable, or free some space`)
  } finally {
    await rm(probe, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function existing(folder: string): Promise<string> {
  const there = await stat(folder).then(() => true, () => false)
  return there || dirname(folder) === folder ? folder : existing(dirname(folder))
}

/** An issue with its pictures and the record of a send to a large list fit into this. */
const wantedSpace = 200 * 1024 * 1024

/** Whether the disk that holds a newsletter has room for the record of a large send. */
export async function checkSpace(root: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(root)
  const free = bavail * bsize
  if (free < wantedSpace) return warning('disk', `${readableSize(free)} free`, 'make room before sending to a list, because every delivery is recorded')
  return ok('disk', `${readableSize(free)} free`)
}

/**
 * Whether a command will find its port on this machine.
 *
 * @param taken what it means when something else has it
 */
export async function checkPort(port: number, subject: string, taken: Finding): Promise<Finding> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => { resolve(taken) })
    server.listen(port, '127.0.0.1', () => {
      server.close(() => { resolve(ok(subject, 'free')) })
    })
  })
}

/** Whether something that speaks SMTP answers on a port of this machine. */
export async function answersSmtp(port: number, milliseconds = 1000): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  return new Promise((resolve) => {
    const finish = (answer: boolean): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(milliseconds, () => { finish(false) })
    socket.once('error', () => { finish(false) })
    socket.once('data', (data) => { finish(data.toString('latin1').startsWith('220')) })
  })
}

/** Whether the file with the passwords is kept from others and out of version control. */
export async function checkSecrets(root: string): Promise<Finding> {
  const subject = '.env'
  const found = await stat(join(root, '.env')).catch(() => undefined)
  if (found === undefined) return note(subject, 'none, and none is needed before gazette send')
  if ((await ignoredByGit(root)) === false) return problem(subject, 'git does not ignore it', 'add a line with .env to .gitignore, and change the passwords if it was ever committed')
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) return warning(subject, 'other users of this machine can read it', 'chmod 600 .env')
  return ok(subject, 'private')
}

/** Undefined where there is no git, or the folder is not under its control. */
async function ignoredByGit(root: string): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    execFile('git', ['-C', root, 'check-ignore', '--quiet', '.env'], (error) => {
      if (error === null) resolve(true)
      else resolve(error.code === 1 ? false : undefined)
    })
  })
}
