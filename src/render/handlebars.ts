import { createRequire } from 'node:module'
import type Original from 'handlebars'

/**
 * Handlebars from its one-file build. The package's main file is the same program in fifty files, with a generator of
 * source maps: it takes three times as long to load, which is felt in every build.
 */
export const Handlebars = createRequire(import.meta.url)('handlebars/dist/handlebars.js') as typeof Original

export type TemplateDelegate = Original.TemplateDelegate
export type HelperDelegate = Original.HelperDelegate
export type HelperOptions = Original.HelperOptions
