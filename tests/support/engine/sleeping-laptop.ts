import type { TestEngine } from './test-engine'
import type { TestClock } from './test-clock'

/** The laptop sleeps for so long and wakes: what the system reports, and what the clock then shows. */
export function sleep(clock: TestClock, { engine }: TestEngine, forMs: number): void {
  engine.notePower('suspend')
  clock.jump(forMs)
  engine.notePower('resume')
}
