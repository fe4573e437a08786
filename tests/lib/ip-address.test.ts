import { describe, expect, it } from 'vitest'
import { parseIpAddress } from '../../src/lib/ip-address.ts'

describe('addresses', () => {
  it.each([
    ['1.2.3.4', 0x0102_0304],
    ['255.255.255.255', 0xffff_ffff],
    ['::', 0n],
    ['[::1]', 1n],
    ['fe80::1%eth0', (0xfe80n << 112n) + 1n],
    ['::ffff:1.2.3.4', 0xffff_0102_0304n],
    ['2001:db8:0:0:1::', (0x2001_0db8n << 96n) + (1n << 48n)],
    ['1:2:3:4:5:6:7:8', 0x0001_0002_0003_0004_0005_0006_0007_0008n],
  ])('%s is read', (text, address) => {
    expect(parseIpAddress(text)).toBe(address)
  })

  it.each(['', 'nonsense', '1.2.3', '1.2.3.256', '1.2.3.4.5', '0177.0.0.1', '1:2:3', '1::2::3', '12345::1', 'g::1', '1:2:3:4:5:6:7:8:9', '::1.2.3.400'])('%s is none', (text) => {
    expect(parseIpAddress(text)).toBeUndefined()
  })
})
