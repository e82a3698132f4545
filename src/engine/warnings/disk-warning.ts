import { DISK_BAD_BYTES } from '../../shared/domain/health-level'
import type { Warning } from '../../shared/ipc/views'
import type { Clock } from '../ports'

const LOOK_INTERVAL_MS = 60_000
/** So much more than too little is enough again: what goes up and down around the limit is told once. */
const ENOUGH = 1.25
const MB = 1024 ** 2

export interface DiskWarningContext {
  readonly clock: Pick<Clock, 'monotonicMs'>
  /** Null when the system does not say. */
  readonly freeBytes: () => Promise<number | null>
  /** Called once each time that room becomes short. */
  readonly onLow: (freeBytes: number) => void
  readonly onChange: () => void
}

/** Says that the disk is nearly full, while there still is room: without any, no message can be noted, and so none is sent. */
export class DiskWarning {
  readonly #context: DiskWarningContext
  #lookedMs = -Infinity
  #isAsked = false
  #warnings: readonly Warning[] = []

  constructor(context: DiskWarningContext) {
    this.#context = context
  }

  get warnings(): readonly Warning[] {
    return this.#warnings
  }

  /** Call it every few seconds; it looks once a minute. */
  tick(): void {
    const nowMs = this.#context.clock.monotonicMs()
    // A disk that does not answer is asked once: each question that waits holds a thread that others need.
    if (this.#isAsked || nowMs - this.#lookedMs < LOOK_INTERVAL_MS) return
    this.#lookedMs = nowMs
    this.#isAsked = true
    void this.#context.freeBytes().then((free) => {
      this.#isAsked = false
      this.#judge(free)
    })
  }

  #judge(free: number | null): void {
    const { onLow, onChange } = this.#context
    const [known] = this.#warnings
    const isLow = free !== null && free < DISK_BAD_BYTES * (known === undefined ? 1 : ENOUGH)
    // In whole megabytes: a byte more or less is no news.
    const warnings = isLow ? [{ kind: 'disk_low' as const, free_bytes: Math.floor(free / MB) * MB }] : []
    const isSame = JSON.stringify(warnings) === JSON.stringify(this.#warnings)
    this.#warnings = warnings
    if (isLow && known === undefined) onLow(free)
    if (!isSame) onChange()
  }
}
