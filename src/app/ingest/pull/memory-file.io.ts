import { join } from 'node:path'
import { type Diagnostic, diagnostic } from '../../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../../diagnostics/errors.ts'
import { readIfPresent, writeWhole } from '../../../lib/files.io.ts'
import { type Memory, readMemory } from './memory.ts'

/** Where it is remembered what was pulled, below the newsletter folder. */
export const memoryFile = '.gazette/pulled.json'

export interface MemoryFile {
  memory: Memory
  diagnostics: Diagnostic[]
  /**
   * Writes it, whole and to the disk, or not at all.
   *
   * @throws EnvironmentError when the disk refuses
   */
  save: () => Promise<void>
}

/** Opens the memory of earlier pulls; one that is damaged is begun anew, and that is said. */
export async function openMemory(root: string, today: string): Promise<MemoryFile> {
  const path = join(root, memoryFile)
  const { memory, damaged } = readMemory(await readIfPresent(path), today)
  const diagnostics = damaged ? [diagnostic('GZ-I026', `${memoryFile} is damaged; what was pulled before is not known`)] : []
  const save = async (): Promise<void> => {
    try {
      await writeWhole(path, memory.text(), { durable: true })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new EnvironmentError([diagnostic('GZ-E002', `${memoryFile} cannot be written: ${reason}`)], { cause: error })
    }
  }
  return { memory, diagnostics, save }
}
