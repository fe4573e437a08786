import { createInterface } from 'node:readline/promises'

export interface Question<Key extends string> {
  key: Key
  text: string
  /** Taken when the answer is empty, or nobody is there to answer. */
  preset: string
}

/**
 * Asks in the terminal, one line per question, on standard error so that standard output stays the result's.
 *
 * @param given answers that are there already; their questions are not asked
 * @param interactive false asks nothing and takes the presets
 * @returns undefined when the person broke off
 */
export async function ask<Key extends string>(
  questions: readonly Question<Key>[],
  given: Partial<Record<Key, string>>,
  interactive: boolean,
): Promise<Record<Key, string> | undefined> {
  const answers: Partial<Record<Key, string>> = { ...given }
  const open = questions.filter(({ key }) => answers[key] === undefined)
  if (!interactive || open.length === 0) return complete(questions, answers)
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  // Ctrl-C and the end of the input stop the command before anything is written.
  const stopped = new AbortController()
  lines.on('SIGINT', () => { stopped.abort() })
  lines.on('close', () => { stopped.abort() })
  try {
    for (const { key, text, preset } of open) {
      const answer = await lines.question(preset === '' ? text : `${text} (${preset}) `, { signal: stopped.signal })
      answers[key] = answer.trim() === '' ? preset : answer.trim()
    }
  } catch (error) {
    if (!stopped.signal.aborted) throw error
    process.stderr.write('\n')
    return undefined
  } finally {
    lines.removeAllListeners('close')
    lines.close()
  }
  return complete(questions, answers)
}

/** Asks one question in the terminal. @returns undefined when the person broke off */
export async function question(text: string): Promise<string | undefined> {
  const answers = await ask([{ key: 'answer', text, preset: '' }], {}, true)
  return answers?.answer
}

function complete<Key extends string>(
  questions: readonly Question<Key>[],
  answers: Partial<Record<Key, string>>,
): Record<Key, string> {
  return Object.fromEntries(questions.map(({ key, preset }) => [key, answers[key] ?? preset])) as Record<Key, string>
}
