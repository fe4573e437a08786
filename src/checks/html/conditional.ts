/** What a conditional comment may ask of the program that shows the message. */
export interface Features {
  /** Version of Word that renders for Outlook; 16 is 2016 and later. */
  mso?: number
  ie?: number
  vml?: boolean
}

/** Outlook for Windows: Word 16, with VML. */
export const wordFeatures: Features = { mso: 16, vml: true }

const delimiter = /<!--\[if\s([^\]]*)\]>(\s*<!-->|-->|\s*<!--\s*-->)?|<!\[if\s([^\]]*)\]>|<!--\s*<!\[endif\]-->|<!\[endif\](-->|>)/gi

/** A stretch of the source that a program which reads conditional comments does not show. */
export interface HiddenStretch {
  start: number
  end: number
  /** A delimiter says nothing to anybody; what is hidden is meant for other programs. */
  kind: 'delimiter' | 'hidden'
}

/** The delimiters of conditional comments, and the blocks whose condition fails, in the order of the source. */
export function hiddenStretches(source: string, features: Features): HiddenStretch[] {
  const conditions: boolean[] = []
  const stretches: HiddenStretch[] = []
  let last = 0
  const hide = (end: number): void => {
    if (conditions.includes(false) && end > last) stretches.push({ start: last, end, kind: 'hidden' })
  }
  for (const found of source.matchAll(delimiter)) {
    hide(found.index)
    last = found.index + found[0].length
    stretches.push({ start: found.index, end: last, kind: 'delimiter' })
    const condition = found[1] ?? found[3]
    if (condition === undefined) conditions.pop()
    else conditions.push(holds(condition, features))
  }
  hide(source.length)
  return stretches
}

/**
 * The HTML as a program sees it that reads conditional comments: what it does not show becomes spaces. The result
 * has the length of the source, so that offsets and line numbers mean the same in both.
 */
export function evaluateConditionals(source: string, features: Features): string {
  let output = ''
  let last = 0
  for (const { start, end } of hiddenStretches(source, features)) {
    output += source.slice(last, start) + blank(source.slice(start, end))
    last = end
  }
  return output + source.slice(last)
}

function blank(text: string): string {
  return /[\r\n]/.test(text) ? text.replaceAll(/[^\r\n]+/g, (line) => ' '.repeat(line.length)) : ' '.repeat(text.length)
}

/**
 * Whether a condition such as `(gte mso 9)|(IE)` holds. What cannot be read does not hold.
 */
export function holds(condition: string, features: Features): boolean {
  const tokens = condition.toLowerCase().match(/[()!&|]|[a-z]+|[\d.]+/g) ?? []
  let at = 0
  const either = (): boolean => {
    let value = both()
    while (tokens[at] === '|') {
      at++
      const next = both()
      value = value || next
    }
    return value
  }
  const both = (): boolean => {
    let value = one()
    while (tokens[at] === '&') {
      at++
      const next = one()
      value = value && next
    }
    return value
  }
  const one = (): boolean => {
    const token = tokens[at++]
    if (token === '!') return !one()
    if (token === '(') {
      const value = either()
      if (tokens[at] === ')') at++
      return value
    }
    return token !== undefined && feature(token)
  }
  const feature = (word: string): boolean => {
    const comparison = /^(gte?|lte?)$/.test(word) ? word : undefined
    const name = comparison === undefined ? word : tokens[at++]
    const version = /^[\d.]+$/.test(tokens[at] ?? '') ? Number(tokens[at++]) : undefined
    if (name === 'true') return true
    if (name === 'vml') return features.vml ?? false
    const actual = name === 'mso' ? features.mso : name === 'ie' ? features.ie : undefined
    if (actual === undefined) return false
    if (version === undefined) return true
    return compare(actual, version, comparison)
  }
  return either()
}

function compare(actual: number, version: number, comparison: string | undefined): boolean {
  if (comparison === 'gt') return actual > version
  if (comparison === 'gte') return actual >= version
  if (comparison === 'lt') return actual < version
  if (comparison === 'lte') return actual <= version
  return actual === version
}
