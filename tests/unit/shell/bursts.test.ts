import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tellInBursts } from '../../../src/main/notifications/bursts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const SETTLE_MS = 1_500
const INTERVAL_MS = 30_000

function bursts() {
  const told: string[][] = []
  const telling = tellInBursts<string>(
    { settleMs: SETTLE_MS, intervalMs: INTERVAL_MS },
    (item) => item.charAt(0),
    (items) => told.push([...items])
  )
  return { told, add: (item: string) => telling.add(item), cancel: () => telling.cancel() }
}

it('tells those of a kind that come at once together, and what follows at the end of the interval', () => {
  const { told, add } = bursts()
  for (const item of ['a1', 'a2', 'b1', 'a3']) add(item)
  expect(told).toEqual([])
  vi.advanceTimersByTime(SETTLE_MS)
  expect(told).toEqual([['a1', 'a2', 'a3'], ['b1']])
  for (const item of ['a4', 'a5']) add(item)
  vi.advanceTimersByTime(INTERVAL_MS - 1)
  expect(told).toHaveLength(2)
  vi.advanceTimersByTime(1)
  expect(told.slice(2)).toEqual([['a4', 'a5']])
})

it('makes one telling of a hundred', () => {
  const { told, add } = bursts()
  for (let count = 0; count < 100; count++) add(`a${count}`)
  vi.advanceTimersByTime(10 * INTERVAL_MS)
  expect(told.map((items) => items.length)).toEqual([100])
})

it('counts the next interval from the last telling, and is quick again after a quiet one', () => {
  const { told, add } = bursts()
  add('a1')
  vi.advanceTimersByTime(SETTLE_MS)
  add('a2')
  vi.advanceTimersByTime(INTERVAL_MS)
  add('a3')
  expect(told).toEqual([['a1'], ['a2']])
  vi.advanceTimersByTime(INTERVAL_MS)
  expect(told).toEqual([['a1'], ['a2'], ['a3']])
  vi.advanceTimersByTime(INTERVAL_MS)
  expect(vi.getTimerCount()).toBe(0)
  add('a4')
  vi.advanceTimersByTime(SETTLE_MS)
  expect(told).toHaveLength(4)
})

it('tells nothing more once it is cancelled', () => {
  const { told, add, cancel } = bursts()
  add('a1')
  vi.advanceTimersByTime(SETTLE_MS)
  add('a2')
  cancel()
  vi.advanceTimersByTime(INTERVAL_MS)
  expect(told).toEqual([['a1']])
  expect(vi.getTimerCount()).toBe(0)
})
