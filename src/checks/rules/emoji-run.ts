import { finding } from '../finding.ts'
import { defineRule } from '../rule.ts'

const run = /(?:(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\ufe0f?)*\s*){2,}/u

export const emojiRun = defineRule('GZ-K107', function* (context) {
  const { subject, preheader } = context.input.issue
  for (const [key, text] of [['subject', subject], ['preheader', preheader]] as const) {
    const found = run.exec(text)?.[0].trim()
    if (found !== undefined) yield finding('GZ-K107', `the ${key} has the emoji ${found} in a row`, context.issuePlace(key))
  }
})
