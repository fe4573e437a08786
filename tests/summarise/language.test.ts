import { describe, expect, it } from 'vitest'
import { inItsLanguage } from '../../src/app/summarise.ts'
import { summarise } from '../../src/app/library.ts'
import { detectLanguage } from '../../src/summarise/language.ts'

describe('detectLanguage', () => {
  it.each([
    ['en', 'The harbour was closed for nine days after the storm.'],
    ['de', 'Der Hafen war nach dem Sturm neun Tage lang geschlossen.'],
    ['fr', 'Le port est resté fermé pendant neuf jours après la tempête.'],
    ['es', 'El puerto estuvo cerrado nueve días después de la tormenta.'],
    ['it', 'Il porto è rimasto chiuso per nove giorni dopo la tempesta.'],
    ['pt', 'O porto ficou fechado durante nove dias depois da tempestade.'],
    ['nl', 'De haven was na de storm negen dagen lang gesloten.'],
    ['sv', 'Hamnen var stängd i nio dagar efter stormen.'],
    ['pl', 'Port był zamknięty przez dziewięć dni po burzy.'],
    ['ru', 'Порт был закрыт девять дней после шторма.'],
    ['vi', 'Cảng đã đóng cửa chín ngày sau cơn bão.'],
    ['tr', 'Liman fırtınadan sonra dokuz gün boyunca kapalı kaldı.'],
    ['ar', 'أغلق الميناء تسعة أيام بعد العاصفة.'],
    ['ja', '港は嵐の後、九日間閉鎖された。'],
    ['zh', '风暴过后，港口关闭了九天。'],
  ])('%s', (lang, text) => {
    expect(detectLanguage(text)).toBe(lang)
  })

  it('reads the text and not the code, addresses and links in it', () => {
    expect(detectLanguage('```\nthe of and to in is that for\n```\nDer [Hafen](https://quay.example/the-harbour-was-closed) war `the open gate of the port` nach dem Sturm geschlossen.')).toBe('de')
  })

  it('does not guess', () => {
    for (const text of ['', '42', '```\ncode\n```']) expect(detectLanguage(text)).toBe(undefined)
  })
})

it('finds the language where none is named, and leaves one that is', async () => {
  const french = 'Le port est resté fermé pendant neuf jours. Elle reste. Les navires attendaient au large depuis mardi.'
  expect((await inItsLanguage({ title: '', text: french })).lang).toBe('fr')
  expect((await inItsLanguage({ title: '', text: french, lang: 'de' })).lang).toBe('de')
  expect((await inItsLanguage({ title: '', text: '…' })).lang).toBe('en')
  // « Elle » points back in French only.
  expect(summarise('Elle reste à quai pour la nuit. Les navires attendaient au large depuis mardi, sans nouvelles du port.', { words: 14 }).text).toMatch(/^Les navires/)
})
