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
  return outsideLiterals(withoutComments, (part) =>
    part
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};]) ?/g, '$1')
      .replace(/([{;][\w-]+): /g, '$1:')
      .replaceAll(';}', '}'),
  ).trim()
}

/** The same for the declarations of a `style` attribute. */
export function squeezeDeclarations(style: string): string {
  return outsideLiterals(style.trim(), (part) =>
    part
      .replace(/\s+/g, ' ')
      .replace(/ ?; ?/g, ';')
      .replace(/((?:^|;)[\w-]+) ?: ?/g, '$1:'),
  ).replace(/;+$/, '')
}

function outsideLiterals(css: string, change: (part: string) => string): string {
  return css
    .split(literals)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('')
}
