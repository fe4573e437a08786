import { describe, expect, it, test } from 'vitest'
import { isPrivateHost, isPublicAddress, privateHostKind } from '../../src/lib/private-address.ts'

describe('private addresses', () => {
  test.each([
    '127.0.0.1', '127.255.255.254', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '169.254.169.254',
    '100.64.0.1', '100.127.255.255', '0.0.0.0', '192.0.2.5', '198.18.0.1', '198.19.255.255', '203.0.113.9', '224.0.0.1',
    '255.255.255.255', '::', '::1', '[::1]', 'fe80::1', 'fe80::1%eth0', 'fd00::1', 'fc00::', 'ff02::1', '2001:db8::1',
    '2001::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:192.168.1.1', '64:ff9b::10.0.0.1', '64:ff9b:1::1',
    '2002:7f00:1::', '3fff::1', '', 'nonsense', '1.2.3', '1.2.3.256', '1:2:3', '1::2::3', 'g::1',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each([
    '1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.1', '100.63.0.1', '100.128.0.1', '192.0.1.1', '198.17.0.1',
    '198.20.0.1', '223.255.255.255', '2606:4700::1111', '2a00:1450:4001:800::200e', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8',
    '2002:808:808::',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each(['localhost', 'printer', 'nas.local', 'db.internal', 'router.home.arpa', '127.0.0.1', '[::1]', 'LOCALHOST.'])(
    'the host %s is plainly private',
    (host) => {
      expect(isPrivateHost(host)).toBe(true)
    },
  )

  test.each(['harbour.example', 'www.harbour.example', '8.8.8.8', '[2606:4700::1111]'])('the host %s is not', (host) => {
    expect(isPrivateHost(host)).toBe(false)
  })

  test('what makes it so is said', () => {
    expect(['10.0.0.1', 'nas.corp', 'printer.', 'harbour.example'].map(privateHostKind)).toEqual(['address', 'name', 'name', undefined])
  })

  test('odd spellings of IPv4 are caught once a URL has been read', () => {
    for (const host of ['0x7f.1', '2130706433', '0177.0.0.1', '127.1']) {
      expect(isPrivateHost(new URL(`http://${host}/`).hostname)).toBe(true)
    }
  })
})

describe('addresses that anybody can reach', () => {
  it.each(['1.1.1.1', '93.184.216.34', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.1', '169.253.1.1', '223.255.255.255', '2606:4700::1111', '2a00:1450:4001::64', '::ffff:8.8.8.8', '64:ff9b::808:808', '2002:0808:0808::1', '[2606:4700::1111]'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    ['0.0.0.0', 'this host'],
    ['10.1.2.3', 'private'],
    ['100.64.0.1', 'shared'],
    ['100.100.100.200', 'metadata of one cloud'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['168.63.129.16', 'metadata of another'],
    ['169.254.169.254', 'metadata of most'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.0.0.192', 'metadata of a third'],
    ['192.168.0.1', 'private'],
    ['198.18.0.1', 'benchmarks'],
    ['203.0.113.7', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::ffff:127.0.0.1', 'mapped loopback'],
    ['::ffff:7f00:1', 'mapped loopback, in hexadecimal'],
    ['::ffff:169.254.169.254', 'mapped metadata'],
    ['::127.0.0.1', 'compatible loopback'],
    ['64:ff9b::a9fe:a9fe', 'metadata behind NAT64'],
    ['2002:7f00:1::', 'loopback in 6to4'],
    ['2001::1', 'Teredo'],
    ['2001:db8::1', 'documentation'],
    ['fc00::1', 'private'],
    ['fd00:ec2::254', 'metadata over IPv6'],
    ['fe80::1%eth0', 'link-local'],
    ['ff02::1', 'multicast'],
    ['0177.0.0.1', 'octal to some'],
    ['127.1', 'no whole address'],
    ['1.2.3.4.5', 'too many parts'],
    ['12345::1', 'no address'],
    ['1::2::3', 'no address'],
    ['', 'nothing'],
  ])('%s is not: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
