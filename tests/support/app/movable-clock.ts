import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { movedClock } from '../moved-clock'

/** A wall clock that a test can move while programs run under it; their monotonic clock is left alone. */
export interface MovableClock {
  /** For the programs that are to live by this clock. */
  readonly env: Record<string, string>
  nowMs(): number
  /** Seen by the programs within two seconds: the library reads its file once a second. */
  moveTo(epochMs: number): void
}

/** @param folder where the clock's file is kept */
export function movableClock(folder: string, startMs: number): MovableClock {
  const file = join(folder, 'clock')
  const offsetMs = () => Number(readFileSync(file, 'utf8')) * 1000
  // The file holds an offset from the real clock, so that time ticks on alike in every process, whenever it started.
  const moveTo = (epochMs: number) => {
    const seconds = Math.round((epochMs - Date.now()) / 1000)
    writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`)
    renameSync(`${file}.new`, file)
  }
  moveTo(startMs)
  const { FAKETIME: _static, ...env } = movedClock(startMs)
  return {
    env: { ...env, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_CACHE_DURATION: '1' },
    nowMs: () => Date.now() + offsetMs(),
    moveTo
  }
}
