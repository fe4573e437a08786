import { relative, sep } from 'node:path'
import { watch as chokidar } from 'chokidar'

/** Editors write a file in several steps; what comes within this time is one change. Milliseconds. */
const settle = 12

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
    ignoreInitial: true,
    // Waiting for a file to stop growing costs more than building once too often.
    awaitWriteFinish: false,
    atomic: false,
    ignored: (path) => ignored.test(shown(root, path)),
  })
  const pending = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  watcher.on('all', (event, path) => {
    if (event === 'addDir') return
    pending.add(shown(root, path))
    clearTimeout(timer)
    timer = setTimeout(() => {
      const files = [...pending]
      pending.clear()
      changed(files)
    }, settle)
  })
  // A folder that may not be read is no reason to stop watching the others.
  watcher.on('error', () => undefined)
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}

function shown(root: string, path: string): string {
  return relative(root, path).replaceAll(sep, '/')
}
