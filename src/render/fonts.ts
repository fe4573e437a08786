/**
 * Stacks of fonts that readers already have. Names of several words need no quotes in CSS, and without them a stack can
 * stand in any attribute.
 */
const stacks: Readonly<Record<string, string>> = {
  sans: '-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif',
  serif: 'Georgia,Times New Roman,serif',
  humanist: 'Seravek,Gill Sans Nova,Ubuntu,Calibri,sans-serif',
  slab: 'Rockwell,Rockwell Nova,Roboto Slab,Georgia,serif',
  mono: 'Menlo,Consolas,DejaVu Sans Mono,monospace',
}

/** Names under which a newsletter may ask for a stack. */
export const fontNames = Object.keys(stacks)

/** The stack of a name, or a list of fonts made tidy; undefined when it is neither. */
export function fontStack(value: string): string | undefined {
  if (Object.hasOwn(stacks, value)) return stacks[value]
  const fonts = value.split(',').map((font) => font.trim().replace(/^(["'])(.*)\1$/, '$2').trim())
  return fonts.every((font) => /^-?[A-Za-z][\w-]*( [A-Za-z][\w-]*)*$/.test(font)) ? fonts.join(',') : undefined
}

/**
 * The stack for Outlook, which writes Times New Roman as soon as it does not know the first font: without the names
 * that only mean something to browsers.
 */
export function outlookStack(stack: string): string {
  const known = stack.split(',').filter((font) => !/^(-apple-system|system-ui|ui-[\w-]+|BlinkMacSystemFont)$/.test(font))
  return known.length === 0 ? stack : known.join(',')
}
