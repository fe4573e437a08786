import { describe, expect, it } from 'vitest'
import { setFrontMatter, setHeading, UneditableError } from '../../src/content/edit-front-matter.ts'

const order = ['title', 'url', 'date', 'section', 'blurb', 'description', 'featured']

const article = `---
# Written in a hurry.
title: 'The old one'   # keep the quotes
date: 2026-11-20

# why it is here
section: Harbour
description: >-
  A long description that somebody
  has folded by hand.
tags: [ port,  sea ]
---

# Heading

Body with --- dashes.
`

describe('setting a key', () => {
  it('changes the bytes of the value and no other', () => {
    expect(setFrontMatter(article, { title: 'The new one' }, order)).toBe(article.replace('The old one', 'The new one'))
  })

  it('quotes what would otherwise mean something else', () => {
    const edited = setFrontMatter(article, { section: 'yes: no # maybe' }, order)
    expect(edited).toBe(article.replace('section: Harbour', 'section: "yes: no # maybe"'))
  })

  it('keeps a folded value folded and what follows it in place', () => {
    const edited = setFrontMatter(article, { description: 'Shorter, and still folded.' }, order)
    expect(edited).toBe(article.replace('A long description that somebody\n  has folded by hand.', 'Shorter, and still folded.'))
  })

  it('puts a new key where a person would', () => {
    const edited = setFrontMatter(article, { blurb: 'In the words of the editor.', featured: true }, order)
    expect(edited).toBe(
      article
        .replace('section: Harbour\n', 'section: Harbour\nblurb: In the words of the editor.\n')
        .replace('by hand.\n', 'by hand.\nfeatured: true\n'),
    )
  })

  it('takes a key away with its line and leaves the comments of the others', () => {
    expect(setFrontMatter(article, { section: undefined }, order)).toBe(article.replace('section: Harbour\n', ''))
    expect(setFrontMatter(article, { featured: undefined }, order)).toBe(article)
  })

  it('fills a key that has no value yet', () => {
    const source = '---\ntitle:   # to do\ndate: 2026-11-20\n---\n'
    expect(setFrontMatter(source, { title: 'Done' }, order)).toBe('---\ntitle: Done   # to do\ndate: 2026-11-20\n---\n')
  })

  it('keeps Windows line ends and a byte order mark', () => {
    const source = `\ufeff${article.replaceAll('\n', '\r\n')}`
    const edited = setFrontMatter(source, { title: 'New', blurb: 'Words.' }, order)
    expect(edited).toBe(
      source.replace('The old one', 'New').replace('section: Harbour\r\n', 'section: Harbour\r\nblurb: Words.\r\n'),
    )
  })

  it('gives a file front matter that has none', () => {
    expect(setFrontMatter('# Title\n\nText.\n', { featured: true }, order)).toBe('---\nfeatured: true\n---\n\n# Title\n\nText.\n')
    expect(setFrontMatter('---\n---\nText.\n', { featured: true }, order)).toBe('---\nfeatured: true\n---\nText.\n')
  })

  it('survives values that look like YAML, Markdown or a fence', () => {
    for (const value of ['---', '# not a comment', '- a', '{{name}}', "it's", '"', 'null', '2026-11-20', 'a: b', '*x*', '&a', 'ends with :', '…', '@x', '`x`']) {
      const edited = setFrontMatter(article, { title: value }, order)
      expect(edited.endsWith('Body with --- dashes.\n')).toBe(true)
      expect(setFrontMatter(edited, { title: 'The old one' }, order).replace(/^title: .*$/m, '')).toBe(article.replace(/^title: .*$/m, ''))
    }
  })

  it('refuses what it cannot edit safely', () => {
    for (const source of ['---\ntitle: [a\n---\n', '---\ntitle: &a x\nblurb: *a\n---\n', '---\n{title: x}\n---\n', '---\ntitle: x\n', '---\ntitle: a\ntitle: b\n---\n']) {
      expect(() => setFrontMatter(source, { title: 'y' }, order), source).toThrow(UneditableError)
    }
  })
})

describe('setting a heading', () => {
  it('replaces the words and keeps the marks', () => {
    expect(setHeading('Intro\n\n#  Old title #\n\n# Other\n', 'New $1 title')).toContain('#  New $1 title #\n\n# Other\n')
  })

  it('is refused when there is none', () => {
    expect(() => setHeading('Text only.\n', 'Title')).toThrow(UneditableError)
  })
})
