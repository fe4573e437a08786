import { loadNewsletter } from '../../config/load.io.ts'
import { blurbsSchema } from '../../config/blurbs.ts'
import type { BlurbMaker } from '../summarise.ts'
import { openModelWriter } from './model-writer.io.ts'

/**
 * Has a model write blurbs for texts outside an issue, with the settings of the newsletter folder when there is one.
 *
 * @param root the current folder, absolute
 * @param variables of the process
 */
export async function modelMaker(root: string, words: number, variables: NodeJS.ProcessEnv): Promise<BlurbMaker> {
  const { newsletter } = await loadNewsletter(root)
  const settings = newsletter?.blurbs.model ?? blurbsSchema.parse({}).model
  const write = await openModelWriter(root, settings, variables)
  return (article) => write({ article, words, known: [] }, {})
}
