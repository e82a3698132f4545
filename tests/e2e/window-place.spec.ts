import { changeSettings } from '../support/app/change-settings'
import { expect } from '@playwright/test'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { configHome } from '../support/app/config-home'
import { type Loa, quitLoa } from '../support/app/launch-loa'
import { test } from '../support/app/loa-test'
import { startScreen } from '../support/crash/screen'
import { TestFolder } from '../support/engine/data-folder'

const memoryOf = (dataDir: string) => join(configHome(dataDir), 'loa-machine', 'window.json')

async function remember(dataDir: string, text: string): Promise<void> {
  await mkdir(join(memoryOf(dataDir), '..'), { recursive: true })
  await writeFile(memoryOf(dataDir), text)
}

const boundsOf = ({ app }: Loa) =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    return window?.isVisible() === true ? window.getBounds() : null
  })

const place = { x: 120, y: 60, width: 1000, height: 650 }

test('the window opens where it was, and its place stays on this computer', async ({ start, dataDir }) => {
  const first = await start()
  await expect.poll(() => boundsOf(first)).not.toBe(null)
  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    place
  )
  // Soon after the change, not only at the end: a computer that loses power remembers it too.
  await expect
    .poll(async () => JSON.parse(await readFile(memoryOf(dataDir), 'utf8').catch(() => '{}')) as unknown)
    .toEqual({ ...place, maximized: false })
  await quitLoa(first)

  const second = await start()
  await expect.poll(() => boundsOf(second)).toEqual(place)
  await expect(new TestFolder(dataDir).text('window.json')).rejects.toThrow('ENOENT')
})

test('a place on a screen that is gone is brought back, on a small screen too', async ({
  start,
  dataDir
}) => {
  await remember(dataDir, JSON.stringify({ x: 3_000, y: 900, width: 2_000, height: 1_200, maximized: false }))
  const screen = await startScreen('1024x640x24')
  const loa = await start({ env: { DISPLAY: screen.display } })
  await expect.poll(() => boundsOf(loa)).toMatchObject({ x: 0, y: 0 })
  // Chromium takes a pixel off a window that would cover the whole screen.
  const { width, height } = (await boundsOf(loa)) ?? place
  expect([1023, 1024]).toContain(width)
  expect([639, 640]).toContain(height)
  await quitLoa(loa)
  await screen.stop()
})

test('a damaged memory of the place is as good as none', async ({ start, dataDir }) => {
  await remember(dataDir, '{"x":1,')
  const loa = await start()
  await expect.poll(() => boundsOf(loa)).toMatchObject({ width: 1280, height: 820 })
})

test('in the dark theme nothing white is shown at the start', async ({ start, dataDir }) => {
  await new TestFolder(dataDir).write(
    'settings.json',
    JSON.stringify({ schema_version: 1, settings: { theme: 'dark' } })
  )
  const { app, page } = await start()
  const colours = await app.evaluate(({ BrowserWindow, nativeTheme }) => ({
    window: BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
    isDark: nativeTheme.shouldUseDarkColors
  }))
  expect(colours).toEqual({ window: '#1f1f24', isDark: true })
  // What an empty page is painted with, before any style of Loa's; Playwright says "light" unless told to say nothing.
  await page.emulateMedia({ colorScheme: null })
  const isDarkInPage = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await expect.poll(isDarkInPage).toBe(true)
  await changeSettings(page, { theme: 'light' })
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(false)
})
