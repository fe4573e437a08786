/**
 * The layers of docs/architecture.md as rules: arrows point down, features are islands,
 * effects live in `*.io.ts` files and the shells, and each quirky dependency has one door.
 */
const features = '^src/(content|ingest|summarise|render|checks|audience|deliver)/'

/** Only `door` may import the package `name`. */
const oneDoor = (name, door) => ({
  name: `one-door-for-${name}`,
  comment: `${name} has traps that one file knows about: ${door}`,
  severity: 'error',
  from: { path: '^src/', pathNot: door },
  to: { path: `node_modules/${name}(-core|-preset-core)?/` },
})

/** Files of `folder` may not import from any of `above`. */
const below = (folder, above) => ({
  name: `${folder}-stays-below`,
  comment: `${folder} knows nothing of ${above.join(', ')}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${above.join('|')})/` },
})

const featureFolders = ['content', 'ingest', 'summarise', 'render', 'checks', 'audience', 'deliver']
const shells = ['cli', 'preview']

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'a file that needs itself cannot be read or tested alone',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'features-are-islands',
      comment: 'a feature never imports another; app/ joins them',
      severity: 'error',
      from: { path: features },
      to: { path: features, pathNot: '^src/$1/' },
    },
    below('lib', ['model', 'diagnostics', 'config', 'app', ...featureFolders, ...shells]),
    below('model', ['config', 'app', ...featureFolders, ...shells]),
    below('diagnostics', ['config', 'app', ...featureFolders, ...shells]),
    below('config', ['app', ...featureFolders, ...shells]),
    below('(content|ingest|summarise|render|checks|audience|deliver)', ['app', ...shells]),
    below('app', shells),
    {
      name: 'effects-only-in-io-files',
      comment: 'a pure file takes text and returns a value: reading, writing, sockets and stores are in *.io.ts and the shells',
      severity: 'error',
      from: { path: '^src/', pathNot: '(\\.io\\.ts$|^src/(cli|preview)/)' },
      to: {
        path: '^(node:)?(fs|fs/promises|net|tls|http|https|http2|dns|dns/promises|dgram|child_process|worker_threads|cluster)$|node_modules/(nodemailer|chokidar|libsql|smtp-server|hono|@hono)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-interface-imports-types-only',
      comment: 'the browser part of the preview sees the model and the protocol, nothing else',
      severity: 'error',
      from: { path: '^src/preview/ui/' },
      to: { path: '^src/', pathNot: '^src/(preview/ui|preview/protocol|model)' },
    },
    oneDoor('gray-matter', '^src/content/front-matter\\.ts$'),
    oneDoor('mjml', '^src/render/mjml-package\\.ts$'),
    oneDoor('nodemailer', '^src/deliver/smtp\\.io\\.ts$'),
    oneDoor('htmlparser2', '^src/ingest/feed/xml\\.ts$'),
    oneDoor('linkedom', '^src/ingest/page/dom\\.ts$'),
    oneDoor('@mozilla/readability', '^src/ingest/page/readability\\.ts$'),
    oneDoor('libsql', '^src/lib/sql-file\\.io\\.ts$'),
    {
      name: 'no-source-to-tests',
      comment: 'the program does not know its tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
