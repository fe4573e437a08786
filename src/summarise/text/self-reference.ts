const texts = 'blog ?post|post|article|tutorial|guide|walkthrough|write-?up|codelab|newsletter'
const parts = `${texts}|blog|piece|series|story|episode|column|interview|entry`
const tells =
  'describes?|discuss(?:es)?|explains?|explores?|covers?|details?|examines?|outlines?|shows?|looks?|shares?|walks?|is about|is for|is intended|assumes?|introduces?|summari[sz]es?'
const starts = "cover|look at|walk (?:you|through)|discuss|explain|explore|show you|start (?:with|by)|begin (?:with|by)|take a (?:look|closer)|dive|describe|go (?:over|through|into)"

/** What an article says of itself. */
const ofItself: readonly RegExp[] = [
  new RegExp(`\\b(?:in|for|throughout) (?:this|our (?:last|latest|previous|first|next|second)|today['’]s|the (?:last|next|previous|following)) (?:\\p{L}+ )?(?:${texts})\\b`, 'iu'),
  new RegExp(`^(?:in|for|throughout) (?:this|our|today['’]s) (?:\\p{L}+ )?(?:${parts})\\b|^our (?:\\p{L}+ )?(?:${texts})\\b|^part (?:\\d|one|two|three|four|five|i{1,3}) of (?:our|this|the|a)\\b`, 'iu'),
  new RegExp(`\\b(?:this|the) (?:\\p{L}+ )?(?:${parts}) (?:(?:will|also|aims to) )?(?:${tells})\\b`, 'iu'),
  /^in (?:diesem|dem folgenden) (?:artikel|beitrag|blogbeitrag|text|interview)\b|^(?:dieser|unser) (?:artikel|beitrag)\b|^dans (?:cet article|ce billet|ce dossier)\b|^cet article\b|^en este (?:artículo|post)\b|^este artículo\b/iu,
]

/** Every sentence that speaks of its text has one of these; most sentences have none, and need no other look. */
const anyName = /post|article|tutorial|guide|walkthrough|write-?up|codelab|newsletter|blog|piece|series|story|episode|column|interview|entry|^Part|Artikel|[Bb]eitrag|Text|Interview|billet|dossier|artículo/

/** How an author leads readers from part to part, greets them, and promises what a blurb does not hold. */
const leads = new RegExp(
  `^(?:so |now |and |but )?(?:let['’]s (?:dive|take|look|start|get|see|begin|talk|explore|walk|go|jump|recap|find|now|first)\\b|here(?:['’]s| is| are|['’]re) |read on\\b|keep reading\\b|without further ado\\b|(?:i|we) hope (?:you|this)\\b|we(?:['’]ll| will) (?:${starts})\\b|my name is |(?:there['’]s |there is )?(?:plenty|so much|a lot|much) more[.!])`,
  'iu',
)
const presents = /^(?:I['’]m|I am) \p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+[.,!]/u

/**
 * Whether a sentence speaks of the text that it stands in: `In this post, we…`, `Part 2 of our series`. English, with
 * the plainest forms of German, French and Spanish.
 */
export function speaksOfItself(sentence: string): boolean {
  return anyName.test(sentence) && ofItself.some((pattern) => pattern.test(sentence))
}

/** Whether a sentence leads the reader on and tells nothing: `Let's take a look`, `Here is how`. English. */
export function leadsOn(sentence: string): boolean {
  return leads.test(sentence) || presents.test(sentence)
}
