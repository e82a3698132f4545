import { changeSettings } from '../support/app/change-settings'
import { expect, type Page } from '@playwright/test'
import type { Language } from '../../src/shared/i18n/catalogue'
import { axeFaultsInBothThemes } from '../support/app/axe-faults'
import { ownDownloads } from '../support/app/import-wizard'
import { test } from '../support/app/loa-test'
import { quitLoa } from '../support/app/launch-loa'
import { movableClock } from '../support/app/movable-clock'
import { openPage } from '../support/app/pages'
import { plainWords, walk } from '../support/app/tour'
import { wordsOf } from '../support/app/words'
import { writeSample } from '../pictures/sample-folder'
import { SAMPLE_NOW } from '../pictures/sample-time'

test('language and theme change at once and are kept', async ({ start }) => {
  const first = await start()
  await openPage(first.page, 'Settings')
  await first.page.getByText('Tiếng Việt', { exact: true }).click()
  const navigation = wordsOf('vi', 'navigation')
  const labels = [navigation.campaigns, navigation.contacts, navigation.runs, navigation.console]
  for (const name of labels) {
    await expect(first.page.getByRole('navigation').getByRole('button', { name })).toBeVisible()
  }
  await first.page.getByText(wordsOf('vi', 'settings').look.themes.dark, { exact: true }).click()
  await expect(first.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await quitLoa(first)

  const second = await start()
  await expect(second.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'vi')
})

/** What takes some doing to get to; the tour has the rest. */
const DEEPER = {
  person: async (page: Page, language: Language) => {
    await openContacts(page, language)
    await page.getByRole('button', { name: /Lê Minh/ }).click()
    const words = wordsOf(language, 'person')
    await page.getByRole('textbox', { name: wordsOf(language, 'contacts').fields.notes }).fill('x')
    await expect(page.getByText(words.why.last).first()).toBeVisible()
    await expect(page.getByRole('region', { name: words.unsaved })).toBeVisible()
  },
  duplicates: async (page: Page, language: Language) => {
    await page.keyboard.press('Control+s')
    await expect(page.getByRole('region', { name: wordsOf(language, 'person').unsaved })).toBeHidden()
    await page.evaluate(() =>
      window.loa.saveContact({ first_name: 'Emma', phone: '+44 7400 123456', email: 'emma@example.org' })
    )
    await openContacts(page, language)
    await page.getByRole('button', { name: wordsOf(language, 'contacts').duplicates_review }).click()
    await expect(page.getByRole('radio').first()).toBeVisible()
  }
}

async function openContacts(page: Page, language: Language): Promise<void> {
  const { contacts } = wordsOf(language, 'navigation')
  await page.getByRole('navigation').getByRole('button', { name: contacts }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsOf(language, 'contacts').title)
}

for (const language of ['en', 'vi'] as const) {
  test(`axe finds nothing serious anywhere, light and dark, ${language}`, async ({ start, dataDir }) => {
    test.setTimeout(240_000)
    await writeSample(dataDir)
    await ownDownloads(dataDir)
    const { page } = await start({ env: movableClock(dataDir, SAMPLE_NOW).env })
    await changeSettings(page, { language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const found: Record<string, string[]> = {}
    await walk(page, plainWords(language), async (place) => {
      found[place] = await axeFaultsInBothThemes(page)
    })
    for (const name of ['person', 'duplicates'] as const) {
      await DEEPER[name](page, language)
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
      found[name] = await axeFaultsInBothThemes(page)
    }
    expect(Object.entries(found).filter(([, each]) => each.length > 0)).toEqual([])
  })
}
