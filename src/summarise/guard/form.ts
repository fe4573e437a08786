import { countWords } from '../../lib/words.ts'
import { isDangling } from '../text/opening.ts'
import type { GuardFinding } from './finding.ts'

/** What speaks of the article instead of telling it, or of the one who writes. */
const phrases =
  /\b(?:(?:in|from) (?:this|the) (?:article|post|piece|story|blog post|text)|(?:this|the) (?:article|post|piece|blog post|text|author|passage) (?:\w+ly )?(?:describes?|discusses?|explains?|explores?|covers?|details?|highlights?|examines?|outlines?|provides?|talks? about|is about|looks? at|argues?|reports?|shares?|delves?)|as an ai\b|as a language model|i(?:'m| am) (?:sorry|unable)|i (?:cannot|can't) (?:help|assist|comply|provide|summari[sz]e)|here(?:'s| is) (?:a|the|your) (?:short |brief |concise )?(?:summary|blurb)|in (?:summary|conclusion)\b|(?:summary|blurb) ?:|ignore (?:all |any )?(?:previous|prior|above)|system prompt|in diesem (?:artikel|beitrag|text)|(?:dieser|der) (?:artikel|beitrag|text) (?:beschreibt|behandelt|erklärt)|dans cet article|cet article|l'article (?:décrit|explique|présente)|en este artículo|este artículo|in questo articolo|neste artigo)/giu

const markup = /\*\*|__|^#{1,6} |```|`[^`]+`|<\/?[a-z][^>]*>|\]\(|^\s*[-*•] |\{\{|\{%/imu

/**
 * Whether a blurb is fit to print: within its length, of whole sentences, without markup, and about its subject
 * instead of about the article.
 *
 * @param words most words it may have
 */
export function formFindings(blurb: string, words: number, lang: string): GuardFinding[] {
  const findings: GuardFinding[] = []
  const fail = (kind: GuardFinding['kind'], span: string, start: number, reason: string): void => {
    findings.push({ kind, severity: 'fail', span, start, reason })
  }
  const count = countWords(blurb, lang)
  if (count === 0) fail('form', '', 0, 'the blurb is empty')
  if (count > words) fail('length', lastWords(blurb), blurb.length - lastWords(blurb).length, `the blurb has ${String(count)} words, and ${String(words)} is the most`)
  for (const match of blurb.matchAll(phrases)) fail('phrase', match[0], match.index, 'the blurb speaks of the article or of its writer')
  const mark = markup.exec(blurb)
  if (mark !== null) fail('form', mark[0], mark.index, 'the blurb holds markup')
  if (count > 0 && !/[.!?…。！？؟।։]["'”’»)\]）」』]*$/u.test(blurb)) {
    fail('form', lastWords(blurb), blurb.length - lastWords(blurb).length, 'the blurb does not end with a whole sentence')
  }
  if (isDangling(blurb, lang)) {
    const opening = /^\S+(?:\s\S+)?/.exec(blurb)?.[0] ?? ''
    fail('form', opening, 0, 'the blurb begins by pointing at something that was not said')
  }
  return findings
}

function lastWords(text: string): string {
  return /\S+(?:\s\S+){0,2}$/u.exec(text)?.[0] ?? ''
}
