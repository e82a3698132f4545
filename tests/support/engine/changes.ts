import { setTimeout as wait } from 'node:timers/promises'

const LIMIT_MS = 20_000
const POLL_MS = 20

/** Lets a test wait for a state instead of for a time: whoever owns the state says when it may have changed. */
export class Changes {
  readonly #waiting = new Set<() => void>()

  /** Something may have changed: everybody who waits looks again. */
  changed(): void {
    for (const look of [...this.#waiting]) look()
  }

  /** Resolves when `holds` answers true, asked at once and after every change. Rejects after `limitMs`. */
  until(holds: () => boolean, what: string, limitMs = LIMIT_MS): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(limit)
        this.#waiting.delete(look)
        end()
      }
      const limit = setTimeout(() => {
        settle(() => reject(new Error(`Waited ${limitMs} ms in vain: ${what}`)))
      }, limitMs)
      const look = () => {
        if (holds()) settle(resolve)
      }
      this.#waiting.add(look)
      look()
    })
  }
}

/** Resolves when `holds` answers true, for states that nobody announces: files, other processes. */
export async function pollUntil(
  holds: () => boolean | Promise<boolean>,
  what: string,
  limitMs = LIMIT_MS
): Promise<void> {
  const endMs = performance.now() + limitMs
  while (!(await holds())) {
    if (performance.now() > endMs) throw new Error(`Waited ${limitMs} ms in vain: ${what}`)
    await wait(POLL_MS)
  }
}
