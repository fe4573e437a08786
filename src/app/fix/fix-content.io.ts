import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../../checks/finding.ts'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import { writeWhole } from '../../lib/files.io.ts'
import { checkIssue, type CheckRequest, type CheckResult } from '../check.ts'
import { applyFixes } from './apply-fixes.ts'

/** A file of the content that was changed. */
export interface MendedFile {
  /** Relative to the newsletter folder. */
  file: string
  before: string
  after: string
  /** Findings that the changes mend. */
  mended: number
}

/** Once what was mended is gone, what it hid may show; more rounds than this are never needed. */
const rounds = 4

/**
 * Checks an issue, makes the changes that are safe, and checks it again. Only articles, issues and newsletter.yaml
 * are changed, never a template.
 *
 * @returns what is still wrong, and the files that were changed
 * @throws EnvironmentError when a file cannot be written
 */
export async function checkAndFix(request: CheckRequest): Promise<{ result: CheckResult; files: MendedFile[] }> {
  const files = new Map<string, MendedFile>()
  for (let round = 0; ; round++) {
    const result = await checkIssue(request)
    const changed = round < rounds ? await mend(request.root, result.findings, files) : false
    if (!changed) return { result, files: [...files.values()] }
  }
}

async function mend(root: string, findings: readonly Finding[], files: Map<string, MendedFile>): Promise<boolean> {
  const mendable = findings.filter(isMendable)
  let changed = false
  for (const file of new Set(mendable.flatMap((one) => one.file ?? []))) {
    const own = mendable.filter((one) => one.file === file)
    const source = await readFile(join(root, file), 'utf8')
    const { text, mended } = applyFixes(source, own)
    if (text === source) continue
    await write(join(root, file), file, text)
    const known = files.get(file)
    files.set(file, { file, before: known?.before ?? source, after: text, mended: (known?.mended ?? 0) + mended })
    changed = true
  }
  return changed
}

function isMendable({ file, fix }: Finding): boolean {
  return fix !== undefined && file?.startsWith('content/') === true
}

async function write(path: string, file: string, text: string): Promise<void> {
  try {
    await writeWhole(path, text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EnvironmentError([diagnostic('GZ-E002', `${file} cannot be written: ${reason}`)], { cause: error })
  }
}
