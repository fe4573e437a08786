import { basename, join, relative, sep } from 'node:path'
import { watch as chokidar } from 'chokidar'
import { Settling } from './settling.ts'

/** Parts of a path that are never content. */
const ignored = /(^|\/)(\.git|\.gazette|node_modules|out|dist)(\/|$)|(^|\/)(\.#.*|.*~|.*\.sw[px]|.*\.tmp|4913|\.DS_Store)$/

/**
 * Watches what a newsletter is made of.
 *
 * @param root the newsletter folder, absolute
 * @param others files outside the watched folders, absolute
 * @param changed is told paths relative to the folder, with forward slashes
 * @returns stops watching
 */
export async function watchContent(root: string, others: readonly string[], changed: (files: string[]) => void): Promise<() => Promise<void>> {
  const watcher = chokidar([`${root}/content`, `${root}/templates`, ...others], {
    // Waiting for a file to stop growing costs more than building once too often.
    awaitWriteFinish: false,
    atomic: false,
    ignored: (path) => ignored.test(shown(root, path)),
  })
  const settling = new Settling((files) => {
    changed(files.map((file) => shown(root, file)))
  })
  const known = (path: string): void => {
    settling.know(path)
  }
  watcher.on('add', known)
  // A folder that may not be read is no reason to stop watching the others.
  watcher.on('error', () => undefined)
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  watcher.off('add', known)
  watcher.on('all', (event, path) => {
    // A change is heard of sooner below; heard of twice it would be built twice.
    if (event !== 'addDir' && event !== 'change') settling.touch(path)
  })
  // chokidar emits no `change` for a file that changes again within 50 ms; what the system says is passed on by it unabridged.
  watcher.on('raw', (_event, name, details) => {
    const path = touchedPath((details as { watchedPath?: string }).watchedPath, name)
    if (path !== undefined && !ignored.test(shown(root, path))) settling.touch(path)
  })
  return async () => {
    settling.close()
    await watcher.close()
  }
}

/** The file that an event of the system is about: one in a folder that is watched, one that is watched itself, or one that is polled. */
function touchedPath(watched: string | undefined, name: string | null): string | undefined {
  if (watched === undefined || name === null) return watched ?? name ?? undefined
  return basename(watched) === name ? watched : join(watched, name)
}

function shown(root: string, path: string): string {
  return relative(root, path).replaceAll(sep, '/')
}
