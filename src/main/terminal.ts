import { writeSync } from 'node:fs'

const STDOUT = 1
const STDERR = 2
const FULL_TRIES = 200
const FULL_WAIT_MS = 5

/** Says on stdout what the app does. */
export function print(text: string): void {
  write(STDOUT, text + '\n')
}

/** Says on stderr why the app cannot go on; it has no log yet. */
export function complain(text: string): void {
  write(STDERR, text + '\n')
}

/** What nobody caught, as the log and the terminal show it. Anything can be thrown, also what has no text. */
export function bugText(error: unknown): string {
  try {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  } catch {
    return 'Something without a text was thrown'
  }
}

/**
 * Straight to the system: a thread's own stdout goes through the main thread, which waits when there is no window. A
 * reader that is gone is nobody's fault; one that does not read for a second loses the rest of the line.
 */
function write(stream: number, text: string): void {
  let rest = Buffer.from(text)
  for (let tries = 0; rest.length > 0 && tries < FULL_TRIES;) {
    try {
      rest = rest.subarray(writeSync(stream, rest))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return
      tries += 1
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_WAIT_MS)
    }
  }
}
