import { describe, expect, it } from 'vitest'
import { arrangeIssue } from '../../src/content/edit-issue.ts'
import { parseIssueFile } from '../../src/content/issue-file.ts'

const home = new Map([
  ['ferry', 'Harbour'],
  ['seals', 'Harbour'],
  ['crane', 'Harbour'],
  ['silo', 'Energy'],
  ['meter', 'Energy'],
])

const bySection = `---
number: 61
# Subject to be decided on Thursday
subject: "The quietest ferry"
articles:
  # The harbour comes first.
  Harbour:
    - ferry # the lead
    # Ask the warden before we print this.
    - seals

  Energy: # two this week
    - silo
    - meter.md

template: classic
---

Intro.
`

const listed = `---
articles:
- ferry
- silo # figures to be checked
- seals
- meter
---
`

const slugs = (source: string): (string | undefined)[][] => {
  const { issueFile } = parseIssueFile(source, 'content/issues/x.md', 'x', '2026-11-26')
  const choice = issueFile?.articles
  return choice?.kind === 'list' ? choice.entries.map(({ slug, section }) => [section, slug]) : []
}

describe('arranging the stories of an issue', () => {
  it('moves a story within its section and its comment with it', () => {
    const edited = arrangeIssue(bySection, [{ section: 'Harbour', slugs: ['seals', 'ferry'] }, { section: 'Energy', slugs: ['silo', 'meter'] }], home)
    expect(edited).toContain(`    # Ask the warden before we print this.\n    - seals\n    - ferry # the lead\n`)
    expect(edited).toContain('# Subject to be decided on Thursday\nsubject: "The quietest ferry"\n')
    expect(edited).toContain('\ntemplate: classic\n---\n\nIntro.\n')
  })

  it('moves a story to another section and drops one', () => {
    const edited = arrangeIssue(bySection, [{ section: 'Harbour', slugs: ['ferry'] }, { section: 'Energy', slugs: ['seals', 'silo'] }], home)
    expect(slugs(edited)).toEqual([['Harbour', 'ferry'], ['Energy', 'seals'], ['Energy', 'silo']])
    expect(edited).toContain('# The harbour comes first.')
    expect(edited).toContain('# two this week')
  })

  it('keeps a plain list plain, and untouched sections in their places', () => {
    const edited = arrangeIssue(listed, [{ section: 'Harbour', slugs: ['seals', 'crane', 'ferry'] }, { section: 'Energy', slugs: ['silo', 'meter'] }], home)
    expect(edited).toBe('---\narticles:\n- seals\n- silo # figures to be checked\n- crane\n- ferry\n- meter\n---\n')
  })

  it('turns a plain list into sections when a story leaves its own', () => {
    const edited = arrangeIssue(listed, [{ section: 'Harbour', slugs: ['ferry'] }, { section: 'Energy', slugs: ['seals', 'silo'] }], home)
    expect(edited).toBe('---\narticles:\n  Harbour:\n  - ferry\n  Energy:\n  - seals\n  - silo # figures to be checked\n---\n')
  })

  it('writes down what a query had chosen', () => {
    const query = '---\ndate: 2026-11-26 # Thursday\narticles: { since: 2026-11-20, limit: 5 }\n---\n'
    const wanted = [{ section: 'Harbour', slugs: ['ferry'] }]
    expect(arrangeIssue(query, wanted, home)).toBe('---\ndate: 2026-11-26 # Thursday\narticles:\n  Harbour:\n    - ferry\n---\n')
    expect(arrangeIssue('---\nnumber: 3\n---\nHello.\n', wanted, home)).toBe('---\nnumber: 3\narticles:\n  Harbour:\n    - ferry\n---\nHello.\n')
  })

  it('uses a plain list where the newsletter has no sections', () => {
    expect(arrangeIssue('---\nnumber: 3\n---\n', [{ section: '', slugs: ['b', 'a'] }], new Map())).toBe('---\nnumber: 3\narticles:\n  - b\n  - a\n---\n')
  })

  it('keeps lists in brackets', () => {
    const flow = '---\narticles:\n  Harbour: [ferry, seals]\n  Energy: [silo]\n---\n'
    expect(arrangeIssue(flow, [{ section: 'Harbour', slugs: ['seals', 'ferry'] }, { section: 'Energy', slugs: ['silo'] }], home)).toBe(
      '---\narticles:\n  Harbour: [seals, ferry]\n  Energy: [silo]\n---\n',
    )
  })

  it('is the same text when nothing moves', () => {
    const same = [{ section: 'Harbour', slugs: ['ferry', 'seals'] }, { section: 'Energy', slugs: ['silo', 'meter'] }]
    expect(arrangeIssue(bySection.replace('.md', ''), same, home)).toBe(bySection.replace('.md', ''))
    expect(arrangeIssue(listed, same, home)).toBe(listed)
  })
})
