import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { IssueView, LiveEvent } from '../../src/preview/protocol.ts'
import { versionHeader } from '../../src/preview/protocol-paths.ts'
import { ask } from '../support/ask.ts'
import { preview, sampleFolder } from '../support/preview.ts'
import { eventually } from '../support/reader.ts'

const slug = '2026-w48'
const issueFile = `content/issues/${slug}.md`
const template = 'templates/classic/issue.mjml.hbs'
const crane = 'content/articles/2026-11-23-crane-4-in-eleven-pieces.md'

function replace(root: string, file: string, from: string, to: string): void {
  const path = join(root, file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
}

describe('a build', () => {
  it('has its message before the rules look at it, and their findings after', async () => {
    const { session, root } = await preview(sampleFolder())
    // A picture without a word has its place in the template.
    replace(root, template, '</mj-body>', '<mj-section><mj-column><mj-image src="https://harbour.example/x.png" /></mj-column></mj-section></mj-body>')
    await session.changed([template])
    const snapshot = await session.snapshot(slug)
    expect(snapshot?.good?.revision).toBe(snapshot?.revision)
    expect(snapshot?.verdict.known).toBeUndefined()
    const found = await snapshot?.verdict.reached()
    expect(snapshot?.stages.at(-1)).toMatchObject({ name: 'check', ran: true })
    expect(found?.length).toBeGreaterThan(0)
    expect(snapshot?.good?.marked.length).toBeGreaterThan(0)

    replace(root, crane, 'in eleven pieces', 'in twelve pieces')
    await session.changed([crane])
    const next = await session.snapshot(slug)
    expect(next?.revision).toBeGreaterThan(snapshot?.revision ?? Infinity)
    // Until its own are known it keeps the marks of the one before, so that they do not come and go.
    expect(next?.good?.marked).toEqual(snapshot?.good?.marked)
    expect(next?.stages.at(-1)?.name).toBe('check')
  })

  it('answers who asks for the message while it runs, with the version of its view', async () => {
    const { session, root, url } = await preview(sampleFolder())
    await session.snapshot(slug)
    replace(root, crane, 'in eleven pieces', 'in twelve pieces')
    const changed = session.changed([crane])
    const frame = await ask(url, `/frame/${slug}`)
    await changed
    expect(frame.body).toContain('in twelve pieces')
    const view = JSON.parse((await ask(url, `/api/issues/${slug}`)).body) as IssueView
    expect(frame.headers[versionHeader.toLowerCase()]).toBe(view.message?.version)
  })

  it('that fails on a file half written is not spoken of', async () => {
    const { session, root, reports } = await preview(sampleFolder())
    await session.snapshot(slug)
    const told: LiveEvent[] = []
    session.audience.join((event) => told.push(event), slug)
    const good = readFileSync(join(root, issueFile), 'utf8')

    writeFileSync(join(root, issueFile), good.slice(0, 12))
    const halfway = session.changed([issueFile])
    expect((await session.snapshot(slug))?.breaking).not.toEqual([])
    writeFileSync(join(root, issueFile), good)
    const whole = session.changed([issueFile])
    await Promise.all([halfway, whole])
    const built = (): LiveEvent[] => told.filter(({ type }) => type === 'built')
    expect(built().length).toBeGreaterThan(0)
    expect(built()).toEqual(built().map((event) => ({ ...event, problems: 0 })))
    expect(reports).toEqual([])

    writeFileSync(join(root, issueFile), good.slice(0, 12))
    await eventually(() => {
      expect(built().at(-1)).not.toMatchObject({ problems: 0 })
      expect(reports.at(-1)?.breaking).not.toEqual([])
    })
  })
})
