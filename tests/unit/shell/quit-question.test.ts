import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { QUESTION_LIMIT_MS, quitQuestion } from '../../../src/main/quit/quit-question'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function question(running: number, hasPage = false) {
  const done: string[] = []
  const asked = quitQuestion({
    openRuns: () => ({ running, still: 1 }),
    showQuestion: (runs) => done.push(`asked ${runs.running}`),
    askPage: () => {
      if (hasPage) done.push('page')
      return hasPage
    },
    showWindow: () => done.push('shown'),
    quit: () => done.push('quit')
  })
  return { done, ...asked }
}

it('quits at once when nothing is running and there is no page, and asks when something runs', () => {
  const idle = question(0)
  idle.ask()
  expect(idle.done).toEqual(['quit'])

  const busy = question(2)
  busy.ask()
  busy.answer('asking')
  vi.advanceTimersByTime(10 * QUESTION_LIMIT_MS)
  busy.answer('stay')
  expect(busy.done).toEqual(['asked 2', 'shown'])
  busy.ask()
  busy.answer('quit')
  expect(busy.done).toEqual(['asked 2', 'shown', 'asked 2', 'quit'])
  expect(vi.getTimerCount()).toBe(0)
})

it('asks the page that is there whether it holds what is not saved, and shows it only if so', () => {
  const clean = question(0, true)
  clean.ask()
  clean.answer('quit')
  expect(clean.done).toEqual(['page', 'quit'])

  const unsaved = question(0, true)
  unsaved.ask()
  unsaved.answer('asking')
  vi.advanceTimersByTime(10 * QUESTION_LIMIT_MS)
  unsaved.answer('stay')
  expect(unsaved.done).toEqual(['page', 'shown'])
  expect(vi.getTimerCount()).toBe(0)
})

it.each([
  ['with a run', 1, 'asked 1'],
  ['without one', 0, 'page']
])('a window that does not answer keeps nobody from quitting, %s', (_what, running, first) => {
  const { ask, done } = question(running, true)
  ask()
  vi.advanceTimersByTime(QUESTION_LIMIT_MS - 1)
  expect(done).toEqual([first])
  vi.advanceTimersByTime(1)
  expect(done).toEqual([first, 'quit'])
})
