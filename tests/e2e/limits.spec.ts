import { expect, type Page } from '@playwright/test'
import { editCampaign, goToStep } from '../support/app/editor'
import { test } from '../support/app/loa-test'
import { quitLoa } from '../support/app/launch-loa'
import { chooseCustomGateway, openPage } from '../support/app/pages'
import { TROUBLE, writeTrouble } from '../support/app/trouble'

const whatsapp = (page: Page) => page.getByRole('region', { name: 'WhatsApp' })

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
}

test('limits, quiet hours and the frequency cap are set in the window and kept', async ({
  start,
  gateway
}) => {
  const first = await start()
  await chooseCustomGateway(first.page, gateway.url, gateway.callUrl)
  const { page } = first
  await expect(whatsapp(page)).toContainText(
    'One at a time; at most 20 a minute, 200 an hour and 1,000 a day; 1 to 4 s apart.'
  )
  await whatsapp(page).getByRole('textbox', { name: 'WhatsApp: An hour' }).fill('150')
  await whatsapp(page).getByRole('textbox', { name: 'WhatsApp: Pause to, s' }).fill('0.5')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(whatsapp(page)).toContainText('The longest pause cannot be shorter than the shortest.')
  await whatsapp(page).getByRole('textbox', { name: 'WhatsApp: Pause to, s' }).fill('2.5')

  await page.getByRole('button', { name: 'Vietnam (Decree 91/2020)' }).first().click()
  await expect(page.getByRole('img', { name: 'AI call: quiet from 17:00 to 08:00' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Telegram: from' }).fill('21h')
  await page.getByRole('textbox', { name: 'Telegram: from' }).blur()
  await page.getByRole('switch', { name: 'Limit messages per person' }).check()
  await page.getByRole('textbox', { name: 'Messages at most' }).fill('2')
  await save(page)
  await quitLoa(first)

  const { page: again } = await start()
  await openPage(again, 'Settings')
  await expect(whatsapp(again)).toContainText(
    'at most 20 a minute, 150 an hour and 1,000 a day; 1 to 2.5 s apart.'
  )
  await expect(again.getByRole('img', { name: 'Telegram: quiet from 21:00 to 07:00' })).toBeVisible()
  await expect(again.getByRole('textbox', { name: 'Messages at most' })).toHaveValue('2')
})

test('what a campaign does when things do not go to plan is set in its editor', async ({
  start,
  dataDir,
  gateway
}) => {
  await writeTrouble(dataDir, gateway)
  const { page } = await start()
  const open = async () => {
    await editCampaign(page, TROUBLE.slow)
    await goToStep(page, 'Limits')
  }
  await open()
  await expect(page.getByText('A missed run is still sent up to 60 min late.')).toBeVisible()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('combobox', { name: 'If the run before is still going on' }).click()
  await page.getByRole('option', { name: 'Let the new one wait' }).click()
  await page.getByRole('textbox', { name: 'At most so late' }).fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Enter a whole number of minutes from 1 to 10,080 (one week).')).toBeVisible()
  await page.getByRole('textbox', { name: 'At most so late' }).fill('90')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`“${TROUBLE.slow}” is saved`)).toBeVisible()
  await open()
  await expect(
    page.getByText('up to 90 min late. While a run is going on, the next one waits.')
  ).toBeVisible()
})
