import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import { SqlFile } from './database.io.ts'

/** Held by the one process that sends an issue. */
export interface SendLock {
  release: () => void
}

/**
 * Makes this process the only one that sends an issue. The lock is one of the operating system, taken through SQLite:
 * it ends with the process however the process ends, so that after a crash nobody has to wait or to delete a file.
 *
 * @param folder the `.gazette` folder
 * @throws {EnvironmentError} when another process holds it
 */
export function lockIssue(folder: string, slug: string): SendLock {
  const locks = join(folder, 'locks')
  mkdirSync(locks, { recursive: true })
  const file = new SqlFile(join(locks, `${slug}.lock`))
  try {
    file.execute('PRAGMA busy_timeout = 0')
    file.execute('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    const hint = 'let it finish, or stop it with Ctrl-C; nothing was started'
    throw new EnvironmentError([diagnostic('GZ-D004', `another process is sending ${slug}`, { hint })], { cause: error })
  }
  return {
    release: () => {
      file.close()
    },
  }
}
