import { describe, expect, it } from 'vitest'
import { countWords } from '../../src/lib/words.ts'
import { cleanText } from '../../src/summarise/text/clean.ts'
import { documentOf } from '../../src/summarise/extract/document.ts'
import { createSummariser } from '../../src/summarise/summariser.ts'
import { isVerbatim } from '../../src/summarise/verbatim.ts'

const summarise = createSummariser({ method: 'extractive' })

/** The same small article in fifteen languages: three paragraphs of two sentences each. */
const articles: readonly [lang: string, paragraphs: readonly (readonly [string, string])[]][] = [
  ['en', [['The port of Quayton opened again on Tuesday after nine days.', 'The storm had bent two cranes on the north pier.'], ['Mr. Marsh of the port office said the repair cost $1.2 million.', 'Forty ships are waiting outside the harbour.'], ['The town council meets on Jan. 5 to talk about a new wall.', 'Nobody was hurt in the storm.']]],
  ['de', [['Der Hafen von Quaystadt ist am Dienstag nach neun Tagen wieder geöffnet worden.', 'Der Sturm hatte zwei Kräne auf der Nordmole verbogen.'], ['Die Reparatur kostete rund 1,2 Mio. Euro, z. B. für neue Schienen.', 'Vierzig Schiffe warten vor dem Hafen.'], ['Der Stadtrat berät am 5. Januar über eine neue Mauer.', 'Verletzt wurde niemand.']]],
  ['fr', [['Le port de Quaiville a rouvert mardi après neuf jours de fermeture.', 'La tempête avait tordu deux grues sur la jetée nord.'], ['M. Dupont, du bureau du port, estime la réparation à 1,2 million d’euros.', 'Quarante navires attendent au large.'], ['« Nous avons eu de la chance », a dit la maire de la ville.', 'Personne n’a été blessé.']]],
  ['es', [['El puerto de Muelleville abrió de nuevo el martes después de nueve días.', 'La tormenta había doblado dos grúas en el muelle norte.'], ['El Sr. Costa, de la oficina del puerto, calcula 1,2 millones de euros.', '¿Quién pagará la reparación de las grúas?'], ['El ayuntamiento se reúne el 5 de enero para hablar del muro.', 'Nadie resultó herido en la tormenta.']]],
  ['it', [['Il porto di Molocittà ha riaperto martedì dopo nove giorni di chiusura.', 'La tempesta aveva piegato due gru sul molo nord.'], ['Il dott. Costa del porto stima la riparazione in 1,2 milioni di euro.', 'Quaranta navi aspettano al largo.'], ['Il consiglio comunale si riunisce il 5 gennaio per parlare del muro.', 'Nessuno è rimasto ferito.']]],
  ['pt', [['O porto de Caisvila reabriu na terça-feira depois de nove dias fechado.', 'A tempestade tinha dobrado dois guindastes no cais norte.'], ['O Sr. Costa calcula que o conserto custou 1,2 milhão de euros.', 'Quarenta navios esperam ao largo.'], ['A câmara municipal reúne-se a 5 de janeiro para falar do muro.', 'Ninguém ficou ferido.']]],
  ['nl', [['De haven van Kadestad is dinsdag na negen dagen weer opengegaan.', 'De storm had twee kranen op de noordpier verbogen.'], ['De reparatie kost volgens dhr. Mars 1,2 miljoen euro.', 'Veertig schepen wachten buiten de haven.'], ['De gemeenteraad praat op 5 januari over een nieuwe muur.', 'Niemand raakte gewond.']]],
  ['sv', [['Hamnen i Kajstad öppnade igen på tisdagen efter nio dagar.', 'Stormen hade böjt två kranar på norra piren.'], ['Reparationen kostade 1,2 miljoner euro enligt hamnens kontor.', 'Fyrtio fartyg väntar utanför hamnen.'], ['Kommunen talar den 5 januari om en ny mur.', 'Ingen skadades i stormen.']]],
  ['pl', [['Port w Nabrzeżu został ponownie otwarty we wtorek po dziewięciu dniach.', 'Sztorm wygiął dwa dźwigi na północnym molo.'], ['Naprawa kosztowała 1,2 mln euro, jak podało biuro portu.', 'Czterdzieści statków czeka przed portem.'], ['Rada miasta spotka się 5 stycznia w sprawie nowego muru.', 'Nikt nie został ranny.']]],
  ['ru', [['Порт Причальска снова открылся во вторник после девяти дней.', 'Шторм погнул два крана на северном молу.'], ['Ремонт обошёлся в 1,2 млн евро, сообщила контора порта.', 'Сорок судов ждут у входа в порт.'], ['Городской совет соберётся 5 января, чтобы обсудить новую стену.', 'Никто не пострадал.']]],
  ['ar', [['فُتح ميناء المدينة من جديد يوم الثلاثاء بعد تسعة أيام.', 'كانت العاصفة قد لوت رافعتين على الرصيف الشمالي.'], ['بلغت تكلفة الإصلاح مليون يورو بحسب مكتب الميناء.', 'تنتظر أربعون سفينة خارج الميناء.'], ['هل يجتمع المجلس في يناير لبحث جدار جديد؟', 'لم يصب أحد في العاصفة.']]],
  ['he', [['הנמל של העיר נפתח שוב ביום שלישי אחרי תשעה ימים.', 'הסערה עיקמה שני מנופים על הרציף הצפוני.'], ['התיקון עלה מיליון אירו לפי משרד הנמל.', 'ארבעים אוניות מחכות מחוץ לנמל.'], ['מועצת העיר תיפגש בינואר כדי לדבר על חומה חדשה.', 'איש לא נפגע בסערה.']]],
  ['zh', [['码头市的港口在关闭九天后于星期二重新开放。', '风暴把北码头的两台起重机吹弯了。'], ['港务处说，修理费用为一百二十万欧元。', '四十艘船在港外等候。'], ['市议会将于一月五日讨论修建新墙。', '没有人受伤。']]],
  ['ja', [['岸壁市の港は九日間の閉鎖の後、火曜日に再開した。', '嵐で北の桟橋のクレーン二台が曲がっていた。'], ['港の事務所によると、修理費は百二十万ユーロだった。', '四十隻の船が港の外で待っている。'], ['市議会は一月五日に新しい壁について話し合う。', '怪我人はいなかった。']]],
  ['vi', [['Cảng Bến Cũ mở cửa trở lại vào thứ Ba sau chín ngày.', 'Cơn bão đã làm cong hai cần cẩu ở cầu tàu phía bắc.'], ['Văn phòng cảng cho biết việc sửa chữa tốn 1,2 triệu euro.', 'Bốn mươi con tàu đang chờ bên ngoài cảng.'], ['Hội đồng thành phố họp ngày 5 tháng 1 để bàn về bức tường mới.', 'Không ai bị thương trong cơn bão.']]],
]

