import { expect, type Locator, type Page } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { configHome } from './config-home'
import { openPage } from './pages'

/** A file to import, in the test's own folder. */
export async function importFile(
  dataDir: string,
  name: string,
  content: string | Uint8Array
): Promise<string> {
  const folder = join(dataDir, 'to-import')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

/** Says where downloads go, before the app starts; gives the folder. */
export async function ownDownloads(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'Downloads')
  await mkdir(folder)
  await mkdir(configHome(dataDir), { recursive: true })
  await writeFile(join(configHome(dataDir), 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${folder}"\n`)
  return folder
}

/** Opens the wizard with the mouse: for contacts and campaigns, or for people who must not be contacted. */
export async function openWizard(
  page: Page,
  purpose: 'contacts' | 'do_not_contact' = 'contacts'
): Promise<void> {
  await openPage(page, 'Contacts')
  if (purpose === 'contacts') {
    await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  } else {
    await page.getByRole('button', { name: 'More about the list' }).click()
    await page.getByRole('menuitem', { name: 'Import a do-not-contact list' }).click()
  }
  await expect(page.getByLabel('Choose a file')).toBeFocused()
}

/** Presses Tab, or the key that walks through a menu, until a control has the focus. */
export async function tabTo(page: Page, control: Locator, key: 'Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
  await expect(control).toBeVisible()
  for (let presses = 0; presses < 80; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(control).toBeFocused()
}
