import { expect } from '@playwright/test'
import { test } from '../support/app/loa-test'
import { soakInTray } from '../support/soak/tray-soak'

test(
  'in the tray nothing grows with the runs, and an idle app takes no processor',
  { tag: '@waits' },
  async ({ dataDir }) => {
    test.setTimeout(180_000)
    // The window stays: what is to be seen is also what its page would gather, if something in it kept the window.
    const plan = {
      runs: 32,
      everyMs: 1_000,
      runsPerLook: 2,
      keptInTrayMs: 3_600_000,
      idleMs: 0,
      idleAtEndMs: 20_000
    }
    const { growth, idleShare, table } = await soakInTray(dataDir, plan, () => undefined)
    expect(
      Object.entries(growth).flatMap(([name, { isLeak }]) => (isLeak ? name : [])),
      table
    ).toEqual([])
    expect(idleShare, table).toBeLessThan(0.01)
  }
)
