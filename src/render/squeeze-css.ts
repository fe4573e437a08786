const literals = /("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|url\([^)]*\))/i
const literalsOrComments = new RegExp(`${literals.source}|/\\*[\\s\\S]*?\\*/`, 'gi')

/**
 * Takes comments and needless space out of a style sheet. Strings and addresses stay as they are, and so does the
 * space before `!important`, which Outlook and Yahoo want (caniemail, css-important, notes 4 and 7).
 */
export function squeezeCss(css: string): string {
  // A style sheet hidden in an HTML comment is left alone.
  if (css.includes('<!--')) return css
  const withoutComments = css.replace(literalsOrComments, (_, literal: string | undefined) => literal ?? ' ')
  const squeezed = withoutComments.split(literals).map((part, index) => {
    if (index % 2 === 1) return part
    return part
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};]) ?/g, '$1')
      .replace(/([{;][\w-]+): /g, '$1:')
      .replaceAll(';}', '}')
  })
  return squeezed.join('').trim()
}
