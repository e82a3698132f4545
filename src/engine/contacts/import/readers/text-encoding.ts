import { TextDecoder } from 'node:util'
import type { ImportOptions } from '../../../../shared/domain/contact-import'
import { looksVietnamese } from './vietnamese-bytes'

export type EncodingId = ImportOptions['encoding']

/**
 * What a file's first bytes are probably written in. `isWholeFile` says that nothing follows the head: then a sequence
 * that is cut off at its end is an error and not chance.
 */
export function guessEncoding(head: Uint8Array, isWholeFile: boolean): EncodingId {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return 'utf-8'
  const wide = guessUtf16(head)
  if (wide !== null) return wide
  if (isUtf8(head, isWholeFile)) return 'utf-8'
  return looksVietnamese(head) ? 'windows-1258' : 'windows-1252'
}

/** The byte order of UTF-16, by its mark or by on which side of the pairs the zeros are; null for anything else. */
export function guessUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(head, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(head, [0xfe, 0xff])) return 'utf-16be'
  const pairs = Math.floor(head.length / 2)
  let firstZeros = 0
  let secondZeros = 0
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) firstZeros++
    if (head[index + 1] === 0) secondZeros++
  }
  // Even Chinese has one Latin digit, comma or line end among twenty characters.
  const enough = Math.max(1, pairs / 20)
  if (secondZeros >= enough && secondZeros >= firstZeros * 3) return 'utf-16le'
  if (firstZeros >= enough && firstZeros >= secondZeros * 3) return 'utf-16be'
  return null
}

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte)
}

function isUtf8(head: Uint8Array, isWholeFile: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !isWholeFile })
    return true
  } catch {
    return false
  }
}
