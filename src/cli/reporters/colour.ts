import { styleText } from 'node:util'

type Style = 'red' | 'yellow' | 'cyan' | 'dim' | 'bold' | 'green'

/** Colours a text for a stream, standard error unless told, when it is a terminal and NO_COLOR does not forbid it. */
export function colour(style: Style, text: string, stream: NodeJS.WriteStream = process.stderr): string {
  return wantsColour(stream) ? styleText(style, text, { validateStream: false }) : text
}

function wantsColour(stream: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== '') return false
  if (process.env.FORCE_COLOR !== undefined && process.env.FORCE_COLOR !== '0') return true
  return stream.isTTY && process.env.TERM !== 'dumb'
}
