import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { unifiedDiff } from '../../src/lib/unified-diff.ts'

test('equal texts have no difference', () => {
  expect(unifiedDiff('a\nb\n', 'a\nb\n', 'x.md')).toBe('')
})

test('shows the lines around a change', () => {
  const before = 'one\ntwo\nthree\nfour\nfive\nsix\n'
  expect(unifiedDiff(before, before.replace('three', 'THREE').replace('six\n', 'six\nseven\n'), 'x.md').split('\n')).toEqual([
    '--- a/x.md',
    '+++ b/x.md',
    '@@ -1,6 +1,7 @@',
    ' one', ' two', '-three', '+THREE', ' four', ' five', ' six', '+seven',
  ])
})

test.each([
  ['a\n'.repeat(30), `x\n${'a\n'.repeat(29)}z\n`],
  ['1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n', '1\nb\n3\n4\n5\n6\n7\n8\n9\n10\nk\n12\n13\n'],
  ['title: x\nurl: http://a.example\n---\ntext\n', 'title: x\nurl: https://a.example\nimageAlt: x\n---\ntext\n'],
])('git applies it', (before, after) => {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-diff-'))
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }) })
  writeFileSync(join(folder, 'x.md'), before)
  execFileSync('git', ['init', '-q'], { cwd: folder })
  execFileSync('git', ['apply', '-'], { cwd: folder, input: `${unifiedDiff(before, after, 'x.md')}\n` })
  expect(readFileSync(join(folder, 'x.md'), 'utf8')).toBe(after)
})
