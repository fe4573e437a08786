import type { Diagnostic } from './diagnostic.ts'

/** Exit codes of the command line, by kind of outcome. */
export const exitCode = {
  ok: 0,
  content: 1,
  usage: 2,
  delivery: 3,
  environment: 4,
  bug: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/**
 * Base of the errors that are thrown. Errors are for what no author's edit of a file would mend: wrong usage, a
 * disk, a network. What is wrong with content travels as diagnostics instead.
 */
export abstract class GazetteError extends Error {
  abstract readonly exitCode: ExitCode
  readonly diagnostics: readonly Diagnostic[]

  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(diagnostics[0]?.message ?? 'unknown error', options)
    this.name = new.target.name
    this.diagnostics = diagnostics
  }
}

/** The command line or newsletter.yaml asks for something that does not exist. */
export class UsageError extends GazetteError {
  readonly exitCode = exitCode.usage
}

/** A disk, network or service did not do its part. */
export class EnvironmentError extends GazetteError {
  readonly exitCode = exitCode.environment
}
