import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ANSWER_LIMIT_MS, letGoLater } from '../../../src/main/window/let-go'

const AFTER_MS = 30_000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function lettingGo() {
  const asked: number[] = []
  const gone: string[] = []
  const window = letGoLater({
    afterMs: AFTER_MS,
    ask: (question) => asked.push(question),
    onFree: (view) => gone.push(view)
  })
  return {
    asked,
    gone,
    ...window,
    answerLast: (view: string | null) => window.answer(asked.at(-1) ?? 0, view)
  }
}

it('asks after the delay and not before, and lets go of a page that is free, once', () => {
  const { asked, gone, start, answerLast } = lettingGo()
  start()
  vi.advanceTimersByTime(AFTER_MS - 1)
  expect(asked).toHaveLength(0)
  vi.advanceTimersByTime(1)
  expect(asked).toHaveLength(1)
  answerLast('view')
  answerLast('view')
  expect(gone).toEqual(['view'])
  expect(vi.getTimerCount()).toBe(0)
})

it('keeps a page that holds something, and lets it go when it is free later', () => {
  const { asked, gone, start, answerLast } = lettingGo()
  start()
  for (let round = 1; round <= 3; round += 1) {
    vi.advanceTimersByTime(AFTER_MS)
    expect(asked).toHaveLength(round)
    answerLast(null)
  }
  expect(gone).toEqual([])
  vi.advanceTimersByTime(AFTER_MS)
  answerLast('view')
  expect(gone).toEqual(['view'])
})

it('keeps a page that does not answer in time, and asks it again', () => {
  const { asked, gone, start, answer, answerLast } = lettingGo()
  start()
  vi.advanceTimersByTime(AFTER_MS + ANSWER_LIMIT_MS)
  answerLast('too late')
  expect(gone).toEqual([])
  vi.advanceTimersByTime(AFTER_MS)
  expect(asked).toHaveLength(2)
  // The answer to what was asked before says how it was then.
  answer(asked[0] ?? 0, 'of before')
  expect(gone).toEqual([])
  answerLast('view')
  expect(gone).toEqual(['view'])
})

it('keeps a window that is wanted before the delay is over, or between question and answer', () => {
  const { asked, gone, start, stop, answerLast } = lettingGo()
  start()
  vi.advanceTimersByTime(AFTER_MS - 1)
  stop()
  vi.advanceTimersByTime(10 * AFTER_MS)
  expect(asked).toHaveLength(0)
  start()
  vi.advanceTimersByTime(AFTER_MS)
  stop()
  answerLast('view')
  expect(gone).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
