import { readFileSync } from 'node:fs'

/**
 * A page of the docs with its generated parts made anew. A part stands between `<!-- generated: name -->` and
 * `<!-- end -->`; all else is written by hand and stays.
 *
 * @param file path from the repository's top
 * @throws when a named part is missing in the page, or the page has one that nobody makes
 */
export function regenerated(file: string, parts: Readonly<Record<string, string>>): string {
  const seen = new Set<string>()
  const text = readFileSync(file, 'utf8').replace(
    /<!-- generated: (\S+) -->\n[^]*?<!-- end -->/g,
    (_whole, name: string) => {
      const part = parts[name]
      if (part === undefined) throw new Error(`${file}: nobody makes the part ${name}`)
      seen.add(name)
      return `<!-- generated: ${name} -->\n\n${part.trim()}\n\n<!-- end -->`
    },
  )
  const missing = Object.keys(parts).filter((name) => !seen.has(name))
  if (missing.length > 0) throw new Error(`${file} has no place for ${missing.join(', ')}`)
  return text
}

/** A Markdown table; cells may hold inline marks, and their bars are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
