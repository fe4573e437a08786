import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../src/lib/ip-address.ts'

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
