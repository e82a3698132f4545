import { createDecoder } from './stream-decoder'
import { guessUtf16, startsWith } from './text-encoding'

/** How much of the head is looked at, so that every caller gets the same answer. */
const LOOKED_AT_BYTES = 64 * 1024

const MAGIC_NUMBERS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip, xlsx
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0], // xls
  [0x25, 0x50, 0x44, 0x46, 0x2d], // pdf
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff], // jpg
  [0x47, 0x49, 0x46, 0x38], // gif
  [0x1f, 0x8b], // gzip
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21, 0x1a]
]

/** Shares of the head from which on it is no text. A single stray zero costs its row only. */
const MAX_ZERO_SHARE = 0.01
const MAX_CONTROL_SHARE = 0.05

/** Whether a file that begins with these bytes is no text in any encoding: a workbook, a picture, a program. */
export function isBinary(head: Uint8Array): boolean {
  if (MAGIC_NUMBERS.some((magic) => startsWith(head, magic))) return true
  const bytes = head.subarray(0, LOOKED_AT_BYTES)
  const wide = guessUtf16(bytes)
  if (wide === null) return isMostlyControl(bytes)
  const text = createDecoder(wide).write(bytes)
  return isMostlyControl(Array.from(text, (character) => character.codePointAt(0) ?? 0))
}

function isMostlyControl(codes: Uint8Array | readonly number[]): boolean {
  let zeros = 0
  let controls = 0
  for (const code of codes) {
    if (code === 0) zeros++
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) controls++
  }
  return zeros > codes.length * MAX_ZERO_SHARE || controls > codes.length * MAX_CONTROL_SHARE
}
