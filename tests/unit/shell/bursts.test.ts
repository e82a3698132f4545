import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tellInBursts } from '../../../src/main/notifications/bursts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const INTERVAL_MS = 30_000

function bursts() {
  const told: string[][] = []
  const telling = tellInBursts<string>(
    INTERVAL_MS,
    (item) => item.charAt(0),
    (items) => told.push([...items])
  )
  return { told, add: (item: string) => telling.add(item), cancel: () => telling.cancel() }
}

it('tells the first of a kind at once and the others together at the end of the interval', () => {
  const { told, add } = bursts()
  for (const item of ['a1', 'a2', 'b1', 'a3']) add(item)
  expect(told).toEqual([['a1'], ['b1']])
  vi.advanceTimersByTime(INTERVAL_MS - 1)
  expect(told).toHaveLength(2)
  vi.advanceTimersByTime(1)
  expect(told.slice(2)).toEqual([['a2', 'a3']])
})

it('counts the next interval from the last telling', () => {
  const { told, add } = bursts()
  add('a1')
  add('a2')
  vi.advanceTimersByTime(INTERVAL_MS)
  add('a3')
  expect(told).toEqual([['a1'], ['a2']])
  vi.advanceTimersByTime(INTERVAL_MS)
  expect(told).toEqual([['a1'], ['a2'], ['a3']])
  vi.advanceTimersByTime(INTERVAL_MS)
  add('a4')
  expect(told).toHaveLength(4)
})

it('tells nothing more once it is cancelled', () => {
  const { told, add, cancel } = bursts()
  add('a1')
  add('a2')
  cancel()
  vi.advanceTimersByTime(INTERVAL_MS)
  expect(told).toEqual([['a1']])
  expect(vi.getTimerCount()).toBe(0)
})
