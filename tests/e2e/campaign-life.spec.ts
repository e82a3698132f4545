import { changeSettings } from '../support/app/change-settings'
import { expect } from '@playwright/test'
import { atStep, goToStep, nameField, newCampaign } from '../support/app/editor'
import { test } from '../support/app/loa-test'
import { addContact, openPage } from '../support/app/pages'
import { activeCampaign } from '../support/app/sample'
import { runByName } from '../support/app/trouble'
import { accept, Held } from '../support/gateway/gateway-answers'

const FAR = '2030-01-01T09:00:00'

test('Run now asks, and a double click is one run', async ({ start, gateway }) => {
  const { page } = await start()
  await activeCampaign(page, { gatewayUrl: gateway.url, startTime: FAR, people: 2 })
  await openPage(page, 'Campaigns')
  await page
    .getByRole('row', { name: /Daily greeting/ })
    .getByRole('button', { name: 'Run now' })
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('2 contacts')
  await expect(dialog).toContainText('real people')
  await dialog.getByRole('button', { name: 'Send to real people' }).dblclick()
  await gateway.until(() => gateway.requests.length === 6, 'six requests')
  await expect
    .poll(async () => {
      const runs = await page.evaluate(() => window.loa.listRuns())
      return runs.ok && runs.value.map((run) => run.status)
    })
    .toEqual(['finished'])
  expect(gateway.requests).toHaveLength(6)
})

