/** Gazette as a library. What is exported here is kept stable; everything else may change with any version. */
export { build, check, summarise } from './app/library.ts'
export type { BuildOptions, BuildOutcome, BuiltIssue, SummariseTextOptions } from './app/library.ts'
export type { BuildReport } from './app/build-report.ts'
export { catalogue } from './diagnostics/catalogue.ts'
export type { Code } from './diagnostics/catalogue.ts'
export type { Diagnostic } from './diagnostics/diagnostic.ts'
export { EnvironmentError, GazetteError, UsageError } from './diagnostics/errors.ts'
export type { Blurb } from './model/blurb.ts'
