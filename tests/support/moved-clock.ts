import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Debian has it in the folder of the machine's architecture, other Linuxes and macOS straight in `lib`. */
const LIBRARIES = [
  ...(existsSync('/usr/lib') ? readdirSync('/usr/lib') : []).map((folder) => path.join('/usr/lib', folder)),
  '/usr/lib',
  '/usr/lib64',
  '/usr/local/lib'
].map((folder) => path.join(folder, 'faketime', 'libfaketimeMT.so.1'))

/**
 * The environment in which a program's wall clock began at `startMs` (epoch milliseconds) and ticks on; its monotonic
 * clock, and so its timers and time-outs, is left alone. The same for the processes that it starts.
 */
export function movedClock(startMs: number): Record<string, string> {
  const library = LIBRARIES.find((candidate) => existsSync(candidate))
  if (library === undefined) {
    throw new Error(
      'libfaketime is missing: install the Debian package "faketime" (apt-get install faketime).'
    )
  }
  const shiftSeconds = Math.round((startMs - Date.now()) / 1000)
  return {
    LD_PRELOAD: library,
    FAKETIME: `${shiftSeconds < 0 ? '' : '+'}${shiftSeconds}`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_DONT_RESET: '1',
    // Left to itself the library crashes some of the starts (measured with Electron).
    FAKETIME_FORCE_MONOTONIC_FIX: '0'
  }
}
