import iconv from 'iconv-lite'
import type { EncodingId } from './text-encoding'

export interface StreamDecoder {
  write(bytes: Uint8Array): string
  /** What the last bytes were worth when nothing follows them. */
  end(): string
}

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Decodes a file piece by piece, without its byte order mark; what is no character becomes U+FFFD. By iconv-lite, since
 * Node 20's own decoder takes windows-1252 for Latin-1.
 */
export function createDecoder(encoding: EncodingId): StreamDecoder {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false })
  let isAtStart = true
  const withoutMark = (text: string): string => {
    if (!isAtStart || text === '') return text
    isAtStart = false
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  }
  return {
    write: (bytes) =>
      withoutMark(decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
    end: () => withoutMark(decoder.end() ?? '')
  }
}

/** Text that was not valid in its encoding, or has NULs in it. */
export const hasInvalidCharacters = (text: string): boolean => text.includes('\uFFFD') || text.includes('\0')