const spaced = (lang: string): string => (lang === 'zh' || lang === 'ja' ? '' : ' ')

describe.each(articles)('%s', (lang, paragraphs) => {
  const text = paragraphs.map((sentences) => sentences.join(spaced(lang))).join('\n\n')

  it('is parted into its sentences, none harmed', () => {
    expect(documentOf(text, lang).map((sentence) => sentence.text)).toEqual(paragraphs.flat())
  })

  it('gets a blurb of whole sentences within the budget', () => {
    for (const words of [14, 25, 45]) {
      const blurb = summarise({ title: '', text, lang }, { words })
      expect(blurb.sentences.length).toBeGreaterThan(0)
      expect(isVerbatim(blurb, text)).toBe(true)
      expect(countWords(blurb.text, lang)).toBeLessThanOrEqual(words)
      expect(blurb.text).toBe(blurb.sentences.map((sentence) => sentence.text).join(spaced(lang)))
      expect(paragraphs.flat()).toEqual(expect.arrayContaining(blurb.sentences.map((sentence) => sentence.text)))
    }
  })
})

describe('kinds of text', () => {
  const blurbOf = (text: string, words = 40, lang = 'en'): string => summarise({ title: '', text, lang }, { words }).text

  it('Thai, which has no stops, is cut between words only when it is over the budget', () => {
    const text = 'ท่าเรือเปิดอีกครั้งในวันอังคารหลังจากปิดไปเก้าวัน\n\nพายุทำให้เครนสองตัวงอ'
    expect(blurbOf(text, 40, 'th')).toContain('ท่าเรือเปิดอีกครั้ง')
    const short = blurbOf(text, 4, 'th')
    expect(short.endsWith('…') ? text : `${text}…`).toContain(short.replace('…', ''))
    expect(countWords(short, 'th')).toBeLessThanOrEqual(4)
  })

  it.each([
    ['one sentence', 'The gate is open.', 'The gate is open.'],
    ['one word', 'Closed.', 'Closed.'],
    ['no stop', 'gate open', 'gate open'],
    ['only a list', '- Bring a coat to the pier.\n- Bring a lamp for the way home.', 'Bring a coat to the pier. Bring a lamp for the way home.'],
    ['only a heading', '# The gate', ''],
    ['only code', '```sh\ngate --open\n```', ''],
    ['only a picture', '![The gate](gate.png)', ''],
  ])('%s', (_, text, expected) => {
    expect(blurbOf(text)).toBe(expected)
  })

  it('code-heavy posts are summarised by their prose', () => {
    const text = 'The new release of the tide tables reads nine formats.\n\n```js\nconst tide = read("a. b. c.")\n// This is a comment. It has sentences.\n```\n\n    indented = code(here);\n\nRun `tides --all` to print every table of the year.\n\n| port | tide |\n|---|---|\n| Quay | 4.62 |'
    expect(blurbOf(text)).toBe('The new release of the tide tables reads nine formats. Run tides --all to print every table of the year.')
  })

  it('questions and answers are told, not asked', () => {
    const text = 'The port of Quayton has a new harbour master since Monday morning.\n\n**Q: What is your first task at the port?**\n\nA: I want to count the seals.\n\n**Q: And what comes after the seals?**\n\nA: I will mend the pier.'
    expect(blurbOf(text)).toBe('The port of Quayton has a new harbour master since Monday morning.')
  })

  it('a text of one very long line takes no long time and stays within the budget', () => {
    const long = blurbOf('word '.repeat(20_000), 20)
    expect(countWords(long)).toBeLessThanOrEqual(20)
    expect(blurbOf('港'.repeat(10_000), 20, 'ja').length).toBeLessThan(200)
  })

  it('is the same every time', () => {
    const [, english] = articles[0] ?? ['', []]
    const text = english.flat().join(' ')
    expect(new Set(Array.from({ length: 5 }, () => blurbOf(text, 25))).size).toBe(1)
  })

  it('keeps what a paragraph says as a whole findable', () => {
    for (const [lang, paragraphs] of articles) expect(cleanText(paragraphs.map((sentences) => sentences.join(spaced(lang))).join('\n\n'))).toHaveLength(3)
  })
})
