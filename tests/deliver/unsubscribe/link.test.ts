import { describe, expect, it } from 'vitest'
import { tokenFinder } from '../../../src/deliver/unsubscribe/link.ts'

describe('tokenFinder', () => {
  it.each([
    ['https://weekly.example/unsubscribe/{token}', 'http://127.0.0.1:8026/unsubscribe/abc-_1', 'abc-_1'],
    ['https://weekly.example/unsubscribe/{token}', 'http://127.0.0.1/unsubscribe/abc/?utm_source=x', 'abc'],
    ['https://weekly.example/u/{token}/now', 'http://127.0.0.1/u/abc/now', 'abc'],
    ['https://weekly.example/?leave={token}&v=1', 'http://127.0.0.1/?v=1&leave=abc&utm=x', 'abc'],
    ['https://weekly.example/leave?t={token}', 'http://127.0.0.1/leave', ''],
    ['https://weekly.example/unsubscribe/{token}', 'http://127.0.0.1/other/abc', undefined],
    ['https://weekly.example/u/{token}/now', 'http://127.0.0.1/u/now', undefined],
    ['https://weekly.example/leave?t={token}', 'http://127.0.0.1/other?t=abc', undefined],
  ])('%s and %s: %s', (pattern, url, token) => {
    expect(tokenFinder(pattern)?.(new URL(url))).toBe(token)
  })

  it.each(['https://weekly.example/unsubscribe', 'no address {token}', 'https://weekly.example/#{token}', ''])('finds no place in %j', (pattern) => {
    expect(tokenFinder(pattern)).toBeUndefined()
  })
})
