import { Module } from 'node:module'

/**
 * Loads a CommonJS module while some of the modules it asks for are kept out of the way, because they take longer to
 * load than the module itself and are seldom or never used.
 *
 * @param from `require` as of the module that asks for them
 * @param late stand-ins take the place of these and load them when they are first used
 * @param never these are not used with the options we set: an empty object takes their place
 */
export function loadWithout<T>(load: () => T, from: NodeJS.Require, late: readonly string[], never: readonly string[]): T {
  const held: string[] = []
  const hold = (name: string, exports: object): void => {
    const path = pathOf(name, from)
    if (path === undefined || from.cache[path] !== undefined) return
    const module = new Module(path)
    from.cache[path] = Object.assign(module, { loaded: true, exports })
    held.push(path)
  }
  for (const name of late) hold(name, standIn(() => from(name)))
  for (const name of never) hold(name, {})
  try {
    return load()
  } finally {
    // Whoever else asks for them gets the real ones.
    for (const path of held) Reflect.deleteProperty(from.cache, path)
  }
}

/** Undefined when there is no such package: another version of what is loaded may do without it. */
function pathOf(name: string, from: NodeJS.Require): string | undefined {
  try {
    return from.resolve(name)
  } catch {
    return undefined
  }
}

/** Looks and acts like the module, which is loaded when a part of it is asked for or it is called. */
function standIn(load: () => unknown): object {
  let loaded: object | undefined
  const real = (): object => (loaded ??= load() as object)
  return new Proxy(() => undefined, {
    // Compiled imports ask for this mark at once; without it they take the whole module, which is what they get.
    get: (_, key): unknown => (key === '__esModule' ? undefined : Reflect.get(real(), key)),
    apply: (_, self, values: unknown[]) => Reflect.apply(real() as (...values: unknown[]) => unknown, self, values),
  })
}
