import { stringify } from 'yaml'
import { appendItems } from './edit-yaml.ts'

/**
 * Adds sources to the text of newsletter.yaml. Comments, and everything that is there, stay as they are.
 *
 * @param added in the order in which they are to stand, each as its keys
 * @param order of the keys of the file, for where `sources` goes when there is none yet
 * @throws UneditableError when the text is not one that can be edited safely
 */
export function addSources(source: string, added: readonly Readonly<Record<string, string>>[], order: readonly string[]): string {
  const items = added.map((one) => stringify(one, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim())
  return appendItems(source, 'sources', items, order)
}
