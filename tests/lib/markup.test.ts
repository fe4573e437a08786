import { expect, it } from 'vitest'
import { markup } from '../../src/lib/markup.ts'

it('escapes every value that is not markup', () => {
  const evil = '"><script>alert(1)</script>'
  const inner = markup`<b>${evil}</b>`
  expect(markup`<p title="${evil}">${inner}${[inner, 3]}${false}${undefined}</p>`.html).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"><b>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</b><b>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</b>3</p>',
  )
})
