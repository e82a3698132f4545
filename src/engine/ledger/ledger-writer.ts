import { type FileHandle, open } from 'node:fs/promises'
import type { Journal } from '../ports'
import type { LedgerRecord } from './ledger-record'

interface Waiter {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Appends records to a ledger with group commit: whatever was handed in while the disk was busy is written and
 * flushed together, so many deliveries share one flush and each still waits for its own line to be durable.
 * After a write error nothing more is written: a torn line must stay the last one.
 *
 * @param file the ledger; made when it is missing
 * @param keepBytes cut the file to this length first (what follows is a torn line of a crash)
 */
export async function openLedgerWriter(file: string, keepBytes: number): Promise<Journal> {
  const handle = await open(file, 'a')
  await handle.truncate(keepBytes)
  return new LedgerWriter(handle)
}

class LedgerWriter implements Journal {
  readonly #handle: FileHandle
  #lines: string[] = []
  #waiters: Waiter[] = []
  #flushing: Promise<void> | null = null
  #error: Error | null = null
  #closed: Promise<void> | null = null

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  commit(record: LedgerRecord): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject })
      this.append(record)
    })
  }

  append(record: LedgerRecord): void {
    this.#lines.push(JSON.stringify(record) + '\n')
    this.#flushing ??= this.#flush()
  }

  close(): Promise<void> {
    this.#closed ??= this.#finish()
    return this.#closed
  }

  async #flush(): Promise<void> {
    // Let everything that is handed in during this turn of the loop share the first flush.
    await new Promise(setImmediate)
    while (this.#lines.length > 0) {
      const lines = this.#lines
      const waiters = this.#waiters
      this.#lines = []
      this.#waiters = []
      try {
        if (this.#error !== null) throw this.#error
        await this.#handle.appendFile(lines.join(''))
        if (waiters.length > 0) await this.#handle.datasync()
        for (const waiter of waiters) waiter.resolve()
      } catch (error) {
        this.#error ??= error instanceof Error ? error : new Error(String(error))
        for (const waiter of waiters) waiter.reject(this.#error)
      }
    }
    this.#flushing = null
  }

  async #finish(): Promise<void> {
    await this.#flushing
    try {
      if (this.#error === null) await this.#handle.datasync()
    } finally {
      await this.#handle.close()
    }
  }
}
