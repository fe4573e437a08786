import { innerPrograms, type MustacheStatement, type Program } from './ast.ts'
import { helpers } from './helpers/all.ts'

/**
 * Makes `{{url}}` mean the value where a helper has the same name: Handlebars would call the helper with nothing,
 * which none of ours allows. Changes the program in place.
 *
 * @param names block parameters of the blocks around; they come before helpers anyway
 */
export function preferValues(program: Program, names: ReadonlySet<string> = new Set()): void {
  const inside = new Set([...names, ...(program.blockParams ?? [])])
  for (const statement of program.body) {
    if (statement.type === 'MustacheStatement') preferValue(statement, inside)
    for (const inner of innerPrograms(statement)) preferValues(inner, inside)
  }
}

function preferValue({ path, params, hash }: MustacheStatement, names: ReadonlySet<string>): void {
  if (path.type !== 'PathExpression' || params.length > 0 || hash !== undefined) return
  if (names.has(path.original) || !Object.hasOwn(helpers, path.original)) return
  path.original = `./${path.original}`
}
