import type { CheckInput } from './input.ts'

/** The value of a header, its name in lower case; nothing when the message lacks it. */
export function headerOf(input: CheckInput, name: string): string | undefined {
  return input.headers.find(([own]) => own.toLowerCase() === name)?.[1]
}

/** The domain of the first address in a header. */
export function domainOf(value: string): string | undefined {
  return /@([^\s<>,;"]+)/.exec(value)?.[1]?.toLowerCase().replace(/\.$/, '')
}
