import { expect, type Page, test } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Language } from '../../src/shared/i18n/catalogue'
import { launchLoa, quitLoa, removeDataDir } from '../support/app/launch-loa'
import { movableClock } from '../support/app/movable-clock'
import { wordsOf } from '../support/app/words'
import { fill } from './fill'

const FOLDER = join(process.cwd(), 'docs', 'images')
const SAMPLE_FILE = join(process.cwd(), 'tests', 'fixtures', 'contacts', 'excel-utf8.csv')
const TUESDAY_MORNING = Date.parse('2026-03-10T01:40:00Z')

/** Always the same: the pictures show its path. */
const DATA_DIR = join(tmpdir(), 'loa-sample')

/** Every page, and how to get to what is worth showing of it. */
const PAGES = [
  'overview',
  'campaigns',
  'calendar',
  'contacts',
  'runs',
  'console',
  'practice',
  'settings'
] as const

async function open(page: Page, language: Language, name: (typeof PAGES)[number]): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: wordsOf(language, 'navigation')[name] })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsOf(language, name).title)
}

/** A step of the editor of the campaign with three channels. */
async function openStep(
  page: Page,
  language: Language,
  step: 'message' | 'schedule' | 'review'
): Promise<void> {
  await open(page, language, 'campaigns')
  await page
    .getByRole('button', { name: /Nhắc lịch học cuối tuần/ })
    .first()
    .click()
  const { editor } = wordsOf(language, 'campaigns')
  await page
    .getByRole('navigation', { name: editor.steps_label })
    .getByRole('button', { name: editor.steps[step] })
    .click()
}

/** Pages that are one step further in: a form, a run. */
const DEEPER: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  'campaign-editor': async (page, language) => {
    await openStep(page, language, 'schedule')
    await expect(page.getByText(wordsOf(language, 'campaigns').schedule.preview_title)).toBeVisible()
  },
  message: async (page, language) => {
    await openStep(page, language, 'message')
    await expect(page.getByText(wordsOf(language, 'message').preview.title)).toBeVisible()
  },
  review: async (page, language) => {
    await openStep(page, language, 'review')
    await expect(page.getByText(/“Nhắc lịch học cuối tuần”/)).toBeVisible()
  },
  rehearsal: async (page, language) => {
    await openStep(page, language, 'review')
    const words = wordsOf(language, 'rehearsal')
    const section = page.getByRole('region', { name: words.title })
    await section.getByRole('button', { name: words.start, exact: true }).click()
    await expect(section.getByRole('table', { name: words.runs.label })).toBeVisible()
    await section.scrollIntoViewIfNeeded()
    await section.getByRole('heading', { name: words.title }).evaluate((heading) => heading.scrollIntoView())
  },
  'contact-form': async (page, language) => {
    await open(page, language, 'contacts')
    await page
      .getByRole('button', { name: /Lê Minh/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Lê Minh')
    await expect(page.getByText(wordsOf(language, 'person').why.last).first()).toBeVisible()
  },
  'contact-import': async (page, language) => {
    await open(page, language, 'contacts')
    await page.getByRole('button', { name: wordsOf(language, 'contacts').import, exact: true }).click()
    await page.getByLabel(wordsOf(language, 'import').file.choose).setInputFiles(SAMPLE_FILE)
    await expect(page.getByText(wordsOf(language, 'import').mapping.title)).toBeVisible()
  },
  'contact-check': async (page, language) => {
    await page.getByRole('button', { name: wordsOf(language, 'import').check.go }).click()
    await expect(page.getByText(wordsOf(language, 'import').check.reach)).toBeVisible()
  },
  palette: async (page, language) => {
    await open(page, language, 'contacts')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('textbox', { name: wordsOf(language, 'palette').placeholder })).toBeFocused()
    await page.keyboard.type('lan')
    await expect(page.getByRole('button', { name: /Hoàng Ngọc/ }).last()).toBeVisible()
  },
  run: async (page, language) => {
    await open(page, language, 'runs')
    await page
      .getByRole('button', { name: /Nhắc lịch học cuối tuần/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Nhắc lịch học cuối tuần')
  }
}

async function appearance(page: Page, language: Language, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    async ({ language, theme }) => {
      const settings = await window.loa.getSettings()
      if (settings.ok) await window.loa.saveSettings({ ...settings.value, language, theme })
    },
    { language, theme }
  )
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

async function picture(page: Page, name: string): Promise<void> {
  // Grey blocks stand where something is still being computed.
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(0)
  await page.mouse.move(640, 2)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' })
}

test('pictures of every page', async () => {
  await mkdir(FOLDER, { recursive: true })
  await removeDataDir(DATA_DIR)
  await mkdir(DATA_DIR)
  const clock = movableClock(DATA_DIR, TUESDAY_MORNING)
  const loa = await launchLoa({ dataDir: DATA_DIR, env: { ...clock.env, TZ: 'Asia/Ho_Chi_Minh' } })
  const { page } = loa
  await loa.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await fill(page)
  for (const [language, theme, prefix] of [
    ['en', 'light', ''],
    ['en', 'dark', ''],
    ['vi', 'light', 'vi-']
  ] as const) {
    await appearance(page, language, theme)
    for (const name of PAGES) {
      await open(page, language, name)
      await picture(page, `${prefix}${name}-${theme}`)
    }
    for (const [name, show] of Object.entries(DEEPER)) {
      await show(page, language)
      await picture(page, `${prefix}${name}-${theme}`)
      if (name !== 'contact-import') await page.keyboard.press('Escape')
    }
  }
  await quitLoa(loa)
  await removeDataDir(DATA_DIR)
})
