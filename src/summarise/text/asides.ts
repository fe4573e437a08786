/** Sentences that begin by asking something of the reader. */
const request =
  /^(?:(?:and |so |please |just |be sure to |don['’]t forget to |to (?:learn|find out|read|see|get)\b[^,]{0,60}, )*)(?:sign up|subscribe|follow us|click|tap|check (?:out|back|the)|register|download|e-?mail|contact|join (?:us|our|the)|stay tuned|share (?:your|this)|let us know|visit|read (?:more|on|the)|learn (?:more|about)|find (?:out|all|more)|see (?:also|the|our|more|issue)|watch (?:the|this)|listen to|tune in|scroll down|connect with us|reach out|special thanks|thanks to|mark your calendars?|save the date|stay up to date|abonnieren|melden|lesen sie|abonnez-vous|inscrivez-vous|cliquez|lire aussi|suscr[ií]bete|haz clic|lee también)\b/iu

/** Calls on the reader inside a sentence, and what a series says about itself. */
const promotion =
  /\b(?:(?:sign up|subscribe|register) (?:for|to|here|now|below|today)\b.{0,60}(?:newsletter|mailing list|e-?mails?|updates|alerts|here|today)|follow us on|click (?:here|on the link|the link|below)|learn more about .{0,60} (?:at|on|in|by|from)\b|stay tuned|let us know|leave (?:us )?a comment|(?:e-?mail|contact|write to|reach out to|reach out via|connect with) (?:us|me)\b|feel free to|previously in this series|(?:this|the) (?:post |article )?is (?:the )?(?:part|first|second|third|fourth|fifth|last|final|latest)\b.{0,40}\b(?:series|of (?:two|three|four|five|six|\d))|(?:second|third|next|last|first|latest) (?:post|article|part|instal+ment|piece) in (?:a|this|our|the) .{0,30}series|this (?:post|article|story|piece|blog) (?:was )?(?:originally|first) (?:published|posted|appeared)|all rights reserved|terms of (?:use|service) apply|for (?:confidential support|more information|further information|more details|details)\b.{0,60}(?:call|visit|see|contact|go to|click|e-?mail)|if you (?:have|['’]ve got) (?:any )?questions|have any questions\?)/iu

const also = /^(?:ALSO READ|READ(?: MORE| ALSO| HERE)?|WATCH|MORE|SEE(?: ALSO)?|RELATED|LISTEN|VIDEO|PHOTOS?|PICS?|UPDATE|NOTE|FILE PHOTO|EXCLUSIVE)\b\s*[:|–-]/

/** A time as pages print it when they were published. */
const stamp = /^(?:(?:PUBLISHED|UPDATED|CREATED|Published|Updated|Posted|Last updated)\b.{0,60}|\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)? (?:[A-Z]{2,4}|GMT[+-]\d+),? .{0,30}\d{4}|\|)[\s.|]*$/u
const byline = /^(?:By|BY|by)\s*\.?$|^(?:By\b\.? )?(?:\p{Lu}[\p{L}'’.-]+ ){1,3}(?:(?:and|for|in) (?:\p{Lu}[\p{L}'’.-]+ ?){1,4})?\.?$/u
const question = /^(?:Q|A|Question|Answer|[\p{Lu}\d][\p{L}\d.’'-]+(?: \p{Lu}[\p{L}.’'-]+)?)\s?: .*\?$/u
const elsewhere =
  /\((?:see|cf\.?) [^)]{1,80}\)|\b(?:as )?(?:shown|mentioned|described|noted|discussed|listed|explained|pictured|depicted|outlined|detailed) (?:above|below|here)\b|\b(?:above|below)[.)]?$|\bthe (?:above|following) (?:code|example|figure|image|screenshot|table|video|snippet|diagram|list|chart|graph)\b|\b(?:figure|image|screenshot|table|video|links?|section) (?:above|below)\b|\b(?:figure|fig\.|table) \d+\b/iu
/** Every one of them holds one of these. */
const elsewhereWords = /above|below|here|following|figure|fig\.|table|\((?:see|cf)/i
const address = /(?:https?:\/\/|www\.|\bpic\.twitter\.com|\bt\.co\/|\S@\S+\.\S)/i
/** What a picture shows. */
const caption = /^(?:pictured|above|left|right|inset|file)(?: (?:above|below|left|right|here))?: |^pictured (?:above|below|here|with)\b|\b(?:is|are) pictured\b|^scroll down\b|\p{L}, (?:far )?(?:left|right|centre|center), /iu
/** Every one of them holds one of these. */
const captionWords = /ictured|left|right|centre|center|[Ss]croll|^(?:Above|Left|Right|Inset|File)/
/** Part of a message to many: a row of tags, or one at the front. */
const tags = /(?:#\p{L}[\p{L}\p{N}_]*\s*){2}|^#\p{L}/u
const credit = /\b(?:(?:photo|image|picture)s?(?: credit| courtesy)? ?(?:by|:|courtesy|credit)|getty images|shutterstock|\(?(?:PTI|AP|Reuters|AFP) (?:file )?photo\)?)/iu

/**
 * Whether a sentence is no part of what an article says: a byline, the time it was published, a call on the reader,
 * a caption, a credit, a question of an interview, or a pointer to another place of the page.
 */
export function isAside(sentence: string): boolean {
  if (sentence.length < 120 && (stamp.test(sentence) || byline.test(sentence))) return true
  if (also.test(sentence) || address.test(sentence) || question.test(sentence)) return true
  return request.test(sentence) || promotion.test(sentence) || (elsewhereWords.test(sentence) && elsewhere.test(sentence)) || (captionWords.test(sentence) && caption.test(sentence)) || tags.test(sentence) || credit.test(sentence)
}
