import { finding } from '../finding.ts'
import { wordList } from '../similar.ts'
import { defineRule } from '../rule.ts'

export const preheaderRepeats = defineRule('GZ-K106', function* (context) {
  const { subject, preheader } = context.input.issue
  const [title, line] = [wordList(subject).join(' '), wordList(preheader).join(' ')]
  if (title === '' || line === '') return
  if (title === line || (wordList(subject).length >= 3 && line.startsWith(title))) {
    yield finding('GZ-K106', 'the preheader says the same as the subject', context.issuePlace('preheader'))
  }
})
