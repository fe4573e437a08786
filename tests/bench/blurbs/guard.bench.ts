import { it } from 'vitest'
import { factsOf } from '../../../src/summarise/guard/facts.ts'
import type { GuardFinding } from '../../../src/summarise/guard/finding.ts'
import { groundingFindings } from '../../../src/summarise/guard/guard.ts'
import { generator } from './bootstrap.ts'
import { budgets, type Pair, readSet } from './data.ts'
import { plant, type Planted } from './planted.ts'

// npm run bench -- blurbs/guard
// GAZETTE_SHOW=yes prints what was missed and what was objected to.

const wanted: Readonly<Record<Planted['kind'], number>> = { number: 80, date: 60, name: 60 }
const show = process.env.GAZETTE_SHOW !== undefined

it('catches what was planted, and lets true blurbs pass', () => {
  const pairs = Object.keys(budgets).flatMap(readSet)
  measurePlanted(pairs)
  measureAlarms(pairs)
})

function findingsOf({ title, text, lang }: Pair, blurb: string): GuardFinding[] {
  return groundingFindings(blurb, factsOf(`${title}\n${text}`, lang), lang)
}

/** Blurbs that people wrote and that the guard has nothing against, each with one thing changed. */
function measurePlanted(pairs: readonly Pair[]): void {
  const draw = generator()
  const shuffled = pairs.map((pair) => ({ pair, at: draw() })).sort((a, b) => a.at - b.at)
  console.log('\n| planted | blurbs | caught | of these refused | warned of |\n|---|---|---|---|---|')
  let next = 0
  for (const kind of ['number', 'date', 'name'] as const) {
    const planted: Planted[] = []
    while (planted.length < wanted[kind] && next < shuffled.length) {
      const pair = shuffled[next++]?.pair
      const one = pair === undefined || findingsOf(pair, pair.summary).length > 0 ? undefined : plant(pair, kind, draw)
      if (one !== undefined) planted.push(one)
    }
    const caught = planted.map((one) => findingsOf(one.pair, one.text).filter((finding) => touches(finding, one)))
    const failed = caught.filter((findings) => findings.some(({ severity }) => severity === 'fail')).length
    const all = caught.filter((findings) => findings.length > 0).length
    console.log(`| ${kind} | ${String(planted.length)} | ${String(all)} (${((100 * all) / planted.length).toFixed(1)} %) | ${String(failed)} | ${String(all - failed)} |`)
    if (show) for (const [index, one] of planted.entries()) if (caught[index]?.length === 0) console.log(`missed: ${one.wrong} in: ${one.text}`)
  }
}

function touches({ start, span }: GuardFinding, { start: from, wrong }: Planted): boolean {
  return start < from + wrong.length && from < start + span.length
}

/** What the guard has against blurbs that people wrote. Not all of it is wrong: editors add what they know. */
function measureAlarms(pairs: readonly Pair[]): void {
  console.log('\n| set | blurbs | refused | of these for | warned of |\n|---|---|---|---|---|')
  for (const set of Object.keys(budgets)) {
    const blurbs = pairs.filter((pair) => pair.set === set)
    const findings = blurbs.map((pair) => findingsOf(pair, pair.summary))
    const fails = findings.filter((list) => list.some(({ severity }) => severity === 'fail'))
    const warned = findings.filter((list) => list.some(({ severity }) => severity === 'warn')).length
    const kinds = new Map<string, number>()
    for (const { kind } of fails.flatMap((list) => list.filter(({ severity }) => severity === 'fail').slice(0, 1))) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const share = (count: number): string => `${String(count)} (${((100 * count) / blurbs.length).toFixed(1)} %)`
    console.log(`| ${set} | ${String(blurbs.length)} | ${share(fails.length)} | ${Array.from(kinds, ([kind, count]) => `${kind} ${String(count)}`).join(', ')} | ${share(warned)} |`)
    if (show) for (const [index, list] of findings.entries()) for (const finding of list) if (finding.severity === 'fail') console.log(`${finding.kind}: ${finding.span} — ${blurbs[index]?.id ?? ''}: ${blurbs[index]?.summary ?? ''}`)
  }
}
