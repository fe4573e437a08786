const texts = 'blog ?post|post|article|tutorial|guide|walkthrough|write-?up|codelab|newsletter'
const parts = `${texts}|blog|piece|series|story|episode|column|interview|entry`
const tells =
  'describes?|discuss(?:es)?|explains?|explores?|covers?|details?|examines?|outlines?|shows?|looks?|shares?|walks?|is about|is for|is intended|assumes?|introduces?|summari[sz]es?'
const starts = "cover|look at|walk (?:you|through)|discuss|explain|explore|show you|start (?:with|by)|begin (?:with|by)|take a (?:look|closer)|dive|describe|go (?:over|through|into)"

/** What an article says of itself, what it promises, and how it leads its readers from part to part. */
const patterns: readonly RegExp[] = [
  new RegExp(`\\b(?:in|for|throughout) (?:this|our (?:last|latest|previous|first|next|second)|today['’]s|the (?:last|next|previous|following)) (?:\\p{L}+ )?(?:${texts})\\b`, 'iu'),
  new RegExp(`^(?:in|for|throughout) (?:this|our|today['’]s) (?:\\p{L}+ )?(?:${parts})\\b|^our (?:\\p{L}+ )?(?:${texts})\\b|^part (?:\\d|one|two|three|four|five|i{1,3}) of (?:our|this|the|a)\\b`, 'iu'),
  new RegExp(`\\b(?:this|the) (?:\\p{L}+ )?(?:${parts}) (?:(?:will|also|aims to) )?(?:${tells})\\b`, 'iu'),
  new RegExp(`^(?:so |now |and |but )?(?:let['’]s (?:dive|take|look|start|get|see|begin|talk|explore|walk|go|jump|recap|find|now|first)\\b|here(?:['’]s| is| are|['’]re) |read on\\b|keep reading\\b|without further ado\\b|(?:i|we) hope (?:you|this)\\b|we(?:['’]ll| will) (?:${starts})\\b)`, 'iu'),
  /^in (?:diesem|dem folgenden) (?:artikel|beitrag|blogbeitrag|text|interview)\b|^(?:dieser|unser) (?:artikel|beitrag)\b|^dans (?:cet article|ce billet|ce dossier)\b|^cet article\b|^en este (?:artículo|post)\b|^este artículo\b/iu,
]

/**
 * Whether a sentence speaks of the text that it stands in and not of its subject: `In this post, we…`, `Part 2 of our
 * series`, `Let's take a look`, `Here is how`. English, with the plainest forms of German, French and Spanish.
 */
export function speaksOfItself(sentence: string): boolean {
  return patterns.some((pattern) => pattern.test(sentence))
}
