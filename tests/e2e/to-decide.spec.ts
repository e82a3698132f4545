import { changeSettings } from '../support/app/change-settings'
import { expect, type Page } from '@playwright/test'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { runByName, TROUBLE, writeTrouble } from '../support/app/trouble'
import { accept, acceptAfter, Held } from '../support/gateway/gateway-answers'
import { addressIn } from '../support/gateway/recording-gateway'

const card = (page: Page, title: string) => page.getByRole('main').getByRole('article', { name: title })

const finished = (page: Page, runId: string) =>
  expect
    .poll(() => page.evaluate((id) => window.loa.getRunOverview(id), runId))
    .toMatchObject({ value: { summary: { status: 'finished' } } })

async function openRun(page: Page, name: string): Promise<void> {
  await openPage(page, 'Runs')
  await page.getByRole('button', { name }).first().click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test.beforeEach(({ dataDir, gateway }) => writeTrouble(dataDir, gateway))

test('a missed run says which, why, how late and whom; it is sent once, and the rest is skipped', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  await openPage(page, 'To decide')
  const cards = card(page, TROUBLE.missed)
  await expect(cards).toHaveCount(3)
  await expect(cards.first()).toContainText('hours ago')
  await expect(cards.first()).toContainText('Missed runs of this campaign are skipped.')
  await expect(cards.first()).toContainText('To An Nguyễn Văn, Bình Trần Thị, Châu Lê Minh')
  await expect(cards.first()).toContainText('and 19 others')
  expect(gateway.messages).toEqual([])

  await cards.first().getByRole('button', { name: 'Send now' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('24 contacts get the message')
  await expect(dialog).toContainText('These messages go to real people')
  await dialog.getByRole('button', { name: 'Send to real people' }).dblclick()
  await expect(page.getByRole('heading', { level: 1, name: TROUBLE.missed })).toBeVisible()
  await gateway.until(() => gateway.messages.length === 72, 'every message of the missed run')

  await openPage(page, 'To decide')
  await page.getByRole('button', { name: 'Skip all' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Skip all' }).click()
  await expect(page.getByRole('heading', { name: /^Missed runs/ })).toBeHidden()
  await openPage(page, 'Runs')
  await expect(page.getByRole('row', { name: /Missed/ })).toHaveCount(2)
  expect(gateway.messages).toHaveLength(72)
})

test('a run is paused with a note, continued, and stopped for good', async ({ start, gateway }) => {
  gateway.answer = () => acceptAfter(400)
  const { page } = await start()
  await changeSettings(page, ({ limits }) => {
    const one = { ...limits.whatsapp, concurrency: 1 }
    return { limits: { whatsapp: one, telegram: one, ai_call: one } }
  })
  await runByName(page, TROUBLE.slow)
  await openRun(page, TROUBLE.slow)
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('The meeting moves')
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('main')).toContainText('Paused by you. Note: The meeting moves')
  await expect(page.getByRole('button', { name: /^Sending\s*0/ })).toBeVisible()
  const before = gateway.messages.length
  await openPage(page, 'To decide')
  await expect(card(page, TROUBLE.slow)).toContainText('Note: The meeting moves')
  await card(page, TROUBLE.slow).getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await gateway.until(() => gateway.messages.length > before, 'it goes on')

  await openRun(page, TROUBLE.slow)
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('textbox', { name: 'Note' }).fill('Cancelled')
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('main')).toContainText('Stopped by you. Note: Cancelled')
  await expect(page.getByText('Run was stopped').first()).toBeVisible()
})

test('what may have arrived is decided in bulk and one by one; what failed is retried in a new run', async ({
  start,
  gateway
}) => {
  const { page } = await start()
  const runId = await runByName(page, TROUBLE.mixed)
  await finished(page, runId)
  const unknown = 6
  const failed = 6
  expect(gateway.messages).toHaveLength(72)
  gateway.answer = () => accept

  await openPage(page, 'To decide')
  await card(page, TROUBLE.mixed).getByRole('button', { name: 'Decide' }).click()
  await expect(page.getByRole('button', { name: `All ${unknown} arrived` })).toBeVisible()
  await page.getByRole('button', { name: 'Châu Lê Minh, WhatsApp' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click()
  await page
    .getByRole('dialog', { name: 'Send 1 message again?' })
    .getByRole('button', { name: 'Send again' })
    .click()
  await gateway.until(() => gateway.messages.length === 73, 'the one that is sent again')
  const again = gateway.messages.filter(
    (request) => request.idempotencyKey === gateway.messages[72]?.idempotencyKey
  )
  expect(again).toHaveLength(2)
  expect(new Set(again.map(({ bodyText }) => bodyText)).size).toBe(1)

  await page.getByRole('button', { name: `All ${unknown - 1} arrived` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'It arrived' }).click()
  await expect(page.getByRole('button', { name: /^Unknown\s*0/ })).toBeVisible()
  expect(gateway.messages).toHaveLength(73)

  await page.getByRole('button', { name: 'Retry failed' }).click()
  await expect(page.getByRole('dialog')).toContainText(`${failed} deliveries failed`)
  await page.getByRole('dialog').getByRole('button', { name: 'Send to real people' }).click()
  await expect(page.getByRole('main')).toContainText('This run repeats what failed in an earlier one.')
  await gateway.until(() => gateway.messages.length === 73 + failed, 'the retry')
  const retried = gateway.messages.slice(73)
  expect(new Set(retried.map(addressIn)).size).toBe(failed - 2)
  await page.getByRole('button', { name: 'Open the earlier run' }).click()
  await page.getByRole('button', { name: 'Retry failed' }).click()
  await expect(page.getByRole('dialog')).toContainText(
    'Nothing in this run failed that is not being retried already.'
  )
})

test('the emergency stop works from the keyboard on every page, and releasing it sends nothing', async ({
  start,
  gateway
}) => {
  const held = new Held()
  gateway.answer = ({ method }) => (method === 'POST' ? held.answer : accept)
  const { page } = await start()
  await runByName(page, TROUBLE.slow)
  await gateway.until(() => held.count > 0, 'messages in flight')
  await openPage(page, 'Contacts')
  await page.keyboard.press('Control+Shift+S')
  await expect(page.getByRole('main')).toContainText('Emergency stop: nothing is sent')
  await expect(page.getByRole('button', { name: 'Stopped' })).toBeDisabled()
  held.release()
  await page.getByRole('button', { name: 'What waits for me' }).click()
  await expect(card(page, TROUBLE.slow)).toContainText('Stopped by the emergency stop.')
  const atStop = gateway.messages.length
  await card(page, TROUBLE.slow).getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('The emergency stop is on.', { exact: false }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Release' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
  await expect(page.getByRole('button', { name: 'Emergency stop' })).toBeEnabled()
  await expect(card(page, TROUBLE.slow)).toBeVisible()
  expect(gateway.messages).toHaveLength(atStop)
})
