import { describe, expect, test } from 'vitest'
import { runRules, settle } from '../../../src/checks/check.ts'
import { rules } from '../../../src/checks/rules.ts'
import type { Code } from '../../../src/diagnostics/catalogue.ts'
import { inputOf } from '../input.ts'
import { fixtures } from './fixtures.ts'

const found = (code: Code, changes: Parameters<typeof inputOf>[0]) => runRules(inputOf(changes), { only: [code] })

describe('the rules', () => {
  test('let a clean issue pass', () => {
    expect(runRules(inputOf())).toEqual([])
  })

  test('are each there once, with words of their own', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
    for (const { code, docs, title } of rules) {
      expect([code, title === '', docs.bad === undefined, docs.good === undefined]).toEqual([code, false, false, false])
    }
  })

  test('each have a fixture', () => {
    expect(rules.map(({ code }) => code).filter((code) => fixtures[code] === undefined)).toEqual([])
  })

  test.each(Object.entries(fixtures))('%s objects to its bad fixture and lets the good one pass', (code, { bad, good }) => {
    expect(found(code as Code, bad).map((one) => one.code)).toContain(code)
    expect(found(code as Code, good)).toEqual([])
  })

  test.each(Object.entries(fixtures))('%s places what it finds, and says what to do', (code, { bad }) => {
    for (const { file, origin, message, hint } of found(code as Code, bad)) {
      expect(file !== undefined || origin !== undefined).toBe(true)
      expect(message).not.toMatch(/undefined|NaN|\[object/)
      expect(hint).toMatch(/\p{L}{2}/u)
    }
  })
})

describe('settings', () => {
  const bad = { body: '<a href="#">x</a>', subject: ' ' }

  test('leave rules out and change how serious they are', () => {
    const input = inputOf({ ...bad, newsletter: { checks: { rules: { 'GZ-L003': 'off', 'GZ-K102': 'info' } } } })
    const settled = settle(runRules(input), input.newsletter.checks.rules)
    expect(settled.map(({ code }) => code)).not.toContain('GZ-L003')
    expect(settled.find(({ code }) => code === 'GZ-K102')?.severity).toBe('info')
  })

  test('choose rules by code or by its beginning', () => {
    expect(runRules(inputOf(bad), { only: ['gz-l'] }).map(({ code }) => code)).toEqual(['GZ-L003'])
    expect(runRules(inputOf(bad), { only: ['GZ-L', 'GZ-K102'], skip: ['GZ-L003'] }).map(({ code }) => code)).toEqual(['GZ-K102'])
  })

  test('what many elements have at one place is said once', () => {
    const place = { file: 'templates/x.hbs', line: 3, column: 1 }
    const one = { code: 'GZ-K501', severity: 'error', message: 'no alt', ...place } as const
    expect(settle([one, one, { ...one, line: 4 }], {}).map(({ message }) => message)).toEqual(['no alt (2 times)', 'no alt'])
  })

  test('shares of readers decide what counts', () => {
    const body = '<div style="position:absolute">x</div>'
    const codes = (clients: Record<string, number>) => runRules(inputOf({ body, newsletter: { clients } }), { only: ['GZ-K3'] }).map(({ code }) => code)
    expect(codes({ thunderbird: 100 })).toEqual([])
    expect(codes({ thunderbird: 99, 'outlook-windows': 1 })).toEqual([])
    expect(codes({ thunderbird: 50, 'outlook-windows': 50 })).toEqual(['GZ-K301'])
  })
})
