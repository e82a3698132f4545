import { expect } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { sampleCampaigns } from '../pictures/sample-campaigns'
import { samplePeople } from '../pictures/sample-people'
import { fill } from '../pictures/fill'
import { test } from '../support/app/loa-test'
import { pseudo, SAMPLE_FILE, walk } from '../support/app/tour'
import { untranslated } from '../support/app/untranslated'

/** What the sample data says itself, wherever it is shown. */
const DATA = [
  ...samplePeople.flatMap(({ first_name, last_name, telegram_username, email, tags = [] }) => [
    `${first_name} ${last_name}`,
    first_name,
    last_name,
    telegram_username,
    email,
    ...tags
  ]),
  // A line that sums up a step shows the beginning of a text.
  ...sampleCampaigns.flatMap(({ name, call_script }) => [name, call_script, call_script.slice(0, 79).trim()]),
  ...readFileSync(SAMPLE_FILE, 'utf8').split(/[\s,;"]+/),
  'full_name',
  'zalo',
  'English',
  'Tiếng Việt',
  'Ho Chi Minh',
  'London',
  'excel-utf8.csv'
]

test('nothing is shown that the catalogue does not have, on any page, filled or empty, with every notice', async ({
  start
}) => {
  test.setTimeout(240_000)
  const { page } = await start({ env: { LOA_PSEUDO: '1' } })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const found: Record<string, string[]> = {}
  const look = async (place: string) => {
    const left = await untranslated(page, DATA)
    if (left.length > 0) found[place] = left
  }
  const navigation = page.getByRole('navigation').getByRole('button')
  const pages = await navigation.count()
  for (let index = 0; index < pages; index++) {
    await navigation.nth(index).click()
    await look(`empty ${index}`)
    await page.keyboard.press('Escape')
  }
  await fill(page)
  await walk(page, pseudo, async (place) => {
    await look(place)
    const menus = page.locator('main [aria-haspopup="menu"]:visible')
    for (let index = 0; index < (await menus.count()) && index < 3; index++) {
      await menus
        .nth(index)
        .click({ timeout: 2_000 })
        .catch(() => undefined)
      await look(`${place}, menu ${index}`)
      await page.keyboard.press('Escape')
    }
  })
  await page.evaluate(() => window.loa.setPausedAll(true))
  await look('paused')
  await page.evaluate(() => window.loa.setEmergencyStop(true))
  await look('stopped')
  expect(found).toEqual({})
})
