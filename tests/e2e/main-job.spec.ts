import { expect } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { goToStep, messageField, nameField, newCampaign } from '../support/app/editor'
import { test } from '../support/app/loa-test'
import { movableClock } from '../support/app/movable-clock'
import { addContact, chooseCustomGateway, openPage } from '../support/app/pages'

const MESSAGE = 'Hello, this is a test message...'

test('a contact and a campaign made through the window leave as exactly the three payloads of the seed', async ({
  start,
  gateway,
  dataDir
}) => {
  const clock = movableClock(dataDir, Date.parse('2026-03-10T08:59:20Z'))
  const { page } = await start({ env: { ...clock.env, TZ: 'UTC' } })
  await chooseCustomGateway(page, gateway.url, gateway.callUrl)
  await addContact(page, {
    'First name': 'John',
    'Last name': 'Doe',
    Phone: '+84 33 917 0155',
    'WhatsApp number': '+84 33 917 0155',
    'Telegram username': 'johndoe',
    Email: 'john@example.com'
  })

  await newCampaign(page)
  await nameField(page).fill('Scheduled Campaign')
  await messageField(page).fill(MESSAGE)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('checkbox', { name: /John Doe/ }).check()
  await goToStep(page, 'Schedule')
  await page.getByRole('radio', { name: 'Daily' }).check({ force: true })
  await page.getByRole('textbox', { name: 'Start' }).fill('10/03/2026')
  await page.getByRole('spinbutton', { name: 'Hour' }).fill('09')
  await page.getByRole('spinbutton', { name: 'Minute' }).fill('00')
  await goToStep(page, 'Review')
  await page.getByRole('checkbox', { name: 'Yes, 1 person is called by the AI in each run' }).check()
  await page.getByRole('button', { name: 'Activate', exact: true }).click()
  await expect(page.getByRole('row', { name: /Scheduled Campaign/ })).toContainText('Active')

  // The window need not be watched until nine o'clock.
  clock.moveTo(Date.parse('2026-03-10T08:59:56Z'))
  await gateway.until(() => gateway.messages.length === 3, 'three requests', 30_000)

  expect(gateway.messages.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
    {
      method: 'POST',
      path: '/whatsapp/send',
      body: { phone_numbers: ['+84 33 917 0155'], message: MESSAGE }
    },
    {
      method: 'POST',
      path: '/telegram/send',
      body: { urls: ['https://web.telegram.org/k/#@johndoe'], message: MESSAGE }
    },
    { method: 'POST', path: '/call', body: { number: '+84 33 917 0155', prompt: MESSAGE } }
  ])
  expect(new Set(gateway.messages.map((request) => request.idempotencyKey)).size).toBe(3)

  await openPage(page, 'Runs')
  await expect(page.getByRole('row', { name: /Scheduled Campaign/ })).toContainText('3')
  await openPage(page, 'Console')
  const lines = [
    /🚀 \[CAMPAIGN\] Starting Campaign: 'Scheduled Campaign' \(ID: [0-9a-f]{24}\)/,
    '👥 [CAMPAIGN] Total Contacts: 1',
    '📱 [WHATSAPP] Sending WhatsApp message to John Doe (+84 33 917 0155)',
    /✅ \[WHATSAPP\] WhatsApp message sent to John Doe: \{.*\}/,
    '📱 [TELEGRAM] Sending Telegram message to John Doe (@johndoe)',
    /✅ \[TELEGRAM\] Telegram message sent to John Doe: \{.*\}/,
    '🤖 [AI_CALL] Calling AI API for John Doe (+84 33 917 0155)',
    /✅ \[AI_CALL\] AI call initiated for John Doe: \{.*\}/,
    '📊 [CAMPAIGN] Summary: 1 calls made, 1 WhatsApp messages sent, 1 Telegram messages sent'
  ]
  for (const line of lines) await expect(page.getByText(line)).toBeVisible()

  const file = (await readFile(join(dataDir, 'logs', 'scheduler.log'), 'utf8')).split('\n')
  const texts = file.filter((line) => /\[(CAMPAIGN|WHATSAPP|TELEGRAM|AI_CALL)\]/.test(line))
  expect(texts).toHaveLength(lines.length)
  for (const [index, line] of lines.entries()) {
    expect(texts[index]).toMatch(/^2026-03-10T09:00:0\d\.\d{3}Z /)
    const text = texts[index]!.slice(25)
    if (typeof line === 'string') expect(text).toBe(line)
    else expect(text).toMatch(line)
  }
})
