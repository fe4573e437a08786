import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export const minimalNewsletter = 'name: The Harbour Review\nfrom:\n  name: Harbour Review\n  address: news@harbour.example\n'

/** An article of three sentences that can be summarised. */
export function article(title: string, more = ''): string {
  return `---\ntitle: ${title}\n${more}---\n\n${title} was the talk of the quay on Monday. The harbour master said that it would take four nights. Nobody was hurt.\n`
}

/**
 * A newsletter folder in a temporary place, removed when the test ends.
 *
 * @param files path → content; newsletter.yaml is there unless it is given as undefined
 */
export function newsletterFolder(files: Record<string, string | Uint8Array | undefined> = {}): string {
  const all: Record<string, string | Uint8Array | undefined> = { 'content/newsletter.yaml': minimalNewsletter, ...files }
  const root = mkdtempSync(join(tmpdir(), 'gazette-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(all)) {
    if (content === undefined) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}
