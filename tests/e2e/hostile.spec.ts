import { expect } from '@playwright/test'
import { HOSTILE, incidents, unseenMarks, watchIncidents, writeHostile } from '../support/app/hostile'
import { ownDownloads } from '../support/app/import-wizard'
import { layoutFaults } from '../support/app/layout-faults'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { backUp, openRestorePreview, plainWords, walk } from '../support/app/tour'
import { wordsOf } from '../support/app/words'

test('hostile people, campaigns and answers are text wherever they are shown, and break no page', async ({
  start,
  dataDir,
  gateway
}) => {
  test.setTimeout(240_000)
  await writeHostile(dataDir, gateway)
  await ownDownloads(dataDir)
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
  const look = async (place: string) => {
    const wide = (await layoutFaults(page)).filter((fault) => fault.startsWith('scrolls'))
    const faults = [...wide, ...(await unseenMarks(page)), ...(await incidents(page))]
    if (faults.length > 0) found[place] = faults
  }
  await walk(page, plainWords('en'), look, HOSTILE)

  const { actions } = wordsOf('en', 'campaigns')
  for (const name of [HOSTILE.campaign, 'W{100}']) {
    await openPage(page, 'Campaigns')
    const row = page.getByRole('row', { name: new RegExp(name) }).first()
    await row.getByRole('button', { name: /^More actions/ }).click()
    await page.getByRole('menuitem', { name: actions.duplicate }).click()
    const toast = page.getByRole('status').filter({ hasText: new RegExp(`${name}.*is a new draft`, 's') })
    await expect(toast).toBeVisible()
    await look(`toast about ${name}`)
  }

  // What a restore would bring back is named.
  const backup = await backUp(page)
  await page.evaluate(async () => {
    const listed = await window.loa.listCampaigns()
    if (!listed.ok) return
    for (const { campaign } of listed.value) await window.loa.deleteCampaign(campaign._id)
  })
  await openPage(page, 'Settings')
  await openRestorePreview(page, plainWords('en'), backup)
  await expect(page.getByRole('dialog')).toContainText(`Come back: \u2068${HOSTILE.campaign}`)
  await look('restore preview, with names')
  await page.keyboard.press('Escape')

  expect(found).toEqual({})
  expect(dialogs).toEqual([])
})
