import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ERASED } from '../ledger/erased-text'
import { completeLines, linesIn } from '../ledger/ledger-reader'
import type { Eraser } from './erase-text'

const BYTES_A_PIECE = 256 * 1024
const FILLER = '_'

/** What follows a name and a colon is what a gateway said about the person's message. */
const SAID_AFTER = /((?:\(erased\)|_)_*: )(.+)$/u

/**
 * Overwrites somebody in every log file, byte for byte in place: the log that is being written is an open file, which a
 * rename would take away from its writer. A crash leaves a part overwritten, and the next time does the rest.
 * Gives how many files had something.
 */
export async function eraseInLogs(folder: string, eraser: Eraser): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  let count = 0
  for (const entry of entries) {
    if (entry.isFile() && (await eraseInLog(join(folder, entry.name), eraser))) count += 1
  }
  return count
}

async function eraseInLog(file: string, eraser: Eraser): Promise<boolean> {
  let handle: FileHandle | null = null
  let at = 0
  try {
    for await (const lines of completeLines(file, BYTES_A_PIECE)) {
      if (eraser.concerns(lines)) {
        let lineAt = at
        for (const line of linesIn(lines)) {
          const erased = erasedLogLine(line, eraser)
          if (erased !== line) {
            handle ??= await open(file, 'r+')
            await handle.write(erased, 0, erased.length, lineAt)
          }
          lineAt += line.length + 1
        }
      }
      at += lines.length
    }
    await handle?.sync()
    return handle !== null
  } catch (error) {
    // Rotated away while it was being read: it is in the folder under another name, and the next time finds it there.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return false
  } finally {
    await handle?.close()
  }
}

/** The line without the person, of the same length in bytes; the same buffer when it has nothing of theirs. */
export function erasedLogLine(line: Buffer, eraser: Eraser): Buffer {
  const text = line.toString('utf8')
  const erased = erasedLogText(text, eraser)
  const bytes = Buffer.from(erased)
  // Bytes that are no UTF-8 would change the length; such a line is not one of ours.
  return erased === text || bytes.length !== line.length ? line : bytes
}

/** The same as text. */
export function erasedLogText(text: string, eraser: Eraser): string {
  const erased = eraser.erase(text, marker)
  return erased === text
    ? text
    : erased.replace(SAID_AFTER, (_all, before: string, said: string) => before + filler(said))
}

/** As long as what it replaces, in bytes. */
const marker = (found: string): string => {
  const bytes = Buffer.byteLength(found)
  return bytes < ERASED.length ? FILLER.repeat(bytes) : ERASED + FILLER.repeat(bytes - ERASED.length)
}

const filler = (said: string): string => FILLER.repeat(Buffer.byteLength(said))
