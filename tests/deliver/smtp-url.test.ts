import { describe, expect, it } from 'vitest'
import { parseTarget, targetName } from '../../src/deliver/smtp-url.ts'

describe('parseTarget', () => {
  it.each([
    ['smtp://127.0.0.1:1025', { kind: 'smtp', host: '127.0.0.1', port: 1025, tls: 'none' }],
    ['smtp://localhost', { kind: 'smtp', host: 'localhost', port: 25, tls: 'none' }],
    ['smtp://[::1]:2525', { kind: 'smtp', host: '::1', port: 2525, tls: 'none' }],
    ['smtp://mail.example.com', { kind: 'smtp', host: 'mail.example.com', port: 587, tls: 'starttls' }],
    ['smtps://mail.example.com', { kind: 'smtp', host: 'mail.example.com', port: 465, tls: 'implicit' }],
    ['smtp://127.0.0.1?tls=required', { kind: 'smtp', host: '127.0.0.1', port: 25, tls: 'starttls' }],
    ['smtps://news:p%40ss@mail.example.com', { kind: 'smtp', host: 'mail.example.com', port: 465, tls: 'implicit', auth: { user: 'news', pass: 'p@ss' } }],
    [
      'smtp://mail.example.com?ca=/etc/ca.pem&servername=mx.example.com&name=me.example.com&timeout=30',
      { kind: 'smtp', host: 'mail.example.com', port: 587, tls: 'starttls', ca: '/etc/ca.pem', servername: 'mx.example.com', name: 'me.example.com', timeout: 30_000 },
    ],
    ['sendmail:', { kind: 'sendmail', path: 'sendmail' }],
    ['sendmail:///usr/sbin/sendmail', { kind: 'sendmail', path: '/usr/sbin/sendmail' }],
  ])('%s', (text, expected) => {
    expect(parseTarget(text)).toEqual(expected)
  })

  it.each([
    ['mail.example.com', 'it is not an address'],
    ['http://mail.example.com', 'it starts with http:'],
    ['smtp://', 'it names no server'],
    ['smtp://mail.example.com?tls=off', 'tls=off is for this machine only'],
    ['smtp://mail.example.com?tls=maybe', 'tls must be required or off'],
    ['smtp://mail.example.com?tsl=required', 'it has an unknown parameter tsl'],
    ['smtp://mail.example.com?timeout=never', 'timeout must be a number of seconds'],
    ['smtp://mail.example.com?name=me%0d%0aMAIL', 'it contains a control character'],
    ['smtp://a%0d%0ab:c@mail.example.com', 'it contains a control character'],
    ['smtp://mail.example.com\r\nQUIT', 'it contains a space or a control character'],
    ['smtp://user:100%@mail.example.com', 'it has a % that is not followed by two hexadecimal digits'],
  ])('refuses %j', (text, problem) => {
    expect(() => parseTarget(text)).toThrow(expect.objectContaining({ message: `the address of the mail server cannot be used: ${problem}` }))
  })

  it('never shows a password', () => {
    expect(targetName(parseTarget('smtps://news:sesame@mail.example.com'))).toBe('smtps://mail.example.com:465')
    expect(() => parseTarget('smtp://news:sesame@mail.example.com?x=1')).toThrow(expect.not.objectContaining({ message: expect.stringContaining('sesame') as unknown }))
  })
})
