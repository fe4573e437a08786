import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkIssue } from '../../../src/app/check.ts'
import { newsletterFolder } from '../../support/newsletter-folder.ts'
import { cleanIssues } from './clean-issues.ts'

test('there are twenty clean issues', () => {
  expect(Object.keys(cleanIssues)).toHaveLength(20)
})

test.each(Object.entries(cleanIssues))('%s: nothing is found', async (_name, files) => {
  const { findings } = await checkIssue({ root: newsletterFolder(files), now: new Date('2026-11-26'), random: (count) => randomBytes(count) })
  expect(findings.map(({ code, file, line, message, hint }) => `${code} ${file ?? ''}:${line ?? ''} ${message} (${hint ?? ''})`)).toEqual([])
})
