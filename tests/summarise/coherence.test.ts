import { describe, expect, it } from 'vitest'
import { introductionsOf } from '../../src/summarise/extract/names.ts'
import { isSaidByPronoun, opensWithPronoun, speaksOfKnown } from '../../src/summarise/text/antecedent.ts'
import { leadsOn, speaksOfItself } from '../../src/summarise/text/self-reference.ts'
import { strangersWords } from '../../src/summarise/text/voice.ts'

describe('speaksOfKnown', () => {
  it.each([
    ['en', 'The man was taken to a clinic.'], ['en', 'The 30-year-old was taken to a clinic.'], ['en', 'The company, however, denied it.'], ['en', 'The young couple had nine cranes.'],
    ['de', 'Der Mann wehrt sich gegen das Tor.'], ['fr', 'L’homme a vendu neuf grues.'], ['es', 'La empresa ha cerrado el puerto.'],
  ])('%s %s', (lang, sentence) => {
    expect(speaksOfKnown(sentence, lang)).toBe(true)
  })

  it.each([
    ['en', 'The man who sold nine cranes was taken to a clinic.'], ['en', 'The 30-year-old pilot of the port was ill.'], ['en', 'The company Example Cranes was sold.'], ['en', 'The company, which sells cranes, is old.'],
    ['de', 'Der Mann aus Quayton ist alt.'], ['fr', 'La société Exemple a vendu neuf grues.'], ['vi', 'The man was taken to a clinic.'],
  ])('not: %s %s', (lang, sentence) => {
    expect(speaksOfKnown(sentence, lang)).toBe(false)
  })
})

describe('opensWithPronoun', () => {
  it('finds a pronoun behind a time or a place, and none that stands for nothing', () => {
    expect(opensWithPronoun('In the end, they won the race.', 'en')).toBe(true)
    expect(opensWithPronoun('Dans le port, elle a vu neuf grues.', 'fr')).toBe(true)
    expect(opensWithPronoun('Im Hafen sagte Ada nichts.', 'de')).toBe(false)
    expect(opensWithPronoun('In the end, it emerged that the gate was shut.', 'en')).toBe(false)
    expect(opensWithPronoun('Dans le port, il faut attendre.', 'fr')).toBe(false)
    expect(opensWithPronoun('In the port, Ada said they would come.', 'en')).toBe(false)
  })
})

describe('isSaidByPronoun', () => {
  it.each([
    ['en', '"It fell," she said.', true], ['en', "'It isn't shut,' he said on Monday.", true], ['fr', '« Le port ferme », explique-t-elle.', true], ['fr', '"Le port ferme", a-t-il écrit.', true],
    ['de', '„Das Tor ist zu“, sagte er.', true], ['en', '“We ran,” said the guard.', false], ['en', 'The guard said "we ran", and she said nothing.', false],
  ])('%s %s: %s', (lang, sentence, expected) => {
    expect(isSaidByPronoun(sentence, lang)).toBe(expected)
  })
})

describe('speaksOfItself', () => {
  it.each([
    'In this post, we tell of cranes.', 'For this article, we asked nine pilots.', 'Part 2 of our series is about tides.',
    'This guide explains the gate.', 'In diesem Artikel geht es um Kräne.', 'Dans cet article, le port se raconte.',
  ])('%s', (sentence) => {
    expect(speaksOfItself(sentence)).toBe(true)
  })

  it.each(['The port sank in this story of love.', 'This article of the law is old.', 'We will go to court over the gate.', 'The series of storms has ended.', 'The post office is closed.'])('not: %s', (sentence) => {
    expect(speaksOfItself(sentence)).toBe(false)
  })
})

describe('leadsOn', () => {
  it.each(["Let's take a look at the gate.", "Here's how the gate works.", 'Here are nine cranes to see.', "We'll show you how the gate works.", 'We hope you like the cranes.', "I'm Ada Marsh.", 'And there’s plenty more!'])('%s', (sentence) => {
    expect(leadsOn(sentence)).toBe(true)
  })

  it.each(['We will go to court over the gate.', 'Let the gate be shut.', 'I am sorry for the cranes.', 'Much more was lost.'])('not: %s', (sentence) => {
    expect(leadsOn(sentence)).toBe(false)
  })
})

describe('strangersWords', () => {
  const news = ['The port lost nine cranes.', 'A storm bent them.', 'The gate is shut.', 'The pilots wait.', 'Ships lie outside.']

  it('knows words that lost their marks from those that kept them or tell who speaks', () => {
    expect(strangersWords([...news, 'I have never seen such a storm.', 'I saw it, said the guard.', 'The guard said "I saw it".'], 'en').slice(5)).toEqual([true, false, false])
    expect(strangersWords([...news, 'Nous sommes restés au port.'], 'fr').slice(5)).toEqual([true])
  })

  it('leaves authors alone who speak of themselves or for a group', () => {
    expect(strangersWords(['We run the port.', ...news, 'I like the cranes.'], 'en')).not.toContain(true)
    expect(strangersWords([...news, 'Vi ser mig ikke.'], 'da')).not.toContain(true)
  })
})

describe('introductionsOf', () => {
  const article = ['Ada Marsh runs the port.', 'The port has nine cranes.', 'Marsh bought them.', 'Mrs Marsh sold one in New Quayton.', 'Quayton is new.', 'Ada Marsh is old.']

  it('finds who is called by the last name alone, and where it is told who that is', () => {
    expect(introductionsOf(article, 'The cranes', 'en')).toEqual([[], [], [[0]], [[0]], [], []])
  })

  it('asks for nobody whom the title names, and not where any noun has a capital', () => {
    expect(introductionsOf(article, 'Marsh and the cranes', 'en').flat()).toEqual([])
    expect(introductionsOf(article, 'The cranes', 'de').flat()).toEqual([])
  })

  it('takes no place and no common word for a name', () => {
    expect(introductionsOf(['Air Quayton flies again.', 'Ships wait in Quayton.', 'Quayton pays.'], '', 'en').flat()).toEqual([])
    expect(introductionsOf(['The Harbour Police came.', 'The police left.', 'Police said no more.'], '', 'en').flat()).toEqual([])
  })
})
