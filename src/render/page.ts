import { outlookStack } from './fonts.ts'
import type { OptionValue } from './options.ts'

/** Space at each side of the text, and between two columns. */
const margin = 24

/** The measures of a message, from the option `width`. */
export function pageOf(options: Readonly<Record<string, OptionValue>>): {
  width: number
  measure: number
  column: number
  half: number
  outlookFont: string
  outlookTitleFont: string
} {
  const width = Math.round(Number(options['width'] ?? 600))
  return {
    width,
    measure: width - 2 * margin,
    column: Math.floor((width - 3 * margin) / 2),
    half: Math.floor((width - margin) / 2),
    outlookFont: outlookStack(String(options['textFont'] ?? '')),
    outlookTitleFont: outlookStack(String(options['titleFont'] ?? '')),
  }
}

const casedScripts = new Set(['Latn', 'Cyrl', 'Grek', 'Armn'])

/** Whether a language is written in a script that has capitals and italics, and that may be spaced out. */
export function hasCase(lang: string): boolean {
  const { script } = new Intl.Locale(lang).maximize()
  return script !== undefined && casedScripts.has(script)
}
