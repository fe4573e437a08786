import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { loadWithout } from './late-modules.ts'

/** What MJML makes of a source, with the options that we set. */
export type Mjml = (source: string, options: MjmlOptions) => Promise<{ html: string }>

interface MjmlOptions {
  validationLevel: 'strict'
  ignoreIncludes: true
  keepComments: boolean
  fonts: Record<string, never>
  minify: false
  beautify: false
}

type Components = Record<string, { allowedAttributes?: Record<string, string> } | undefined>

let loaded: Mjml | undefined

/**
 * Loads MJML when it is first needed. The only door to it, and what is known of its ways:
 * - it reads `.mjmlconfig` of the current folder and loads the packages named there as it is imported;
 * - it links to Google's fonts unless told that there are none;
 * - its `minify` and `beautify` damage CSS for Outlook and Yahoo, so neither is used;
 * - with `strict` it throws the list of its findings instead of returning it;
 * - it knows lines of the expanded text only;
 * - two thirds of the time to load it go to minifiers that are never run and to an inliner of styles that few templates
 *   ask for.
 *
 * The bundle has a module of its own in the place of this one (rolldown.config.ts), which keeps the same parts out.
 */
export function mjmlPackage(): Mjml {
  if (loaded !== undefined) return loaded
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('mjml'))
  const cwd = Object.getOwnPropertyDescriptor(process, 'cwd') ?? {}
  // Where MJML looks for .mjmlconfig: in a folder that has none. `require` is synchronous, so nobody else sees it.
  process.cwd = () => folder
  try {
    const core = createRequire(createRequire(require.resolve('mjml')).resolve('mjml-core'))
    const load = (): Mjml => require('mjml') as Mjml
    loaded = loadWithout(load, core, ['juice', 'cheerio'], ['htmlnano', 'cssnano-preset-lite', 'js-beautify'])
    return loaded
  } finally {
    Object.defineProperty(process, 'cwd', cwd)
  }
}

/** The components that MJML knows, by tag. */
export function components(): Components {
  const core = createRequire(createRequire(import.meta.url).resolve('mjml'))('mjml-core') as { components: Components }
  return core.components
}
