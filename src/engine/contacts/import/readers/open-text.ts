import { fail, ok, type Result } from '../../../../shared/result'
import { isBinary } from './binary-content'
import { isUnchanged, type OpenedFile, openRegularFile, readInto } from './regular-file'
import type { SourceFailure } from './source'
import { createDecoder } from './stream-decoder'
import type { EncodingId } from './text-encoding'

/** What was read when a text ended well. */
export interface TextEnd {
  readonly sizeBytes: number
}

export interface ReadTextOptions {
  /** Ends the reading with `cancelled` before the next piece. */
  readonly signal?: AbortSignal
  /** Told after each piece. */
  readonly onProgress?: (bytesRead: number) => void
}

export type TextReading = AsyncGenerator<string, Result<TextEnd, SourceFailure>>

const PIECE_BYTES = 256 * 1024

/**
 * A file as text, in pieces: memory does not grow with the file. It returns why it ended: every failure is a value, also
 * the one that the file was changed meanwhile, and what was given until then is worth nothing. Leaving early closes it.
 */
export async function* readText(
  path: string,
  encoding: EncodingId,
  options: ReadTextOptions = {}
): TextReading {
  const opened = await openRegularFile(path)
  if (!opened.ok) return opened
  try {
    const read = yield* readPieces(opened.value, encoding, options)
    if (read.ok || read.error.code === 'file_empty') {
      if (!(await isUnchanged(opened.value, path))) return fail({ code: 'file_changed' })
    }
    return read
  } finally {
    await opened.value.handle.close()
  }
}

async function* readPieces(file: OpenedFile, encoding: EncodingId, options: ReadTextOptions): TextReading {
  const sizeBytes = Number(file.state.sizeBytes)
  const buffer = Buffer.allocUnsafe(PIECE_BYTES)
  const decoder = createDecoder(encoding)
  let bytesRead = 0
  let hasText = false
  for (;;) {
    if (options.signal?.aborted === true) return fail({ code: 'cancelled' })
    const filled = await readInto(file.handle, buffer)
    if (!filled.ok) return filled
    const bytes = buffer.subarray(0, filled.value)
    if (bytesRead === 0 && isBinary(bytes)) return fail({ code: 'file_binary' })
    bytesRead += bytes.length
    if (bytesRead > sizeBytes) return fail({ code: 'file_changed' })
    const text = bytes.length === 0 ? decoder.end() : decoder.write(bytes)
    hasText ||= /\S/.test(text)
    options.onProgress?.(bytesRead)
    if (text !== '') yield text
    if (bytes.length === 0) break
  }
  if (bytesRead < sizeBytes) return fail({ code: 'file_changed' })
  return hasText ? ok({ sizeBytes }) : fail({ code: 'file_empty' })
}
