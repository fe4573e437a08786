// Kept apart from gazette.cjs because `import()` is a syntax error on the Nodes that gazette.cjs turns away.
'use strict'
const { statSync } = require('node:fs')
const nodeModule = require('node:module')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')

const home = join(__dirname, '..', '..')
const modules = join(home, 'dist', 'cli', 'main.js')
const bundle = join(home, 'dist', 'bundle', 'main.cjs')

/** When a file was last written, in milliseconds; 0 when it is not there. */
const written = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const [bundled, compiled] = [written(bundle), written(modules)]
if (bundled === 0 && compiled === 0) {
  console.error('gazette is not built yet: run `npm ci` (or `npm run build`) in ' + home)
  process.exit(4)
} else if (compiled > bundled) {
  // A clone in which `tsc` ran alone. The package has no modules, only the bundle.
  import(pathToFileURL(modules).href)
} else if (nodeModule.enableCompileCache !== undefined) {
  nodeModule.enableCompileCache()
  require(bundle)
} else {
  const store = `${process.versions.v8}-${process.arch}-${process.argv[2] === 'build' ? 'build' : 'other'}`
  require('./compiled-code.cjs')(bundle, join(home, 'dist', 'compiled', store))
}
