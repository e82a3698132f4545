import { expect } from '@playwright/test'
import { HOSTILE, incidents, unseenMarks, watchIncidents, writeHostile } from '../support/app/hostile'
import { layoutFaults } from '../support/app/layout-faults'
import { test } from '../support/app/loa-test'
import { plainWords, walk } from '../support/app/tour'

test('hostile people, campaigns and answers are text wherever they are shown, and break no page', async ({
  start,
  dataDir,
  gateway
}) => {
  test.setTimeout(240_000)
  await writeHostile(dataDir, gateway)
  const { app, page } = await start()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await watchIncidents(page)
  const runId = await page.evaluate(async (name) => {
    const listed = await window.loa.listCampaigns()
    const view = listed.ok ? listed.value.find(({ campaign }) => campaign.name.startsWith(name)) : undefined
    if (view === undefined) throw new Error('no campaign')
    const plan = await window.loa.prepareManualRun(view.campaign._id)
    if (!plan.ok) throw new Error(plan.error.code)
    await window.loa.runNow(view.campaign._id, plan.value.run_id, { ai_calls: 1_000 })
    return plan.value.run_id
  }, HOSTILE.campaign)
  await expect
    .poll(() => page.evaluate((id) => window.loa.getRunOverview(id), runId))
    .toMatchObject({ value: { summary: { status: 'finished' } } })

  const found: Record<string, string[]> = {}
  await walk(
    page,
    plainWords('en'),
    async (place) => {
      const wide = (await layoutFaults(page)).filter((fault) => fault.startsWith('scrolls'))
      const faults = [...wide, ...(await unseenMarks(page)), ...(await incidents(page))]
      if (faults.length > 0) found[place] = faults
    },
    HOSTILE
  )
  expect(found).toEqual({})
  expect(dialogs).toEqual([])
})
