import { expect, it } from 'vitest'
import { crashLimit } from '../../../src/main/window/crash-limit'

it('lets a page come back three times within a minute, and again when the operator asks', () => {
  const crashes = crashLimit(3, 60_000)
  expect([0, 10_000, 20_000, 30_000].map((atMs) => crashes.mayReturn(atMs))).toEqual([
    true,
    true,
    true,
    false
  ])
  crashes.forget()
  expect(crashes.mayReturn(31_000)).toBe(true)
})

it('never counts crashes that are long ago', () => {
  const crashes = crashLimit(3, 60_000)
  const every25s = Array.from({ length: 50 }, (_, index) => crashes.mayReturn(index * 25_000))
  expect(every25s).not.toContain(false)
})
