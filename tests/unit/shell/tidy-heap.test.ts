import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tidyHeap } from '../../../src/main/tidy-heap'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function heap() {
  const app = { working: 0, dueMs: null as number | null, tidied: 0, how: [] as string[] }
  const tidy = tidyHeap(
    { isWorking: () => app.working > 0, nextDueMs: () => app.dueMs, nowMs: () => Date.now() },
    (how) => {
      app.tidied += 1
      app.how.push(how)
    }
  )
  return { app, ...tidy }
}

it('tidies up once, while nothing is sent and nothing is about to be due', () => {
  const { app, whenAtRest } = heap()
  app.working = 1
  whenAtRest()
  vi.advanceTimersByTime(60_000)
  expect(app.tidied).toBe(0)

  app.working = 0
  app.dueMs = Date.now() + 9_000
  vi.advanceTimersByTime(8_000)
  expect(app.tidied).toBe(0)

  app.dueMs = Date.now() + 3_600_000
  vi.advanceTimersByTime(5_000)
  expect(app.tidied).toBe(1)
  vi.advanceTimersByTime(3_600_000)
  expect(app.tidied).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

it('does nothing when somebody looks again before', () => {
  const { app, whenAtRest, stop } = heap()
  whenAtRest()
  stop()
  vi.advanceTimersByTime(60_000)
  expect(app.tidied).toBe(0)
})

it('takes garbage out after the start, soon, and closes gaps only when nobody looks', () => {
  const { app, whenStarted, whenAtRest } = heap()
  whenStarted()
  vi.advanceTimersByTime(2_000)
  expect(app.how).toEqual(['garbage'])
  whenAtRest()
  vi.advanceTimersByTime(60_000)
  expect(app.how).toEqual(['garbage', 'gaps'])
})
