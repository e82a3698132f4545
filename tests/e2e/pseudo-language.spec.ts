import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { sampleCampaigns } from '../pictures/sample-campaigns'
import { writeSample } from '../pictures/sample-folder'
import { samplePeople } from '../pictures/sample-people'
import { SAMPLE_NOW } from '../pictures/sample-time'
import { ownDownloads } from '../support/app/import-wizard'
import { test } from '../support/app/loa-test'
import { movableClock } from '../support/app/movable-clock'
import { pseudo, SAMPLE_FILE, walk } from '../support/app/tour'
import { untranslated } from '../support/app/untranslated'

const PLACEHOLDER = /\{\{[^}]*\}\}/

/** A text as it is written, its parts between what is filled in, and its beginning, which a line that sums up shows. */
const writtenParts = (text: string): string[] => [
  text,
  text.slice(0, 79).trim(),
  ...text.split(PLACEHOLDER).map((part) => part.trim()),
  ...(text.match(new RegExp(PLACEHOLDER, 'g')) ?? [])
]

/** What the sample data says itself, wherever it is shown. */
const DATA = [
  ...samplePeople
    .flatMap(({ first_name, last_name, telegram_username, email, tags = [] }) => [
      `${first_name} ${last_name}`,
      first_name,
      last_name,
      telegram_username,
      email,
      ...tags
    ])
    .filter((each) => each !== undefined),
  ...sampleCampaigns.map(({ name }) => name),
  ...sampleCampaigns.flatMap(({ call_script, texts = {} }) =>
    [call_script, ...Object.values(texts)].flatMap(writtenParts)
  ),
  ...readFileSync(SAMPLE_FILE, 'utf8').split(/[\s,;"]+/),
  'full_name',
  'zalo',
  'English',
  'Tiếng Việt',
  'Ho Chi Minh',
  'London',
  'excel-utf8.csv'
]

/** Looks at a window that is started in the pseudo-language, and collects by place what is not written in it. */
function looking(page: Page): {
  readonly found: Record<string, string[]>
  readonly look: (place: string) => Promise<void>
} {
  const found: Record<string, string[]> = {}
  return {
    found,
    look: async (place) => {
      const left = await untranslated(page, DATA)
      if (left.length > 0) found[place] = left
    }
  }
}

test('nothing is shown that the catalogue does not have, on any page that is still empty', async ({
  start
}) => {
  const { page } = await start({ env: { LOA_PSEUDO: '1' } })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { found, look } = looking(page)
  const navigation = page.getByRole('navigation').getByRole('button')
  const pages = await navigation.count()
  for (let index = 0; index < pages; index++) {
    await navigation.nth(index).click()
    await look(`empty ${index}`)
    await page.keyboard.press('Escape')
  }
  expect(found).toEqual({})
})

test('nothing is shown that the catalogue does not have, in any place of a filled app, with every notice', async ({
  start,
  dataDir
}) => {
  test.setTimeout(240_000)
  await writeSample(dataDir)
  await ownDownloads(dataDir)
  const { page } = await start({ env: { ...movableClock(dataDir, SAMPLE_NOW).env, LOA_PSEUDO: '1' } })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { found, look } = looking(page)
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
