import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { editorSchema } from '../../src/app/editor-schemas.ts'
import { buildProgram, definitions } from '../../src/cli/program.ts'
import { catalogue } from '../../src/diagnostics/catalogue.ts'
import type { Entry } from '../../src/diagnostics/entry.ts'
import { checkCodes, checkPages, checkTable } from '../support/docs/checks.ts'
import { templateDataShape } from '../../src/model/template-data.ts'
import { helpers } from '../../src/render/helpers/all.ts'
import { standardOptions } from '../../src/render/options.ts'
import { areas, codePages } from '../support/docs/codes.ts'
import { commandPages, sharedOptions } from '../support/docs/commands.ts'
import { keyTable } from '../support/docs/keys.ts'
import { regenerated } from '../support/docs/regions.ts'
import { replyTable } from '../support/docs/replies.ts'
import { helperTable, optionTable, partialTable, variableTables } from '../support/docs/template-kit.ts'

// `npm run docs` writes what these compare.
describe('pages that repeat the code are in step with it', () => {
  const program = buildProgram(() => undefined)
  const pages: Record<string, () => Record<string, string>> = {
    'docs/cli.md': () => ({ 'shared-options': sharedOptions(program), commands: commandPages(program, definitions) }),
    'docs/configuration.md': () => ({ newsletter: keyTable(editorSchema('newsletter')) }),
    'docs/content.md': () => ({ article: keyTable(editorSchema('article')), issue: keyTable(editorSchema('issue')) }),
    'docs/templates.md': () => ({
      options: optionTable(standardOptions),
      variables: variableTables(templateDataShape),
      helpers: helperTable(helpers),
      partials: partialTable('templates/shared'),
    }),
    'docs/errors.md': () => ({ codes: codePages() }),
    'docs/delivery.md': () => ({ replies: replyTable() }),
    'docs/checks.md': () => ({ overview: checkTable(), checks: checkPages() }),
  }

  test.each(Object.keys(pages))('%s', async (file) => {
    await expect(regenerated(file, pages[file]?.() ?? {}), 'npm run docs writes it anew').toMatchFileSnapshot(`../../${file}`)
  })
})

test('every code belongs to an area and is on the page', () => {
  const page = codePages()
  for (const code of Object.keys(catalogue)) {
    expect(areas[code.charAt(3)], code).toBeDefined()
    expect(page).toContain(`### ${code}\n`)
  }
})

test('every check is on its page with an explanation, a bad and a good example', () => {
  const page = checkPages()
  for (const code of checkCodes) {
    const { explanation, bad, good }: Entry = catalogue[code]
    expect([code, page.split(`### ${code}\n`).length, explanation.length > 40, bad !== undefined, good !== undefined]).toEqual([code, 2, true, true, true])
  }
})

test('every test that the table of threats names is there', () => {
  const named = [...readFileSync('docs/delivery.md', 'utf8').matchAll(/tests\/[\w./-]+\.ts/g)].map(([path]) => path)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})

describe('every command', () => {
  test.each(definitions)('$name has a summary without a full stop and examples that name it', (definition) => {
    expect(definition.summary).not.toMatch(/[.!]$|^[A-Z]/)
    expect(definition.examples.length).toBeGreaterThan(0)
    for (const [line] of definition.examples) expect(line).toMatch(/\bgazette\b/)
    expect(definition.examples.map(([line]) => line).join('\n')).toMatch(new RegExp(`gazette ${definition.name}\\b|^gazette$`, 'm'))
  })
})
