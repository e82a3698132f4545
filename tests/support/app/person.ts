import { expect, type Page } from '@playwright/test'
import { openPage } from './pages'

/** Opens somebody's page from the list. */
export async function openPerson(page: Page, name: string): Promise<void> {
  await openPage(page, 'Contacts')
  await page.getByRole('row').getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** One of the cards of a page: "Messages", "Why not?". */
export const region = (page: Page, name: string) => page.getByRole('main').getByRole('region', { name })

/** Opens the palette by its key and types into it. */
export async function typeInPalette(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const search = page.getByRole('dialog', { name: 'Search and actions' }).getByRole('textbox')
  await expect(search).toBeFocused()
  await page.keyboard.type(text)
}
