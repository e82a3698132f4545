import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { QUESTION_LIMIT_MS, quitQuestion } from '../../../src/main/quit/quit-question'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function question(openRuns: number) {
  const done: string[] = []
  const asked = quitQuestion({
    openRuns: () => openRuns,
    showQuestion: (count) => done.push(`asked ${count}`),
    quit: () => done.push('quit')
  })
  return { done, ...asked }
}

it('quits at once when nothing runs, and asks when something does', () => {
  const idle = question(0)
  idle.ask()
  expect(idle.done).toEqual(['quit'])

  const busy = question(2)
  busy.ask()
  busy.answer('asking')
  vi.advanceTimersByTime(10 * QUESTION_LIMIT_MS)
  busy.answer('stay')
  expect(busy.done).toEqual(['asked 2'])
  busy.ask()
  busy.answer('quit')
  expect(busy.done).toEqual(['asked 2', 'asked 2', 'quit'])
  expect(vi.getTimerCount()).toBe(0)
})

it('a window that does not show the question keeps nobody from quitting', () => {
  const { ask, done } = question(1)
  ask()
  vi.advanceTimersByTime(QUESTION_LIMIT_MS - 1)
  expect(done).toEqual(['asked 1'])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['asked 1', 'quit'])
})
