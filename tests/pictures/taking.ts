import { changeSettings } from '../support/app/change-settings'
import { expect, type Page } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../src/shared/i18n/catalogue'
import type { Loa } from '../support/app/launch-loa'
import { wordsOf } from '../support/app/words'
import '../support/app/sample'

export const FOLDER = join(process.cwd(), 'docs', 'images')

/** How the window looks in a picture. */
export interface Look {
  readonly language: Language
  readonly theme: 'light' | 'dark'
}

/** The looks of which there are pictures. */
export const LOOKS: readonly Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'vi', theme: 'light' }
]

/** `runs-dark`, `vi-runs-light`. */
export const nameOf = (picture: string, { language, theme }: Look): string =>
  `${language === 'en' ? '' : `${language}-`}${picture}-${theme}`

/** Makes the window as large as the pictures are, and still. */
export async function prepareWindow({ app, page }: Loa): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.emulateMedia({ reducedMotion: 'reduce' })
}

/** Gives the window a look by the app's own settings. */
export async function wear(page: Page, { language, theme }: Look): Promise<void> {
  await changeSettings(page, { language, theme })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

/** Opens a page by its name in the navigation. */
export async function turnTo(
  page: Page,
  { language }: Look,
  name: keyof ReturnType<typeof navigationWords>
): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: navigationWords(language)[name] })
    .click()
  const words = wordsOf(language, name as 'runs')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)
}

const navigationWords = (language: Language) => {
  const { label: _label, ...pages } = wordsOf(language, 'navigation')
  return pages
}

/** Takes a picture once nothing moves any more. */
export async function picture(page: Page, name: string): Promise<void> {
  // Grey blocks stand where something is still being computed.
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(0)
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await page.mouse.move(640, 2)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
