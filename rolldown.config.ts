import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { dependencies: Record<string, string> }

/**
 * Puts the compiled modules into a few files, together with the packages that every command or build needs: some six
 * hundred files take longer to find and read than to run. The files are CommonJS, because only for those can Node 20 keep the
 * compiled code (src/cli/compiled-code.cjs). What package.json names as a dependency stays outside and is installed
 * with Gazette; what is bundled is a development dependency.
 */
const outside = [...Object.keys(manifest.dependencies), ...builtinModules]
const isOutside = (id: string): boolean => id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`))

/** Parts of MJML that are never run with the options we set (src/render/mjml.ts), and what takes their place. */
const unused: Readonly<Record<string, string>> = {
  htmlnano: 'export default {}',
  'cssnano-preset-lite': 'export default {}',
  'js-beautify': 'export const html = (text) => text',
  // Configuration is never read, so that no file of the current folder has a say.
  './helpers/mjmlconfig':
    "export const readMjmlConfig = () => ({ mjmlConfig: { packages: [], options: {} }, componentRootPath: '' })\n" +
    'export const handleMjmlConfigComponents = () => undefined\nexport default () => undefined',
  './node-only/skeleton-loader': 'export default () => undefined',
}

/** The inliner of styles, which few templates ask for: loaded when it is first used. */
const late = (name: string): string => `
import { createRequire } from 'node:module'
let loaded
const real = () => (loaded ??= createRequire(import.meta.url)('./inline-styles.cjs')['${name}'])
export default new Proxy(() => undefined, {
  get: (_, key) => Reflect.get(real(), key),
  apply: (_, self, values) => Reflect.apply(real(), self, values),
})
export const load = (...values) => real().load(...values)
`

/** Modules that load a package at run time, in a way that a bundler cannot see, and the same with imports. */
const replaced: Readonly<Record<string, string>> = {
  '/dist/render/handlebars.js': "export { default as Handlebars } from 'handlebars/dist/handlebars.js'",
  '/dist/render/mjml-package.js':
    "import compile from 'mjml'\nimport { components as known } from 'mjml-core'\n" +
    'export const mjmlPackage = () => compile\nexport const components = () => known',
}

const lean: Plugin = {
  name: 'lean',
  resolveId(id, importer) {
    if (id === '\0inline-styles') return id
    if (importer?.includes('/node_modules/mjml-core/') !== true) return null
    if (id in unused) return `\0unused:${id}`
    if (id === 'juice' || id === 'cheerio') return `\0late:${id}`
    return null
  },
  load(id) {
    if (id.startsWith('\0unused:')) return unused[id.slice('\0unused:'.length)] ?? null
    if (id.startsWith('\0late:')) return late(id.slice('\0late:'.length))
    if (id === '\0inline-styles') return "export { default as juice } from 'juice'\nexport * as cheerio from 'cheerio'"
    const path = Object.keys(replaced).find((end) => id.endsWith(end))
    return path === undefined ? null : (replaced[path] ?? null)
  },
}

/** Writes down whose code is in a bundle and on what terms. */
const licences = (fileName: string): Plugin => ({
  name: 'licences',
  generateBundle(_options, files) {
    const folders = new Set<string>()
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk') continue
      for (const id of file.moduleIds) {
        const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]
        if (folder !== undefined) folders.add(folder)
      }
    }
    const source = [...folders].toSorted().map(termsOf).join('\n\n')
    this.emitFile({ type: 'asset', fileName, source: `Code of these packages is part of the files in this folder.\n\n${source}\n` })
  },
})

function termsOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'License', 'license'].map((one) => join(folder, one)).find((one) => existsSync(one))
  return `${name ?? ''} ${version ?? ''} (${license ?? 'see its text'})\n${file === undefined ? '' : readFileSync(file, 'utf8').trim()}`
}

/** The library as an ES module: the names of the bundle, which Node's own reader of CommonJS would have to guess. */
const library: Plugin = {
  name: 'library',
  generateBundle(_options, files) {
    for (const file of Object.values(files)) {
      if (file.type !== 'chunk' || !file.isEntry || file.name !== 'index') continue
      const source = `import library from './${file.fileName}'\nexport const { ${file.exports.join(', ')} } = library\n`
      this.emitFile({ type: 'asset', fileName: 'index.js', source })
    }
  },
}

const output = {
  dir: 'dist/bundle',
  format: 'cjs',
  exports: 'named',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
} as const

/** `eval` is in gray-matter's engine for JavaScript, which src/content/front-matter.ts makes unreachable. */
const checks = { eval: false }

export default defineConfig([
  {
    input: { main: 'dist/cli/main.js', index: 'dist/index.js' },
    platform: 'node',
    external: isOutside,
    plugins: [lean, licences('LICENCES.txt'), library],
    checks,
    logLevel: 'warn',
    output: { ...output, cleanDir: true },
  },
  {
    input: { 'inline-styles': '\0inline-styles' },
    platform: 'node',
    external: isOutside,
    plugins: [lean, licences('LICENCES-inline-styles.txt')],
    checks,
    logLevel: 'warn',
    output,
  },
])
