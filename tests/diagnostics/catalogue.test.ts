import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/diagnostics/catalogue.ts'
import { explanationOf } from '../../src/diagnostics/explanation.ts'
import type { Code } from '../../src/diagnostics/diagnostic.ts'

const source = fileURLToPath(new URL('../../src', import.meta.url))
const areas = join(source, 'diagnostics/catalogue')

describe('the catalogue', () => {
  it('gives no code twice', () => {
    const codes = readdirSync(areas).flatMap((name) => readFileSync(join(areas, name), 'utf8').match(/^ {2}'GZ-\w+'/gm) ?? [])
    expect(codes.length).toBe(new Set(codes).size)
    expect(codes.length).toBe(Object.keys(catalogue).length)
  })

  // The codes of checks (K, L) come from the rules themselves, and those of the audience (A) from its table.
  it('holds no code of content, templates and rendering that nothing reports', () => {
    const program = readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.startsWith(areas))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n')
    expect(Object.keys(catalogue).filter((code) => /^GZ-[CNSBTREU]/.test(code) && !program.includes(`'${code}'`))).toEqual([])
  })

  it.each(Object.keys(catalogue) as Code[])('explains %s', (code) => {
    expect(code).toMatch(/^GZ-[A-Z]\d{3}$/)
    expect(catalogue[code].title).toMatch(/^.{5,80}[^.]$/)
    expect(explanationOf(code)).toMatch(/[.!?)]/)
  })
})
