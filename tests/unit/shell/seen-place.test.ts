import { expect, it } from 'vitest'
import { seenPlace } from '../../../src/main/window/seen-place'

it('a place is seen while the operator works in the window that shows it', () => {
  let isFocused = true
  const seen = seenPlace(() => isFocused)
  expect(seen.isSeen({ page: 'runs' })).toBe(false)
  seen.note({ page: 'runs', run_id: 'a' })
  expect(seen.isSeen({ page: 'runs' })).toBe(true)
  expect(seen.isSeen({ page: 'runs', run_id: 'a' })).toBe(true)
  expect(seen.isSeen({ page: 'runs', run_id: 'b' })).toBe(false)
  expect(seen.isSeen({ page: 'attention' })).toBe(false)
  isFocused = false
  expect(seen.isSeen({ page: 'runs' })).toBe(false)
})
