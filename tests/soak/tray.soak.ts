import { expect } from '@playwright/test'
import { test } from '../support/app/loa-test'
import { soakInTray } from '../support/soak/tray-soak'

const MINUTE_MS = 60_000
const HOURS = Number(process.env['LOA_TRAY_HOURS'] ?? 8)

test(`${HOURS} hours in the tray, a campaign a minute: no leak, and no processor while idle`, async ({
  dataDir
}) => {
  const runs = Math.max(8, Math.round(HOURS * 60))
  test.setTimeout((runs + 10) * MINUTE_MS)
  const plan = {
    runs,
    everyMs: MINUTE_MS,
    runsPerLook: 1,
    keptInTrayMs: 30_000,
    idleMs: 40_000,
    idleAtEndMs: MINUTE_MS
  }
  const { growth, idleShare, table } = await soakInTray(dataDir, plan, (line) => {
    process.stdout.write(`${line}\n`)
  })
  expect(
    Object.entries(growth).flatMap(([name, { isLeak }]) => (isLeak ? name : [])),
    table
  ).toEqual([])
  expect(idleShare, table).toBeLessThan(0.01)
})
