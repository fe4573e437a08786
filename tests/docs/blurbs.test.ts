import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { defaultPrompt } from '../../src/summarise/model/prompt.ts'

test('docs/blurbs.md shows the prompt that is used', () => {
  expect(readFileSync('docs/blurbs.md', 'utf8')).toContain(`\`\`\`text\n${defaultPrompt}\n\`\`\``)
})
