import { expect, it } from 'vitest'
import { soak } from '../../support/soak/soak-runs'

/** The whole of it is `npm run test:soak`. */
const DELIVERIES = 1_000
const SEED = 2026

it('a thousand deliveries with faults: ledger, summary and server agree about every one', async () => {
  const figures = await soak(DELIVERIES, SEED, () => undefined)
  expect(figures.disagreements).toEqual([])
  expect(figures.acceptedTwice).toBe(0)
  expect(figures.sent + figures.failed + figures.unknown).toBe(figures.deliveries)
  expect(figures.faults).toBeGreaterThan(0)
}, 300_000)
