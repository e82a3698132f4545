import { expect, it } from 'vitest'
import { together } from '../../../src/main/notifications/told-alerts'
import { isWanted } from '../../../src/main/notifications/wanted-alert'
import type { Alert } from '../../../src/shared/domain/alert'
import { settingsSchema } from '../../../src/shared/domain/settings'

const finished = (run_id: string, failed = 1, unknown = 0): Alert => {
  return { type: 'run_finished', run_id, campaign_name: 'Tea', sent: 3, failed, unknown }
}
const missed = (count: number): Alert => ({ type: 'slots_missed', campaign_name: 'Tea', count })

it('a newer word about a run takes the place of the older; missed slots add up', () => {
  expect(together([finished('a', 1), finished('b')], [finished('a', 2)])).toEqual([
    finished('b'),
    finished('a', 2)
  ])
  expect(together([finished('a', 1)], [finished('a', 2), finished('a', 3)])).toEqual([finished('a', 3)])
  expect(together([missed(1)], [missed(2)])).toEqual([missed(1), missed(2)])
})

it('the operator hears of what was chosen, and of what stops all sending as long as anything is said', () => {
  const all = settingsSchema.parse({}).notifications
  expect(isWanted(finished('a'), all)).toBe(true)
  expect(isWanted(finished('a', 1, 0), { ...all, run_failed: false })).toBe(false)
  expect(isWanted(finished('a', 1, 1), { ...all, run_failed: false })).toBe(true)
  expect(isWanted(finished('a', 1, 1), { ...all, run_failed: false, unknown: false })).toBe(false)
  expect(isWanted(missed(1), { ...all, missed: false })).toBe(false)
  const nothing = Object.fromEntries(Object.keys(all).map((key) => [key, key === 'on'])) as typeof all
  expect(isWanted({ type: 'emergency_stop', reason: 'restored' }, nothing)).toBe(true)
  expect(isWanted({ type: 'emergency_stop', reason: 'restored' }, { ...nothing, on: false })).toBe(false)
})
