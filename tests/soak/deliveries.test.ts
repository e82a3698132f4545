import { expect, it } from 'vitest'
import { soak } from '../support/soak/soak-runs'

const DELIVERIES = Number(process.env['LOA_SOAK'] ?? 10_000)
const SEED = Number(process.env['LOA_SEED'] ?? Date.now() % 1_000_000)

it(`${DELIVERIES} deliveries with faults (seed ${SEED}): ledger, summary and server agree, memory stays flat`, async () => {
  const figures = await soak(DELIVERIES, SEED, (line) => process.stdout.write(`${line}\n`))
  process.stdout.write(`seed ${SEED}: ${JSON.stringify(figures)}\n`)
  expect(figures.disagreements).toEqual([])
  expect(figures.acceptedTwice).toBe(0)
  expect(figures.sent + figures.failed + figures.unknown).toBe(figures.deliveries)
  expect(figures.faults).toBeGreaterThan(figures.deliveries / 40)
  expect(figures.heapRatio).toBeLessThan(1.25)
}, 1_800_000)