test('pause, resume, duplicate and delete', async ({ start, gateway }) => {
  const { page } = await start()
  await activeCampaign(page, { gatewayUrl: gateway.url, startTime: FAR })
  await openPage(page, 'Campaigns')
  const row = page.getByRole('row', { name: /Daily greeting/ }).first()
  await row.getByRole('button', { name: 'Pause' }).click()
  await expect(row).toContainText('Paused')
  await row.getByRole('button', { name: 'Resume' }).click()
  await expect(row).toContainText('Active')
  await row.getByRole('button', { name: /More actions/ }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(nameField(page)).toHaveValue('Daily greeting (copy)')
  await openPage(page, 'Campaigns')
  const copy = page.getByRole('row', { name: /Daily greeting \(copy\)/ })
  await expect(copy).toContainText('Draft')
  await copy.getByRole('button', { name: /More actions/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete campaign' }).click()
  await expect(copy).toBeHidden()
})

test('each status offers its own moves, by the words that fit; whoever activates reads the campaign first', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  await activeCampaign(page, { gatewayUrl: gateway.url, startTime: FAR })
  await openPage(page, 'Campaigns')
  const row = page.getByRole('row', { name: /Daily greeting/ })
  const offers = (words: readonly string[]) =>
    expect(row.getByRole('button').filter({ hasText: /./ })).toHaveText(words)
  const menuHas = async (words: readonly string[]) => {
    await row.getByRole('button', { name: /More actions/ }).click()
    await expect(page.getByRole('menuitem')).toHaveText(words)
    await row.getByRole('button', { name: /More actions/ }).click()
    await expect(page.getByRole('menuitem')).toHaveCount(0)
  }
  const choose = async (name: string) => {
    await row.getByRole('button', { name: /More actions/ }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await offers(['Daily greeting', 'Pause', 'Run now'])
  await menuHas(['Edit', 'Duplicate', 'Show in console', 'Mark as completed', 'Archive', 'Delete'])
  await row.getByRole('button', { name: 'Pause' }).click()
  await expect(row).toContainText('Paused')
  await offers(['Daily greeting', 'Resume', 'Run now'])
  await menuHas(['Edit', 'Duplicate', 'Show in console', 'Mark as completed', 'Archive', 'Delete'])
  await choose('Mark as completed')
  await expect(row).toContainText('Completed')
  await offers(['Daily greeting', 'Activate again', 'Run now'])
  await menuHas(['Edit', 'Duplicate', 'Show in console', 'Archive', 'Delete'])
  await choose('Archive')
  await page.locator('label', { hasText: 'Archived' }).click()
  await expect(row).toContainText('Archived')
  await offers(['Daily greeting'])
  await menuHas(['Open', 'Duplicate', 'Show in console', 'Move back to drafts', 'Delete'])
  await choose('Move back to drafts')
  await expect(row).toContainText('Draft')
  await offers(['Daily greeting', 'Activate', 'Run now'])

  await row.getByRole('button', { name: 'Activate' }).click()
  await atStep(page, 'Review')
  await expect(page.getByRole('main')).toContainText('goes to 1 person')
  await page.getByRole('button', { name: 'Activate', exact: true }).click()
  await expect(row).toContainText('Active')
})

test('while a run is open it cannot be run, archived or deleted, and the reason is said', async ({
  start,
  gateway
}) => {
  const held = new Held()
  gateway.answer = () => held.answer
  const { page } = await start()
  await activeCampaign(page, { gatewayUrl: gateway.url, startTime: FAR })
  await runByName(page, 'Daily greeting')
  await gateway.until(() => held.count > 0, 'the run is under way')
  await openPage(page, 'Campaigns')
  const row = page.getByRole('row', { name: /Daily greeting/ })
  await expect(row).toContainText(/Running0 of \d+/)
  await expect(row).not.toContainText('Nothing to send')
  const reason = 'Possible when the open run has ended'
  await expect(row.getByRole('button', { name: 'Run now' })).toBeDisabled()
  await expect(row.getByRole('button', { name: 'Run now' })).toHaveAccessibleDescription(reason)
  await row.getByRole('button', { name: /More actions/ }).click()
  await expect(page.getByRole('menu').getByText(reason)).toBeVisible()
  for (const name of ['Archive', 'Delete']) {
    await expect(page.getByRole('menuitem', { name })).toBeDisabled()
    await expect(page.getByRole('menuitem', { name })).toHaveAccessibleDescription(reason)
  }
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeEnabled()

  // The menu stays open, and follows.
  gateway.answer = () => accept
  held.release()
  for (const name of ['Archive', 'Delete']) {
    await expect(page.getByRole('menuitem', { name })).toBeEnabled()
  }
  await expect(page.getByText(reason)).toHaveCount(0)
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete campaign' }).click()
  await expect(row).toHaveCount(0)
})

test('the next five runs follow the form while it is typed', async ({ start }) => {
  const { page } = await start()
  await newCampaign(page)
  await goToStep(page, 'Schedule')
  await page.getByRole('textbox', { name: 'Start' }).fill('31/01/2031')
  await page.getByRole('spinbutton', { name: 'Hour' }).fill('09')
  await page.getByRole('spinbutton', { name: 'Minute' }).fill('00')
  await page.getByText('Daily', { exact: true }).click()
  const preview = page
    .getByRole('complementary')
    .or(page.getByRole('region', { name: 'Next runs' }))
    .first()
  await expect(preview).toContainText('1 Feb')
  await page.getByText('Monthly', { exact: true }).click()
  await expect(preview).toContainText('28 Feb')
  await expect(preview).toContainText('Shorter month')
})

test('contacts: search without accents, delete and undo', async ({ start }) => {
  const { page } = await start()
  await addContact(page, { 'First name': 'An', 'Last name': 'Nguyễn', 'WhatsApp number': '0339170155' })
  await addContact(page, { 'First name': 'Emma', 'Last name': 'Wilson' })
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('nguyen')
  await expect(page.getByRole('row', { name: /Nguyễn/ })).toContainText('+84339170155')
  await expect(page.getByRole('row', { name: /Wilson/ })).toBeHidden()
  await page
    .getByRole('row', { name: /Nguyễn/ })
    .getByRole('checkbox')
    .check()
  await page.getByRole('button', { name: /^Delete/ }).click()
  await expect(page.getByRole('row', { name: /Nguyễn/ })).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('row', { name: /Nguyễn/ })).toBeVisible()
})

test('the practice inbox shows what would have arrived', async ({ start, gateway }) => {
  const { page } = await start()
  const id = await activeCampaign(page, { gatewayUrl: gateway.url, startTime: FAR })
  await changeSettings(page, { gateway: 'practice' })
  await page.evaluate(async (campaign) => {
    const plan = await window.loa.prepareManualRun(campaign)
    if (plan.ok) await window.loa.runNow(campaign, plan.value.run_id)
  }, id)
  await openPage(page, 'Practice inbox')
  await expect(page.getByText('@johndoe1')).toBeVisible()
  await expect(page.getByText('Hello')).toHaveCount(3)
  expect(gateway.requests).toEqual([])
})

test('the connection test asks for health, says what it found and sends nothing', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  await openPage(page, 'Settings')
  await page.getByRole('radio', { name: 'Custom gateway' }).check()
  await page.getByRole('textbox', { name: 'Base address' }).fill(gateway.url)
  await page.getByRole('button', { name: 'Test WhatsApp' }).click()
  await gateway.until(() => gateway.requests.length === 1, 'the question')
  expect(gateway.requests[0]).toMatchObject({ method: 'GET', path: '/whatsapp/health' })
  await expect(page.getByText(/The gateway answers|Connected|OK/i).first()).toBeVisible()
})
