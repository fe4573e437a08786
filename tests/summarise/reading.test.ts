import { describe, expect, it } from 'vitest'
import { documentOf } from '../../src/summarise/extract/document.ts'
import { isAside } from '../../src/summarise/text/asides.ts'
import { isDangling } from '../../src/summarise/text/opening.ts'
import { speechOf } from '../../src/summarise/text/speech.ts'
import { withQuotationState } from '../../src/summarise/text/quotation-marks.ts'
import { sentencesOf } from '../../src/summarise/text/sentences.ts'

describe('isAside', () => {
  it.each([
    'By .', 'Ada Example and Ben Sample.', '16:46 EST, 8 October 2019 .', 'Sign up for our newsletter here!', 'Check out our guide to cranes.',
    'This is the second post in a series about harbours.', 'For more information on tides, visit the harbour office.', 'The crane is shown below.',
    'Holly: How was the harbour built?', '9F: How was the gate built?', 'Pictured: Ada Marsh with her crane.', 'Ada and Ben are pictured in front of the gate.', 'Ada Marsh, right, met Ben Sample at the gate.', '#harbour#cranes Nine cranes fell.', 'See issue cranes:9 for the list.', 'Reach out to us at port@example.com.',
  ])('%s', (sentence) => {
    expect(isAside(sentence)).toBe(true)
  })

  it.each([
    'The following morning the harbour was closed.', 'By noon, nine ships had signed up for the race.', 'Visitors can watch the cranes from the pier.',
    'Readers of the tide tables noticed the error first.', 'The port asked captains to check out of the harbour by radio.',
  ])('not: %s', (sentence) => {
    expect(isAside(sentence)).toBe(false)
  })
})

describe('isDangling', () => {
  it.each([
    ['en', 'He also said no.'], ['en', 'But the crane fell.'], ['en', '“This is new,” he said.'], ['en', "It's late."], ['fr', 'Elle reste.'], ['fr', "C'est fini."],
    ['de', 'Diese Kräne stehen still.'], ['es', 'Pero nadie vino.'], ['vi', 'Tuy nhiên, cảng vẫn mở.'], ['zh', '但是港口关闭了。'], ['ja', 'しかし、港は閉まった。'], ['ru', 'Но порт закрыт.'],
  ])('%s %s', (lang, sentence) => {
    expect(isDangling(sentence, lang)).toBe(true)
  })

  it.each([['en', 'Items arrived.'], ['en', 'This week the crane fell.'], ['en', 'Butter is dear.'], ['fr', 'Cette semaine, le port ferme.'], ['de', 'Die Stadt zahlt.'], ['zz', 'The crane fell.']])('not: %s %s', (lang, sentence) => {
    expect(isDangling(sentence, lang)).toBe(false)
  })
})

describe('isDangling behind the first word', () => {
  it.each([
    ['en', 'As a small step towards that goal, the port bought a crane.'], ['en', 'One way we do that is by asking the pilots.'], ['en', 'Another part of the harbour is closed.'],
    ['en', 'In addition, the port has nine pilots.'], ['en', 'Because, unlike the pier, the gate is old.'], ['en', 'Until then the count goes on.'], ['en', 'In the port, this means nine more cranes.'], ['en', 'The harbour office of the city is not planning to rely on that centimetre.'],
    ['en', 'Both cranes are closed.'], ['en', 'When that happens, the gate is shut.'], ['en', "Maybe that's why the gate is shut."], ['en', 'The most important is the gate.'], ['en', 'All of them were sold in May.'], ['en', 'Ten of its eleven pieces are sold.'], ['de', 'Die sind alle verkauft.'], ['de', 'Die sammeln es im Hafen.'], ['fr', "D'autres grues sont tombées."], ['fr', 'Une grue qui ne plaît pas à tous.'],
    ['fr', 'La maire ferme le port après cette date.'], ['fr', 'Une autre grue est tombée.'], ['de', 'Mit diesem Kran begann es.'], ['de', 'Ein weiterer Kran ist da.'], ['es', 'La alcaldesa vino con esta grúa.'],
  ])('%s %s', (lang, sentence) => {
    expect(isDangling(sentence, lang)).toBe(true)
  })

  it.each([
    ['en', 'The port said on Monday that the crane fell.'], ['en', 'The crane will be repaired in this year.'], ['en', 'In this post, the port tells of its cranes.'], ['en', 'Both Ada and Ben came.'], ['en', 'Half of the pier is closed, and half of its lamps are out.'], ['en', 'As part of its report, the port announced a crane.'], ['en', 'The first crane is old.'], ['de', 'Die neuen Kräne stehen still.'], ['fr', 'Une grue qui dormait, dit la ville, est tombée.'], ['en', 'Before the storm, nobody had heard of that crane.'], ['en', 'The harbour office of the city will be open to all on that day.'],
    ['fr', 'Le port ferme pour cette semaine.'], ['de', 'Der Hafen schließt in dieser Woche.'], ['xx', 'Another part of the harbour is closed.'],
  ])('not: %s %s', (lang, sentence) => {
    expect(isDangling(sentence, lang)).toBe(false)
  })
})

