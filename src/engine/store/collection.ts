import { basename } from 'node:path'
import { Low } from 'lowdb'
import type { AppError } from '../../shared/app-error'
import type { StorageProblem } from '../../shared/ipc/views'
import { fail, ok, type Result } from '../../shared/result'
import type { FileFormat } from './file-format'
import { JsonFileAdapter, UnusableFile } from './json-file-adapter'

type Change<T> = (value: T) => T

interface Pending<T> {
  readonly change: Change<T>
  readonly settle: (result: Result<T>) => void
}

/**
 * One data file in memory. Reading is synchronous; a change is visible once it is durable, never before, so what the
 * window shows is what a crash would leave. Changes made while the disk is busy share the next write.
 */
export class Collection<T extends object> {
  readonly name: string
  readonly #adapter: JsonFileAdapter<T>
  readonly #low: Low<T>
  readonly #empty: T
  #problem: StorageProblem | null = null
  #failure: string | null = null
  readonly #failureListeners = new Set<() => void>()
  readonly #listeners = new Set<() => void>()
  #isRead = false
  #pending: Pending<T>[] = []
  #writing: Promise<void> | null = null

  constructor(file: string, format: FileFormat<T>, empty: T) {
    this.name = basename(file)
    this.#empty = empty
    this.#adapter = new JsonFileAdapter(file, format)
    this.#low = new Low(this.#adapter, empty)
  }

  /** The present value; the empty one while there is a problem. Throws before it was read: nobody may take that for empty. */
  get value(): T {
    this.#assertRead()
    return this.#low.data
  }

  /** Why the file cannot be used; while it is set, nothing is written. */
  get problem(): StorageProblem | null {
    return this.#problem
  }

  /** Why the last write failed; null when it did not. What was to be written is not there. */
  get failure(): string | null {
    return this.#failure
  }

  /** Calls the listener when writing begins to fail or works again. Returns the unsubscribe function. */
  onFailure(listener: () => void): () => void {
    this.#failureListeners.add(listener)
    return () => this.#failureListeners.delete(listener)
  }

  /** Reads the file. A damaged or newer one is left as it is and becomes the collection's problem. */
  async load(): Promise<void> {
    try {
      await this.#low.read()
      this.#problem = null
      this.#isRead = true
    } catch (error) {
      if (!(error instanceof UnusableFile)) throw error
      const setAside = error.kind === 'damaged' ? await this.#adapter.setAside() : undefined
      const backupAt = await this.#adapter.backupTime()
      this.#problem = {
        file: this.name,
        kind: error.kind,
        ...(setAside !== undefined && { set_aside: setAside }),
        ...(backupAt !== null && { backup_at: backupAt })
      }
      this.#isRead = true
    }
  }

  /** Applies a pure change and resolves when it is durable. A failed write leaves the old value in memory and on disk. */
  update(change: Change<T>): Promise<Result<T>> {
    this.#assertRead()
    return new Promise((settle) => {
      this.#pending.push({ change, settle })
      this.#writing ??= this.#drain()
    })
  }

  /** Calls the listener after every durable change. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Ends a problem: with the last good copy, or empty. The damaged file was set aside before.
   * @param adapt changes what is recovered, in the same durable write
   */
  async recover(from: 'backup' | 'empty', adapt: Change<T> = (value) => value): Promise<Result<T>> {
    if (this.#problem === null) return ok(this.value)
    if (this.#problem.kind !== 'damaged') return fail(this.#refusal())
    try {
      const value = adapt(from === 'backup' ? await this.#adapter.readBackup() : this.#empty)
      await this.#adapter.write(value)
      this.#problem = null
      this.#publish(value)
      return ok(value)
    } catch (error) {
      if (error instanceof UnusableFile) return fail({ code: 'no_backup', params: { file: this.name } })
      return fail(this.#writeFailure(error))
    }
  }

  /** Resolves when every change that was asked for is settled. */
  async settled(): Promise<void> {
    await this.#writing
  }

  #assertRead(): void {
    if (!this.#isRead) throw new Error(`${this.name} was not read yet`)
  }

  async #drain(): Promise<void> {
    await Promise.resolve()
    while (this.#pending.length > 0) {
      const batch = this.#pending
      this.#pending = []
      const result = await this.#write(batch)
      for (const { settle } of batch) settle(result)
    }
    this.#writing = null
  }

  async #write(batch: readonly Pending<T>[]): Promise<Result<T>> {
    if (this.#problem !== null) return fail(this.#refusal())
    try {
      const value = batch.reduce((current, { change }) => change(current), this.value)
      if (value === this.value) return ok(value)
      await this.#adapter.write(value)
      this.#setFailure(null)
      this.#publish(value)
      return ok(value)
    } catch (error) {
      const failure = this.#writeFailure(error)
      this.#setFailure(String(failure.params?.['detail'] ?? ''))
      return fail(failure)
    }
  }

  #setFailure(failure: string | null): void {
    if (failure === this.#failure) return
    this.#failure = failure
    for (const listener of this.#failureListeners) listener()
  }

  #publish(value: T): void {
    this.#low.data = value
    for (const listener of this.#listeners) listener()
  }

  #refusal(): AppError {
    const code = this.#problem?.kind === 'newer' ? 'storage_newer' : 'storage_damaged'
    return { code, params: { file: this.name } }
  }

  #writeFailure(error: unknown): AppError {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error)
    return { code: 'storage_failed', params: { file: this.name, detail } }
  }
}
