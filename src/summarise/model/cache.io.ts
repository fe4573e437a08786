import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { isRecord } from '../../lib/records.ts'
import { readIfPresent, writeWhole } from '../../lib/files.io.ts'
import type { Ask } from './endpoint.io.ts'

/**
 * Keeps the answers of a model in a folder, each under a hash of what was asked, so that what did not change is not
 * asked again and comes out the same. Problems are not kept. The guard looks at a kept answer as at a new one.
 *
 * @param folder absolute
 * @param identity what else an answer depends on: the model and the parameters of the request
 */
export function cachedAsk(ask: Ask, folder: string, identity: unknown): Ask {
  return async (messages) => {
    const name = `${createHash('sha256').update(JSON.stringify([identity, messages])).digest('hex').slice(0, 40)}.json`
    const path = join(folder, name)
    const kept = textIn(await readIfPresent(path))
    if (kept !== undefined) return { text: kept, tokens: 0 }
    const answer = await ask(messages)
    if ('text' in answer) await writeWhole(path, `${JSON.stringify({ text: answer.text })}\n`)
    return answer
  }
}

function textIn(content: string | undefined): string | undefined {
  if (content === undefined) return undefined
  try {
    const value: unknown = JSON.parse(content)
    return isRecord(value) && typeof value.text === 'string' ? value.text : undefined
  } catch {
    return undefined
  }
}
