import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadTemplate, templateNames, type TemplateFolder } from '../../src/render/templates.io.ts'

let root: string
let folders: TemplateFolder[]
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gazette-templates-'))
  folders = ['mine', 'ours'].map((name) => ({ path: join(root, name), shown: name }))
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}

const classic = { 'ours/classic/issue.mjml.hbs': 'ours', 'ours/shared/text.hbs': 'text', 'ours/classic/partials/story.hbs': 'story' }

describe('loadTemplate', () => {
  it('reads a template with its partials and the shared ones', async () => {
    write({ ...classic, 'ours/classic/template.yaml': 'name: Classic\ndescription: A paper.\n', 'ours/shared/meta.hbs': '\ufeffmeta', 'ours/shared/story.hbs': 'shadowed' })
    const { template, diagnostics } = await loadTemplate('classic', folders)
    expect(diagnostics).toEqual([])
    expect(template).toMatchObject({
      name: 'classic',
      about: { name: 'Classic', description: 'A paper.' },
      message: { file: 'ours/classic/issue.mjml.hbs', source: 'ours' },
      text: { file: 'ours/shared/text.hbs', source: 'text' },
    })
    expect(Object.fromEntries([...(template?.partials ?? [])].map(([name, { source }]) => [name, source]))).toEqual({ story: 'story', meta: 'meta', text: 'text' })
  })

  it("lets the newsletter's own folder shadow a template, and shared partials one by one", async () => {
    write({ ...classic, 'ours/shared/meta.hbs': 'ours', 'ours/shared/foot.hbs': 'ours', 'mine/shared/meta.hbs': 'mine' })
    const partials = (await loadTemplate('classic', folders)).template?.partials
    expect(partials?.get('meta')).toEqual({ file: 'mine/shared/meta.hbs', source: 'mine' })
    expect(partials?.get('foot')?.source).toBe('ours')
    write({ 'mine/classic/issue.mjml.hbs': 'mine' })
    const { template } = await loadTemplate('classic', folders)
    expect(template?.message.source).toBe('mine')
    expect(template?.partials.has('story')).toBe(false)
  })

  it('suggests a template when there is none of the name', async () => {
    write(classic)
    expect((await loadTemplate('clasic', folders)).diagnostics).toMatchObject([{ code: 'GZ-T001', message: 'there is no template clasic', hint: 'did you mean classic?' }])
    expect((await loadTemplate('shared', folders)).diagnostics).toMatchObject([{ code: 'GZ-T001', hint: 'one of: classic' }])
    expect([...(await templateNames(folders)).keys()]).toEqual(['classic'])
  })

  it.each(['..', '../ours/classic', '.', ''])('does not leave its folders for %j', async (name) => {
    write(classic)
    expect((await loadTemplate(name, folders)).diagnostics).toMatchObject([{ code: 'GZ-T001' }])
  })

  it('says which file a template lacks', async () => {
    write({ 'mine/new/template.yaml': '' })
    expect((await loadTemplate('new', folders)).diagnostics).toMatchObject([{ code: 'GZ-T001', message: 'the template new has no issue.mjml.hbs' }])
  })

  it.each([
    ['name: [', 'GZ-T008', 1],
    ['name: A\ndescripton: B\n', 'GZ-T008', 2],
    ['name: [A]\n', 'GZ-T008', 1],
    ['- a\n', 'GZ-T008', 1],
  ])('reports template.yaml %j', async (source, code, line) => {
    write({ ...classic, 'ours/classic/template.yaml': source })
    const { template, diagnostics } = await loadTemplate('classic', folders)
    expect(template?.about.name).toBe('classic')
    expect(diagnostics).toMatchObject([{ code, file: 'ours/classic/template.yaml', line }])
  })
})
