import type { Sources } from './complete.ts'
import { shells } from './scripts.ts'

/**
 * What the words of a command line can name.
 *
 * @param root the newsletter folder; one that cannot be read offers nothing
 */
export function sourcesFor(root: string): Sources {
  const sections = async (): Promise<string[]> => {
    const { loadNewsletter } = await import('../../config/load.io.ts')
    const { newsletter } = await loadNewsletter(root)
    return newsletter?.sections.map((section) => (typeof section === 'string' ? section : section.name)) ?? []
  }
  const issues = async (): Promise<string[]> => {
    const { issueSlugs } = await import('../../app/issues.io.ts')
    return (await issueSlugs(root)).toReversed()
  }
  return {
    issue: issues,
    code: async () => Object.keys((await import('../../diagnostics/catalogue.ts')).catalogue),
    shell: () => Promise.resolve(shells),
    'new kind': () => Promise.resolve(['article', 'issue']),
    'schema name': async () => (await import('../../app/editor-schemas.ts')).schemaNames,
    'sources action': () => Promise.resolve(['list', 'import']),
    'pull source': async () => {
      const { loadNewsletter } = await import('../../config/load.io.ts')
      const { newsletter } = await loadNewsletter(root)
      return newsletter?.sources.flatMap(({ name }) => name ?? []) ?? []
    },
    '--section': sections,
    '--until': async () => (await import('../../app/stages.ts')).buildStages.map((stage) => stage.name),
  }
}
