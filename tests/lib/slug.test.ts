import { expect, test } from 'vitest'
import { slugOf } from '../../src/lib/slug.ts'

test.each([
  ['High water on a calm day', 'high-water-on-a-calm-day'],
  ["The street's 18:00 — and after?", 'the-streets-18-00-and-after'],
  ['Über Ærø: café naïve', 'uber-ærø-cafe-naive'],
  ['Đường sắt đô thị', 'đuong-sat-đo-thi'],
  ['東京の港', '東京の港'],
  ['हिन्दी समाचार', 'हिन्दी-समाचार'],
  ['  --  ', ''],
  ['../../etc/passwd', 'etc-passwd'],
])('%j becomes %j', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test('a long title is cut between words, a long word within', () => {
  const title = 'The library will stay open until ten on weekdays after all, because the people who clean it'
  expect(slugOf(title)).toBe('the-library-will-stay-open-until-ten-on-weekdays-after-all')
  expect(slugOf('x'.repeat(5000))).toHaveLength(60)
})
