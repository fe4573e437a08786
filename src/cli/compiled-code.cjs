// Runs the bundle from code that was compiled by an earlier run, which takes a third of a cold build's time away.
// Node does this itself from version 22 on (module.enableCompileCache); this is for the versions before.
'use strict'
const { createHash } = require('node:crypto')
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { dirname, join } = require('node:path')
const vm = require('node:vm')

/**
 * Loads a file of the bundle and the files that it requires.
 *
 * @param main absolute path of the file
 * @param store where compiled code is kept: beside the code it was made of and trusted like it, never in a folder of a
 *   newsletter or one that others can write to. When it cannot be written, nothing is kept.
 * @returns what the file exports
 */
module.exports = function run(main, store) {
  const folder = dirname(main)
  const kept = read(store)
  const scripts = new Map()
  const loaded = new Map()
  const outside = createRequire(main)
  let incomplete = false

  const load = (path) => {
    const known = loaded.get(path)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    loaded.set(path, module)
    const { size, mtimeMs } = statSync(path)
    const entry = kept.get(path)
    // V8 compares no more than the length of the text that the code was made of.
    const cachedData = entry !== undefined && entry.size === size && entry.mtimeMs === mtimeMs ? entry.data : undefined
    const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`, {
      filename: path,
      cachedData,
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    if (cachedData === undefined || script.cachedDataRejected) incomplete = true
    scripts.set(path, { script, size, mtimeMs })
    const require = (id) => (id.startsWith('./') ? load(join(folder, id)) : outside(id))
    require.resolve = outside.resolve
    script.runInThisContext().call(module.exports, module.exports, require, module, path, folder)
    return module.exports
  }

  // At the end, when the functions that were needed have been compiled too.
  process.once('exit', () => {
    if (incomplete) write(store, scripts, kept)
  })
  return load(main)
}

/**
 * A digest of the rest, an index in JSON with its length before it, and the compiled code of each file. The digest is
 * there because V8 runs damaged code without looking, and falls.
 */
function read(store) {
  const kept = new Map()
  try {
    const whole = readFileSync(store)
    const bytes = whole.subarray(digestLength)
    if (!digestOf(bytes).equals(whole.subarray(0, digestLength))) return kept
    const start = 4 + bytes.readUInt32LE(0)
    for (const { path, size, mtimeMs, at, length } of JSON.parse(bytes.toString('utf8', 4, start))) {
      kept.set(path, { size, mtimeMs, data: bytes.subarray(start + at, start + at + length) })
    }
  } catch {
    // There is none yet, or it is damaged: everything is compiled anew.
    kept.clear()
  }
  return kept
}

const digestLength = 32
const digestOf = (bytes) => createHash('sha256').update(bytes).digest()

function write(store, scripts, kept) {
  try {
    const all = new Map(kept)
    for (const [path, { script, size, mtimeMs }] of scripts) all.set(path, { size, mtimeMs, data: script.createCachedData() })
    let at = 0
    const index = []
    for (const [path, { size, mtimeMs, data }] of all) {
      index.push({ path, size, mtimeMs, at, length: data.length })
      at += data.length
    }
    const head = Buffer.from(JSON.stringify(index))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(head.length)
    mkdirSync(dirname(store), { recursive: true })
    const temporary = `${store}.${process.pid}`
    const bytes = Buffer.concat([length, head, ...Array.from(all.values(), ({ data }) => data)])
    writeFileSync(temporary, Buffer.concat([digestOf(bytes), bytes]))
    renameSync(temporary, store)
  } catch {
    // A folder that cannot be written costs the time and nothing else.
  }
}
