import { type FileHandle, open, stat } from 'node:fs/promises'
import { fail, ok, type Result } from '../../../../shared/result'
import type { SourceFailure } from './source'

/** What tells whether a file is still the one that was opened. */
export interface FileState {
  readonly sizeBytes: bigint
  readonly modifiedNs: bigint
}

export interface OpenedFile {
  readonly handle: FileHandle
  readonly state: FileState
}

/** Opens a file for reading. Whoever gets it closes the handle. Pipes and devices are refused: they may never end. */
export async function openRegularFile(path: string): Promise<Result<OpenedFile, SourceFailure>> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return fail({ code: 'file_is_folder' })
    if (!found.isFile()) return fail({ code: 'file_unreadable', detail: 'not a file' })
    const handle = await open(path, 'r')
    return ok({ handle, state: await stateOf(handle) })
  } catch (error) {
    return fail(failureOf(error))
  }
}

export async function stateOf(handle: FileHandle): Promise<FileState> {
  const { size, mtimeNs } = await handle.stat({ bigint: true })
  return { sizeBytes: size, modifiedNs: mtimeNs }
}

/** Whether the open file, and the one that is now at its path, are as they were when it was opened. */
export async function isUnchanged({ handle, state }: OpenedFile, path: string): Promise<boolean> {
  try {
    const now = await stateOf(handle)
    const atPath = await stat(path, { bigint: true })
    return isSame(now, state) && isSame({ sizeBytes: atPath.size, modifiedNs: atPath.mtimeNs }, state)
  } catch {
    return false
  }
}

const isSame = (one: FileState, other: FileState): boolean =>
  one.sizeBytes === other.sizeBytes && one.modifiedNs === other.modifiedNs

/** Reads into the buffer from where the last read ended; 0 bytes mean the end of the file. */
export async function readInto(
  handle: FileHandle,
  buffer: Uint8Array
): Promise<Result<number, SourceFailure>> {
  try {
    let filledBytes = 0
    while (filledBytes < buffer.length) {
      const { bytesRead } = await handle.read(buffer, filledBytes, buffer.length - filledBytes, null)
      if (bytesRead === 0) break
      filledBytes += bytesRead
    }
    return ok(filledBytes)
  } catch (error) {
    return fail(failureOf(error))
  }
}

function failureOf(error: unknown): SourceFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file_missing' }
  if (code === 'EISDIR') return { code: 'file_is_folder' }
  return { code: 'file_unreadable', detail: code }
}
