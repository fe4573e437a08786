import { describe, expect, it } from 'vitest'
import { guardedBlurb } from '../../../src/app/blurbs/guarded.ts'
import { createSummariser } from '../../../src/summarise/summariser.ts'
import { isVerbatim } from '../../../src/summarise/verbatim.ts'

const place = { file: 'content/articles/gate.md', line: 4 }

describe('guardedBlurb', () => {
  it('lets pass what is taken word for word', async () => {
    const article = { title: 'The gate', text: 'The **gate** of the port is open to all today. It was shut for nine days.', lang: 'en' }
    const { blurb, diagnostics } = await guardedBlurb(article, 45, 'extractive', place)
    expect(blurb.text).toBe('The gate of the port is open to all today. It was shut for nine days.')
    expect(isVerbatim(blurb, article.text)).toBe(true)
    expect(diagnostics).toEqual([])
  })

  it('gives what was cut to the guard, which knows a mark that stands for the rest', async () => {
    const article = { title: '', text: 'The gate of the old port of Quayton, which opened again on Tuesday after nine days, is wide.', lang: 'en' }
    const { blurb, diagnostics } = await guardedBlurb(article, 8, 'extractive', place)
    expect(isVerbatim(blurb, article.text)).toBe(false)
    expect(blurb.text).toMatch(/…$/)
    expect(diagnostics).toEqual([])
  })

  it('says what the guard has against a blurb when the article has no other', async () => {
    const article = { title: '', text: 'But the gate of the old port of Quayton, which opened again on Tuesday after nine days, is wide.', lang: 'en' }
    const { blurb, diagnostics } = await guardedBlurb(article, 8, 'extractive', place)
    expect(blurb.text).toMatch(/^But the gate/)
    expect(diagnostics).toMatchObject([{ code: 'GZ-B009', ...place, message: expect.stringContaining('“But the”') as string }])
  })
})

describe('isVerbatim', () => {
  const text = 'The gate is open.\n\nNobody came.'
  const blurb = (sentence: string, paragraph = 0) => ({ text: sentence, method: 'extractive' as const, sentences: [{ text: sentence, paragraph, offset: 0 }] })

  it('asks for every sentence at its place', () => {
    expect(isVerbatim(blurb('The gate is open.'), text)).toBe(true)
    expect(isVerbatim(blurb('The gate is not open.'), text)).toBe(false)
    expect(isVerbatim(blurb('Nobody came.'), text)).toBe(false)
    expect(isVerbatim(createSummariser({ method: 'lead' })({ title: '', text }, { words: 9 }), text)).toBe(true)
  })
})
