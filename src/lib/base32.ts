const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * Bytes in lower-case letters and digits (RFC 4648 §6, without padding), which survive where case is lost: in the local
 * part of an address, in a Message-ID, in a URL read aloud.
 */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet.charAt((value >>> bits) & 31)
    }
  }
  return bits > 0 ? text + alphabet.charAt((value << (5 - bits)) & 31) : text
}
