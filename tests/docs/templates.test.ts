import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { settled, stepsOf } from '../support/docs/console.ts'
import { compileTemplate } from '../../src/render/expand.ts'
import { helpers } from '../../src/render/helpers/all.ts'
import { templateOf } from '../support/pipeline.ts'

const page = 'docs/templates.md'

async function newsletter(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-guide-'))
  onTestFinished(() => { rmSync(folder, { recursive: true }) })
  const made = await gazette(['init', '--yes'], { cwd: folder })
  expect(made.code, made.stderr).toBe(0)
  return folder
}

describe('docs/templates.md', () => {
  it('leads from a copy to a template of one’s own, step by step', { timeout: 120_000 }, async () => {
    const folder = await newsletter()
    const steps = stepsOf(page)
    for (const step of steps) {
      const where = `${page}:${step.line}`
      if (step.kind === 'run') {
        const [program, command, ...args] = step.command.split(' ')
        expect([program, command], where).toEqual(['npx', 'gazette'])
        const ended = await gazette(args, { cwd: folder })
        expect(settled(ended.stderr + ended.stdout), where).toBe(settled(step.output))
        expect(ended.code === 0, where).toBe(!/ error {2}GZ-/.test(step.output))
        continue
      }
      if (step.kind === 'start') throw new Error(`${where}: this page cannot ask for that`)
      const path = join(folder, step.file)
      mkdirSync(dirname(path), { recursive: true })
      const old = step.kind === 'write' ? '' : readFileSync(path, 'utf8')
      if (step.kind === 'change') expect(old.split(step.before), `${where}: the text to change is there once`).toHaveLength(2)
      writeFileSync(path, step.kind === 'change' ? old.replace(step.before, () => step.after) : old + step.text)
    }
    expect(steps.filter(({ kind }) => kind !== 'run').length).toBeGreaterThan(7)

    // What the reader has at the end is what the guide promised.
    const built = await gazette(['build', '--json'], { cwd: folder })
    expect(documentOf(built).diagnostics).toEqual([])
    const [html, text] = ['index.html', 'message.txt'].map((name) => readFileSync(join(folder, 'out/2026-w48', name), 'utf8'))
    expect(html).toMatch(/Good evening, reader\.<\/p>/)
    expect(html).toMatch(/normal 20px\/30px [^>]*>“/)
    expect(text).toContain('Good evening, reader.\n')
  })

  it('shows no snippet that is not tested', () => {
    const source = readFileSync(page, 'utf8')
    const blocks = [...source.matchAll(/^(<!-- (?:write|change): \S+ -->\n)?```(\w+)$/gm)]
    const untested = blocks.filter(([, action, language]) => action === undefined && language !== 'console').map(([, , language]) => language)
    expect(untested).toEqual(['yaml'])
  })

  it('shows settings that a newsletter takes', async () => {
    const folder = await newsletter()
    const [, settings = ''] = /```yaml\n([^]*?)```/.exec(readFileSync(page, 'utf8')) ?? []
    const file = join(folder, 'content/newsletter.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('template: classic\n', () => settings))
    const built = await gazette(['build', '--json'], { cwd: folder })
    expect(documentOf(built)).toMatchObject({ ok: true, diagnostics: [] })
  })

  it.each(Object.entries(helpers))('shows an example of %s that a template can use', (_name, { example }) => {
    const inStory = `{{#each sections as |section|}}{{#each stories as |story|}}{{#if story.date}}{{#if story.image}}${example}{{/if}}{{/if}}{{/each}}{{/each}}`
    const { diagnostics } = compileTemplate(templateOf(example.includes('issue.') ? example : inStory))
    expect(diagnostics).toEqual([])
  })
})
