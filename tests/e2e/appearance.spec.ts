import { expect } from '@playwright/test'
import { axeFaults } from '../support/app/axe-faults'
import { test } from '../support/app/loa-test'
import { quitLoa } from '../support/app/launch-loa'
import { openPage } from '../support/app/pages'
import { wordsOf } from '../support/app/words'
import { fill } from '../pictures/fill'

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

const PAGES = ['campaigns', 'attention', 'contacts', 'runs', 'console', 'practice', 'settings'] as const

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['en', 'vi'] as const) {
    test(`axe finds nothing serious on any page, ${theme}, ${language}`, async ({ start }) => {
      const { page } = await start()
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await fill(page)
      await page.evaluate(
        async ({ language, theme }) => {
          const settings = await window.loa.getSettings()
          if (settings.ok) await window.loa.saveSettings({ ...settings.value, language, theme })
        },
        { language, theme }
      )
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      const found: Record<string, string[]> = {}
      for (const name of PAGES) {
        await page
          .getByRole('navigation')
          .getByRole('button', { name: wordsOf(language, 'navigation')[name] })
          .click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsOf(language, name).title)
        await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
        found[name] = await axeFaults(page)
      }
      expect(found).toEqual(Object.fromEntries(PAGES.map((name) => [name, []])))
    })
  }
}
