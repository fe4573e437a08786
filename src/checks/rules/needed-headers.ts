import { finding, settingSpot } from '../finding.ts'
import { defineRule } from '../rule.ts'

const needed = ['From', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version']
const once = new Set([...needed, 'Reply-To', 'Sender', 'Cc', 'Bcc', 'In-Reply-To', 'References', 'List-Unsubscribe', 'List-Id', 'Content-Type'].map((name) => name.toLowerCase()))

export const neededHeaders = defineRule('GZ-K710', function* ({ input }) {
  if (input.headers.length === 0) return
  const names = input.headers.map(([name]) => name.toLowerCase())
  for (const name of needed) {
    if (!names.includes(name.toLowerCase())) yield finding('GZ-K710', `the message has no ${name} header`, settingSpot())
  }
  const doubled = new Set(names.filter((name, at) => once.has(name) && names.indexOf(name) !== at))
  for (const name of doubled) yield finding('GZ-K710', `the message has the header ${name} twice`, settingSpot())
})
