import { type Phrases, phrases } from './rules.ts'

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?'
const parts = {
  day: `(?:${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${month},? \\d{4}|\\d{4}[-/.]\\d{2}[-/.]\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})`,
  clock: '(?:,? ?(?:at|@|[-–|])? ?\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: ?[a-z]{2,4})?)?',
  weekday: '(?:(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,3}day|rs|s)?,? )?',
  person: "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|de|van|von|der|den|la|le|del|di|da|and|und|et|y|&|,)){0,7}",
  job: '(?:,? (?:staff|senior|contributing|special|correspondent|reporter|writer|editor|associate)[\\w ,]{0,50})?',
  rest: '(?: ?[|·•–—-] ?.{0,60})?',
}

/** Who wrote it and when; only above the first paragraph and below the last is such a line no part of the text. */
export const byline: Phrases = [
  // A name is told from other words by its capitals.
  ...phrases(
    String.raw`
      (?:(?:[Pp]osted|[Ww]ritten|[Pp]ublished|[Rr]eported|[Rr]eviewed|[Ee]dited|[Ss]tory|[Tt]ext|[Ww]ords|[Aa]rticle) )?(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|От) (?:the |The )?{person}{job}(?:[ ,|·•–—-]+.{0,60})?
      (?:[Pp]osted|[Ww]ritten|[Pp]ublished) by [\w.-]{2,20}(?: (?:on|in|at|[|·•–—-]) .{2,60})?
    `,
    parts,
    'u',
  ),
  ...phrases(
    String.raw`
      (?:(?:first |last |originally )?(?:published|posted|updated|modified|created|date|added|last update|issued)(?: on| at| in| date)?:? ?)*{weekday}{day}{clock}{rest}
      (?:(?:stand|veröffentlicht|aktualisiert|erstellt)(?: am)?:? )?(?:\p{L}{2,10},? (?:den )?)?\d{1,2}\. \p{L}{3,9} \d{4}{clock}{rest}
      (?:(?:公開|投稿|更新|掲載|配信)日?時?)?[:： ]*\d{4}年\d{1,2}月\d{1,2}日.{0,14}
      (?:(?:published|posted|updated|modified)(?: on| at)?:? )?(?:\d+|an?|one|two|three|a few) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|mins?|hrs?) ago{rest}
      (?:(?:reading|read) time:? ?)?(?:about |approx\.? |~)?\d+[- ]?min(?:ute)?s?(?:[- ](?:read|reading|lesezeit|de lecture|de lectura))?{rest}
      (?:estimated )?read(?:ing)? time:? .{1,20}
      lesezeit:? .{1,20}
      temps de lecture:? .{1,20}
      (?:about|meet) the (?:authors?|writers?)[:.]?
      author(?:s|\(s\))?:.{0,80}
      (?:contact|e-?mail|reach|follow) (?:the (?:author|reporter|writer)|him|her|them|me|\p{Lu}\S+)(?: \p{Lu}\S+)? (?:at|on|via) \S+(?: .{0,60})?
    `,
    parts,
  ),
]

/** Credits of pictures, and captions that end in one. */
export const credit = phrases(String.raw`
  [(\[]?(?:photos?|images?|pictures?|pics?|graphics?|illustrations?|videos?|screenshots?|fotos?|bild(?:er)?|(?:cover|header|featured|lead|file|stock) (?:photo|image|picture)) ?(?:credits?|courtesy(?: of)?|copyright|source|via|by|caption|provided by)? ?[:©/|] ?.{2,100}[)\]]?
  [(\[]?(?:photos?|images?|pictures?|illustrations?|screenshots?) (?:by|via|courtesy of|from|copyright|credit) .{2,60}[)\]]?
  [(\[]?(?:credits?|photographer|image credits?|photo credits?|courtesy of) ?[:/|–-] ?.{2,80}[)\]]?
  [(\[]?(?:photo|image|picture) ?credits?[)\]]?
  [(\[]?(?:getty images|reuters|ap photo|shutterstock|unsplash|pexels|afp|picture alliance|istock(?:photo)?)(?: ?[/|,–-] ?.{2,60})?[)\]]?
  (?:\d{1,2}[.)] )?[^.!?]{3,200}[(\[](?:photo|image|picture|credit|foto|courtesy|getty|ap photo|reuters|afp)\b[^)\]]{0,80}[)\]]
  (?:\d{1,2}[.)] )?[^.!?]{3,200}[ .](?:photo|image|picture|photograph|illustration|screenshot)(?: credit)?s?: .{2,60}
  (?:\d{1,2}[.)] )?[^.!?]{3,200}\bcredits?: .{2,60}
  (?:media|image|photo|figure) caption .{0,200}
  image copyright .{2,60}
  .{2,80}/(?:ap|afp|getty images|reuters|shutterstock|ap photo|getty)
  [-–—]? ?[^.!?]{2,120}[.!?]? (?:reuters|afp|epa|ap photo|getty images)/\p{L}[\p{L} .'’-]{2,40} ?[-–—]?
`)

/** Where a text was first published or taken from. */
export const source = phrases(String.raw`
  (?:source(?: link)?s?|original (?:source|article|link|post)|quelle|fuente|fonte|bron)
  (?:sources?|original (?:source|article)|via|quelle|fuente|fonte|bron) ?[:–-] ?.{1,60}
  read the original(?: article)?.{0,60}
  (?:this (?:article|post|story|piece) (?:was )?)?(?:originally|first) (?:appeared|published|posted) (?:on|at|in|by) .{2,80}
  (?:the )?post .{3,160} (?:first )?appeared first on .{2,80}
`)
