import { type FileHandle, open } from 'node:fs/promises'
import type { Journal } from '../ports'
import type { LedgerRecord } from './ledger-record'

interface Waiter {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

interface Line {
  readonly text: string
  /** Whoever must know that the line is durable; null for lines that need only be written in order. */
  readonly waiter: Waiter | null
}

/**
 * Appends records to a ledger with group commit: whatever was handed in while the disk was busy is written and
 * flushed together, so many deliveries share one flush and each still waits for its own line to be durable.
 * After a write error nothing more is written until `mend` has cut off what was half written: a torn line must stay
 * the last one. Outcomes that arrive meanwhile are kept in memory; they are facts that must not be lost.
 *
 * @param file the ledger; made when it is missing
 * @param keepBytes cut the file to this length first (what follows is a torn line of a crash)
 */
export async function openLedgerWriter(file: string, keepBytes: number): Promise<Journal> {
  const handle = await open(file, 'a')
  try {
    await handle.truncate(keepBytes)
  } catch (error) {
    await handle.close()
    throw error
  }
  return new LedgerWriter(handle, keepBytes)
}

class LedgerWriter implements Journal {
  readonly #handle: FileHandle
  /** The length of what is known to be written whole. */
  #goodBytes: number
  #lines: Line[] = []
  #flushing: Promise<void> | null = null
  #error: Error | null = null
  #closed: Promise<void> | null = null

  constructor(handle: FileHandle, goodBytes: number) {
    this.#handle = handle
    this.#goodBytes = goodBytes
  }

  commit(record: LedgerRecord): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#error !== null) reject(this.#error)
      else this.#take({ text: lineOf(record), waiter: { resolve, reject } })
    })
  }

  append(record: LedgerRecord): void {
    this.#take({ text: lineOf(record), waiter: null })
  }

  async mend(): Promise<boolean> {
    await this.#flushing
    if (this.#error === null) return true
    try {
      await this.#handle.truncate(this.#goodBytes)
      await this.#write(this.#lines)
    } catch {
      return false
    }
    this.#lines = []
    this.#error = null
    return true
  }

  close(): Promise<void> {
    this.#closed ??= this.#finish()
    return this.#closed
  }

  #take(line: Line): void {
    this.#lines.push(line)
    if (this.#error === null) this.#flushing ??= this.#flush()
  }

  async #flush(): Promise<void> {
    // Let everything that is handed in during this turn of the loop share the first flush.
    await new Promise(setImmediate)
    while (this.#lines.length > 0 && this.#error === null) {
      const lines = this.#lines
      this.#lines = []
      try {
        await this.#write(lines)
        for (const { waiter } of lines) waiter?.resolve()
      } catch (error) {
        this.#break(lines, error instanceof Error ? error : new Error(String(error)))
      }
    }
    this.#flushing = null
  }

  async #write(lines: readonly Line[]): Promise<void> {
    const text = lines.map((line) => line.text).join('')
    await this.#handle.appendFile(text)
    if (lines.some(({ waiter }) => waiter !== null)) {
      await this.#handle.datasync()
      // A ledger that was deleted while it is open can still be written to; nobody would ever read it again.
      if ((await this.#handle.stat()).nlink === 0) throw new LedgerGone()
    }
    this.#goodBytes += Buffer.byteLength(text)
  }

  /** Whoever waits is told that the line is not there; what nobody waits for is kept for `mend`. */
  #break(lines: readonly Line[], error: Error): void {
    this.#error = error
    const all = [...lines, ...this.#lines]
    this.#lines = all.filter(({ waiter }) => waiter === null)
    for (const { waiter } of all) waiter?.reject(error)
  }

  async #finish(): Promise<void> {
    await this.#flushing
    try {
      if (this.#error === null) await this.#handle.datasync()
      else await this.mend()
    } finally {
      await this.#handle.close()
    }
  }
}

/** The file was removed under the app. */
class LedgerGone extends Error {
  readonly code = 'ENOENT'
  constructor() {
    super('the ledger was removed')
  }
}

const lineOf = (record: LedgerRecord): string => JSON.stringify(record) + '\n'
