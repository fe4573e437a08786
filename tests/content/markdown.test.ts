import { describe, expect, it } from 'vitest'
import { renderInline, renderMarkdown } from '../../src/content/markdown.ts'

describe('renderMarkdown', () => {
  it('gives HTML, and text with the addresses of links', () => {
    const { html, text } = renderMarkdown('A *word* and [a link](https://a.example/x).\n\n- one\n- two\n\n1. three\n2. four')
    expect(html).toContain('<p>A <em>word</em> and <a href="https://a.example/x">a link</a>.</p>')
    expect(text).toBe('A word and a link (https://a.example/x).\n\n- one\n\n- two\n\n1. three\n\n2. four')
  })

  it('shows raw HTML instead of obeying it', () => {
    const { html } = renderMarkdown('<script>alert(1)</script>\n\nx <img src=x onerror=alert(1)>')
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('&lt;script&gt;')
  })

  it('keeps the words of a link that leads nowhere from a mail', () => {
    expect(renderMarkdown('[here](/about) and [there](#x)').html).toBe('<p>here and there</p>')
  })
})

describe('renderInline', () => {
  it('keeps simple marks and no blocks', () => {
    expect(renderInline('**Bold**\nand `code`')).toEqual({ html: '<strong>Bold</strong> and <code>code</code>', text: 'Bold and code' })
  })
})
