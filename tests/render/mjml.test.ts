import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LineMap } from '../../src/render/line-map.ts'
import { compileMjml } from '../../src/render/mjml.ts'

const map: LineMap = { placeAt: (offset) => ({ file: 't.hbs', line: 1, column: offset + 1 }) }
const wrap = (content: string, head = ''): string =>
  `<mjml><mj-head><mj-title>T</mj-title>${head}</mj-head><mj-body><mj-section><mj-column>${content}</mj-column></mj-section></mj-body></mjml>`

describe('compileMjml', () => {
  it('makes HTML without links to fonts', async () => {
    const { value, diagnostics } = await compileMjml(wrap('<mj-text>Hello &lt;b&gt;</mj-text>'), map)
    expect(diagnostics).toEqual([])
    expect(value).toContain('Hello &lt;b&gt;')
    expect(value).not.toContain('fonts.googleapis.com')
  })

  it('still inlines styles and sets attributes where a template asks for it', async () => {
    const head =
      '<mj-style inline="inline">.red div { color: red !important; }</mj-style>' +
      '<mj-html-attributes><mj-selector path=".red div"><mj-html-attribute name="data-x">1</mj-html-attribute></mj-selector></mj-html-attributes>'
    const { value } = await compileMjml(wrap('<mj-text css-class="red">Hello</mj-text>', head), map)
    expect(value).toMatch(/<div style="[^"]*color: red/)
    expect(value).toContain('data-x="1"')
  })

  it('leads from each finding of the validator to its place', async () => {
    const source = wrap('\n<mj-text>a</mj-text> <mj-image sorce="x" />\n<mj-text color="nice">b</mj-text>')
    const { diagnostics } = await compileMjml(source, map)
    expect(diagnostics.map(({ message, column }) => [message, column])).toEqual([
      ['mj-image: Attribute sorce is illegal', source.indexOf('<mj-image') + 1],
      ['mj-text: Attribute color has invalid value: nice for type Color', source.indexOf('<mj-text color') + 1],
    ])
  })

  it('suggests the attribute that was meant', async () => {
    const { diagnostics } = await compileMjml(wrap('<mj-text colour="red">a</mj-text>'), map)
    expect(diagnostics).toMatchObject([{ code: 'GZ-R005', message: 'mj-text: Attribute colour is illegal', hint: 'did you mean color?' }])
  })

  it('reports what MJML throws for', async () => {
    expect((await compileMjml('', map)).diagnostics).toMatchObject([{ code: 'GZ-R005' }])
  })

  it('is not told what to do by a .mjmlconfig, and keeps out of other programs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gazette-mjml-'))
    try {
      writeFileSync(join(folder, '.mjmlconfig'), '{"packages": ["./evil.cjs"]}')
      writeFileSync(join(folder, 'evil.cjs'), 'console.log("evil ran")\nmodule.exports = {}')
      const module = new URL('../../dist/render/mjml.js', import.meta.url).href
      const core = `createRequire(createRequire(createRequire(${JSON.stringify(module)}).resolve('mjml')).resolve('mjml-core'))`
      const script =
        `import { createRequire } from 'node:module'; const { compileMjml } = await import(${JSON.stringify(module)});` +
        `const { value } = await compileMjml(${JSON.stringify(wrap('<mj-text>x</mj-text>'))}, { placeAt: () => undefined });` +
        `const core = ${core}; console.log(value.length > 1000, process.cwd(), typeof core('htmlnano').process, typeof core('juice').inlineContent)`
      const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      expect(output.trim()).toBe(`true ${folder} function function`)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