describe('speechOf', () => {
  const speech = (text: string, before = '', after = ''): string => {
    const { bare, tellsSpeaker } = speechOf({ text, before, after })
    return bare ? 'bare' : tellsSpeaker ? 'speaker' : 'none'
  }

  it.each([
    ['“The sea was compared with the wall.”', 'bare'], ['"It fell."', 'bare'], ["'The port needs it,'", 'bare'], ['« Nous partons. »', 'bare'], ['„Das Tor ist zu.“', 'bare'],
    ['“It fell,” said the guard.', 'speaker'], ['The guard called it "the gate".', 'speaker'], ["The guards' gate isn't shut.", 'none'], ["'It fell,' said the guard. 'We ran.'", 'speaker'],
  ])('%s: %s', (text, expected) => {
    expect(speech(text)).toBe(expected)
  })

  it('knows a sentence in the middle of a quotation', () => {
    expect(speech('We ran.', '“', '”')).toBe('bare')
    expect(speech('It fell,” said the guard.', '“')).toBe('speaker')
    expect(speech('“We ran on, and nobody saw us.', '“', '”')).toBe('bare')
  })
})

describe('withQuotationState', () => {
  const states = (paragraph: string): [string, string, string][] =>
    withQuotationState(paragraph, sentencesOf(paragraph, 'en')).map(({ before, text, after }) => [before, text, after])

  it('knows which sentences lie inside a quotation', () => {
    expect(states('“We heard it. We ran. It fell,” said the guard. Nobody was hurt.')).toEqual([
      ['', '“We heard it.', '”'],
      ['“', 'We ran.', '”'],
      ['“', 'It fell,” said the guard.', ''],
      ['', 'Nobody was hurt.', ''],
    ])
  })

  it('puts back an opening mark that got lost and drops a mark that lost its partner', () => {
    expect(states('The gate was shut. We never saw it," said the guard.')).toEqual([['', 'The gate was shut.', ''], ['"', 'We never saw it," said the guard.', '']])
    expect(states('The gate was shut." Nobody came.')).toEqual([['', 'The gate was shut.', ''], ['', 'Nobody came.', '']])
    expect(states('He named it "the long gate. Nobody knew why.')).toEqual([['', 'He named it the long gate.', ''], ['', 'Nobody knew why.', '']])
  })

  it('closes single marks that no stop precedes, but not at a possessive', () => {
    expect(states('They sold ‘the tapes of the gate’ in May. We ran. Nobody came.')[1]).toEqual(['', 'We ran.', ''])
    expect(states('‘The guards’ gate fell. We ran,’ said the guard.')[1]).toEqual(['‘', 'We ran,’ said the guard.', ''])
  })

  it('leaves inches, apostrophes and balanced marks alone', () => {
    for (const text of ['A 5" pipe broke.', "The guards' gate wasn't shut.", 'She called it "the gate" again.', '«La porte» est close.', '„Das Tor“ ist zu.']) {
      expect(states(text)).toEqual([['', text, '']])
    }
  })
})

describe('documentOf', () => {
  it('cuts the title off a list item, however long it is', () => {
    const text = '- Do only as much as the gate needs to open: When the tide is high, nine pilots are enough.\n\nThe harbour master said it on Monday of all days: The gate stays shut.'
    expect(documentOf(text, 'en').map((sentence) => sentence.text)).toEqual(['When the tide is high, nine pilots are enough.', 'The harbour master said it on Monday of all days: The gate stays shut.'])
  })

  it('parts a title from the sentence that it follows without a space', () => {
    expect(documentOf('La grue est tombée sur le quai du port.M. Exemple a vendu la grue au musée.', 'fr').map((sentence) => sentence.text)).toEqual(['La grue est tombée sur le quai du port.', 'M. Exemple a vendu la grue au musée.'])
  })

  it('cuts the label off a list item and leaves out what is said in an interview', () => {
    const text = 'Budget: The port paid nine million for the cranes.\n\nHolly: I liked the port from the first day on.\n\nHolly: The port was small then and had no cranes.\n\nThe cranes came later in the year.'
    expect(documentOf(text, 'en').map((sentence) => sentence.text)).toEqual(['The port paid nine million for the cranes.', 'The cranes came later in the year.'])
  })

  it('takes asides and fragments when there is nothing else', () => {
    expect(documentOf('Check out our guide to cranes.', 'en')).toHaveLength(1)
    expect(documentOf('milk\n\nbread', 'en').map((sentence) => sentence.text)).toEqual(['milk', 'bread'])
  })
})
