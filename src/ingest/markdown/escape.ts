/**
 * Escapes text so that Markdown shows it as it is. Only what could be read as a mark is escaped: an article stays
 * readable in an editor, and an underscore within a word or an asterisk between spaces is none.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`]/g, '\\$&')
    .replace(/(?<!\s)\*|\*(?!\s)/g, '\\*')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~~/g, '\\~~')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?[a-z0-9]{2,31};)/gi, '\\&')
    .replace(/\[(?=[^\]]*\][([:])/g, '\\[')
}

/** Escapes what is a mark only where a line starts: a heading, a list, a quote, a rule. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(#{1,6}|[-+])(?=\s|$)/, '\\$1')
    .replace(/^>/, '\\>')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-=]{2,}|(?:[-*_] ?){3,})$/, '\\$1')
    .replace(/^(\|)/, '\\$1')
}

/** An address as it can stand between the parentheses of a link. */
export function escapeDestination(url: string): string {
  return url.replace(/[\s()<>\\]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))
}
