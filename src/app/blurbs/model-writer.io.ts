import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Newsletter } from '../../config/newsletter.ts'
import { loadEnvironment } from '../../config/environment.io.ts'
import { type Diagnostic, diagnostic, type Place } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import { readIfPresent } from '../../lib/files.io.ts'
import type { Blurb } from '../../model/blurb.ts'
import { detectLanguage } from '../../summarise/language.ts'
import { cachedAsk } from '../../summarise/model/cache.io.ts'
import { createAsk, type Endpoint } from '../../summarise/model/endpoint.io.ts'
import { createLimit } from '../../summarise/model/limit.ts'
import { defaultPrompt } from '../../summarise/model/prompt.ts'
import { reasonOf, writeBlurb, type Written, type WriteRequest } from '../../summarise/model/writer.ts'
import { createSummariser } from '../../summarise/summariser.ts'
import { endpointOf } from './endpoint.ts'

/** What came of a request for a blurb. */
export interface ModelBlurb {
  blurb: Blurb
  diagnostics: Diagnostic[]
  /** Whether asking again would come to the same. */
  settled: boolean
}

/** Has a model write the blurb of an article; where that does not work the blurb is extractive. */
export type ModelWriter = (request: WriteRequest, place: Partial<Place>) => Promise<ModelBlurb>

const extractive = createSummariser({ method: 'extractive' })

/**
 * Prepares for one run: at most so many requests at a time and so many tokens in all, answers kept in
 * `.gazette/blurbs/`.
 *
 * @param root the newsletter folder, absolute
 * @param variables of the process
 * @throws EnvironmentError when the prompt's file cannot be read
 */
export async function openModelWriter(root: string, settings: Newsletter['blurbs']['model'], variables: NodeJS.ProcessEnv): Promise<ModelWriter> {
  const endpoint = endpointOf(await loadEnvironment(root, variables))
  if ('problem' in endpoint) return withoutModel(endpoint.problem)
  const { concurrency, prompt: file, parameters, timeout, retries } = settings
  const prompt = file === undefined ? defaultPrompt : await promptIn(root, file)
  const options = { timeout, retries, parameters, sleep: (milliseconds: number) => sleep(milliseconds) }
  const ask = cachedAsk(createAsk(endpoint, options), join(root, '.gazette', 'blurbs'), identityOf(endpoint, parameters))
  const limited = createLimit(concurrency)
  let left = settings.tokens
  const spend = (tokens: number): boolean => {
    if (tokens > 0 && tokens > left) return false
    left -= tokens
    return true
  }
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
  return async (request, place) => {
    const written = await limited(() => writeBlurb(request, { ask, prompt, detect: detectLanguage, hash, spend }))
    return outcome(written, request, place)
  }
}

function identityOf({ model }: Endpoint, parameters: unknown): unknown {
  return { model, parameters }
}

async function promptIn(root: string, file: string): Promise<string> {
  const text = await readIfPresent(resolve(root, file))
  if (text !== undefined) return text.trim()
  throw new EnvironmentError([diagnostic('GZ-E001', 'the prompt for blurbs cannot be read: there is no such file', { file, hint: 'it is named by blurbs.model.prompt in newsletter.yaml' })])
}

/** Says once what is missing. */
function withoutModel(problem: string): ModelWriter {
  let said = false
  return ({ article, words }) => {
    const diagnostics = said ? [] : [diagnostic('GZ-B004', problem, { hint: 'set it in the environment or in .env; until then the blurbs are extractive' })]
    said = true
    return Promise.resolve({ blurb: extractive(article, { words }), diagnostics, settled: false })
  }
}

function outcome(written: Written, { article, words }: WriteRequest, place: Partial<Place>): ModelBlurb {
  if (written.kind === 'accepted') {
    const diagnostics = written.warnings.map((finding) => diagnostic('GZ-B007', `the model's blurb has ${reasonOf(finding)}`, { ...place, hint: `it is used as it is: ${written.text}` }))
    return { blurb: { text: written.text, sentences: [], method: 'model' }, diagnostics, settled: true }
  }
  const blurb = extractive(article, { words })
  if (written.kind === 'refused') {
    const reasons = written.findings.map(reasonOf).join('; ')
    return { blurb, diagnostics: [diagnostic('GZ-B005', `the model's blurb was refused: ${reasons}`, { ...place, hint: `the extractive blurb stands in for it; refused was: ${written.text}` })], settled: true }
  }
  const hint = 'the extractive blurb stands in for it'
  const found =
    written.kind === 'spent' ? diagnostic('GZ-B008', 'the tokens of this run are used up', { ...place, hint: `${hint}; build again, or raise blurbs.model.tokens` }) : diagnostic('GZ-B006', `the model gave no blurb: ${written.problem}`, { ...place, hint })
  return { blurb, diagnostics: [found], settled: false }
}
