/** Characters of a subject that most mailboxes show, and of a preheader behind it. */
const subjectLength = 70
const preheaderLength = 110

/**
 * A subject for an issue whose editor wrote none: the title of its first story. One that a mailbox would cut is cut
 * at the end of a clause, or between two words with an ellipsis.
 *
 * @param titles of the stories, in their order
 * @param name of the newsletter, for an issue without stories
 */
export function suggestedSubject([first]: readonly string[], name: string): string {
  if (first === undefined) return name
  if (first.length <= subjectLength) return first
  const room = first.slice(0, subjectLength)
  const clause = /^.{25,}(?=[,;:–—] |: )/u.exec(room)?.[0]
  return clause?.trimEnd() ?? `${room.replace(/\s+\S*$/u, '').replace(/[\s,;:–—-]+$/u, '')}…`
}

/**
 * A preheader that says what the subject does not: the titles of the next stories, as many as are shown; of an issue
 * with one story, its blurb.
 *
 * @param blurb of the first story
 */
export function suggestedPreheader([, second, ...others]: readonly string[], blurb = ''): string {
  if (second === undefined) return blurb
  let text = second
  for (const title of others) {
    if (text.length + title.length + 3 > preheaderLength) break
    text += ` · ${title}`
  }
  return text
}
