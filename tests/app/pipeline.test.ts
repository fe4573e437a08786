import { describe, expect, it } from 'vitest'
import { runPipeline, stageDefiner } from '../../src/app/pipeline.ts'
import { diagnostic } from '../../src/diagnostics/diagnostic.ts'

interface State {
  a?: number
  b?: number
  c?: number
}
const stage = stageDefiner<State, { factor: number }>()
const context = { factor: 2 }
const options = { now: () => 0 }
const problem = diagnostic('GZ-C004', 'bad')

describe('runPipeline', () => {
  it('hands what a stage made to the next', async () => {
    const stages = [
      stage('one', '', [], 'a', () => ({ state: { a: 3 } })),
      stage('two', '', ['a'], 'b', ({ a }, { factor }) => ({ state: { b: a * factor } })),
    ]
    expect((await runPipeline(stages, {}, context, options)).state).toEqual({ a: 3, b: 6 })
  })

  it('passes over a stage that lacks what it needs, and goes on', async () => {
    const stages = [
      stage('one', '', [], 'a', () => ({ diagnostics: [problem] })),
      stage('two', '', ['a'], 'b', () => ({ state: { b: 1 } })),
      stage('three', '', [], 'c', () => ({ state: { c: 1 }, diagnostics: [problem] })),
    ]
    const result = await runPipeline(stages, {}, context, options)
    expect(result.state).toEqual({ c: 1 })
    expect(result.diagnostics).toHaveLength(2)
    expect(result.stages.map(({ name, ran, findings }) => [name, ran, findings])).toEqual([
      ['one', true, 1],
      ['two', false, 0],
      ['three', true, 1],
    ])
  })

  it('stops after the stage named', async () => {
    const stages = [stage('one', '', [], 'a', () => ({ state: { a: 1 } })), stage('two', '', [], 'b', () => ({ state: { b: 1 } }))]
    expect((await runPipeline(stages, {}, context, { ...options, until: 'one' })).state).toEqual({ a: 1 })
  })
})
