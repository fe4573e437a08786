// Kept apart from gazette.cjs because `import()` is a syntax error on the Nodes that gazette.cjs turns away.
'use strict'
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')

const main = join(__dirname, '..', '..', 'dist', 'cli', 'main.js')
if (existsSync(main)) {
  import(pathToFileURL(main).href)
} else {
  console.error('gazette is not built yet: run `npm ci` (or `npm run build`) in ' + join(__dirname, '..', '..'))
  process.exit(4)
}
