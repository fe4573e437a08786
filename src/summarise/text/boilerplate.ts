/** Openings of lines that a site puts around an article: navigation, promotion, credits. Several languages. */
const openings =
  /^(?:read (?:more|also|next|the full)\b|also read\b|see also\b|related(?: (?:articles?|posts?|stories|coverage|content|links?))?\s*:|(?:click|tap) here\b|share (?:this|on|via)\b|follow us\b|sign up (?:for|to)\b|subscribe\b|join (?:our|the) (?:newsletter|mailing)|advertisement\b|sponsored\b|more on this\b|watch(?: (?:the|this) video)?\s*:|listen(?: to)?\s*:|photos?\s*(?:by|:|credit|courtesy)|image\s*(?:by|:|credit|courtesy|source)|picture\s*:|credit\s*:|video\s*:|getty images|copyright\b|©|all rights reserved|posted (?:by|on|in)\b|published (?:on|by|at)\b|published:|updated:|last (?:updated|modified|reviewed)\b|filed under\b|tags?\s*:|categor(?:y|ies)\s*:|comments? (?:are )?closed|leave a (?:comment|reply)|skip to\b|back to top|table of contents|in this (?:article|section)\s*:|(?:editor|author)[’']s note\b|disclaimer\b|correction\s*:|this (?:article|post|story|piece) (?:was|is|has been|first|originally)\b|(?:an earlier|a) version of this\b|originally (?:published|posted)|lire aussi|à lire|voir aussi|crédits?\b|abonnez-vous|inscrivez-vous|partager\b|lesen sie (?:auch|mehr)|mehr zum thema|siehe auch|foto\s*:|bild\s*:|quelle\s*:|leer más|lee también|ver también|compartir\b|suscr[ií]bete|leggi anche|leia (?:mais|também)|xem thêm|ảnh\s*:|阅读更多|相关文章|点击|关注我们|図\s*[0-9:：]|写真\s*[:：])/iu

const byline = /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v)\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:\p{Lu}[\p{L}.'’-]*|and|und|et|y|e|of|for|de|van|von|&|,|\||in|the)){0,12}\s*[.,|]?$/u

/** Whether a short paragraph is a site's furniture and no part of what the article says. */
export function isBoilerplate(text: string): boolean {
  if (text.length > 600) return false
  if (openings.test(text)) return true
  if (text.length <= 120 && byline.test(text)) return true
  if (/^(?:https?:\/\/|www\.)\S+$/.test(text)) return true
  // A line of navigation: many short parts between bars.
  return text.length < 300 && (text.match(/ [|·•»/] /g)?.length ?? 0) >= 2
}
