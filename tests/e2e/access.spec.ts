import { changeSettings } from '../support/app/change-settings'
import { expect, type Page } from '@playwright/test'
import { ownDownloads } from '../support/app/import-wizard'
import { cutText } from '../support/app/cut-text'
import { layoutFaults } from '../support/app/layout-faults'
import { test } from '../support/app/loa-test'
import { movableClock } from '../support/app/movable-clock'
import { openPage, PAGE_NAMES } from '../support/app/pages'
import { typeInPalette } from '../support/app/person'
import { runByName, TROUBLE, writeTrouble } from '../support/app/trouble'
import { plainWords, walk } from '../support/app/tour'
import { wordsOf } from '../support/app/words'
import { acceptAfter } from '../support/gateway/gateway-answers'
import { writeSample } from '../pictures/sample-folder'
import { SAMPLE_NOW } from '../pictures/sample-time'

test('at 200 % zoom in a window of 1024x640 every control is in reach, and nothing scrolls sideways', async ({
  start,
  dataDir
}) => {
  test.setTimeout(240_000)
  await writeSample(dataDir)
  await ownDownloads(dataDir)
  const { app, page } = await start({ env: movableClock(dataDir, SAMPLE_NOW).env })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(1024, 640)
    window?.webContents.setZoomFactor(2)
  })
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(512)
  await walk(page, plainWords('en'), async (place) => {
    // What is still being drawn has no faults yet.
    await expect.poll(() => layoutFaults(page), place).toEqual([])
  })
})

for (const language of ['en', 'vi'] as const) {
  test(`at 200 % zoom the status bar and the banners say all that they have to say: ${language}`, async ({
    start,
    dataDir
  }) => {
    await writeSample(dataDir)
    const { app, page } = await start({ env: movableClock(dataDir, SAMPLE_NOW).env })
    await changeSettings(page, { language })
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setContentSize(1024, 640)
      window?.webContents.setZoomFactor(2)
    })
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(512)
    const words = wordsOf(language, 'common')
    const bar = page.getByRole('contentinfo', { name: words.status_bar.label })
    await expect(bar).toBeVisible()
    await expect.poll(() => cutText(page)).toEqual([])

    await bar.getByRole('switch', { name: words.status_bar.pause_all }).press('Space')
    await expect(page.locator('#banners').getByText(words.paused_banner.title)).toBeVisible()
    await expect.poll(() => cutText(page)).toEqual([])

    await page.keyboard.press('Control+Shift+S')
    await expect(bar.getByText(words.status_bar.next_emergency)).toBeVisible()
    await expect.poll(() => cutText(page)).toEqual([])
  })
}

for (const language of ['en', 'vi'] as const) {
  test(`the status bar says what is open and what comes next, in a window of any width: ${language}`, async ({
    start,
    dataDir,
    gateway
  }) => {
    await writeTrouble(dataDir, gateway)
    const { app, page } = await start()
    await changeSettings(page, { language })
    await runByName(page, TROUBLE.slow)
    gateway.answer = () => acceptAfter(60_000)
    const still = await runByName(page, TROUBLE.dead)
    await page.evaluate((id) => window.loa.pauseRun(id, ''), still)
    const words = wordsOf(language, 'common')
    const bar = page.getByRole('contentinfo', { name: words.status_bar.label })
    await expect(bar.locator('[data-standing]')).toHaveCount(2)
    // The window is never made narrower than the last.
    for (const width of [1440, 1280, 1100, 1024, 900, 860]) {
      await app.evaluate(({ BrowserWindow }, width) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, 640)
      }, width)
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
      await expect.poll(() => cutText(page), `${width}`).toEqual([])
      const name = await bar.getByTitle(TROUBLE.missed).first().boundingBox()
      expect(name?.width, `${width}`).toBeGreaterThan(80)
    }
  })
}

/** How many elements in a row are looked at on each page. */
const STOPS = 30

/** Presses Tab and says which of the stops look the same with and without the focus. */
async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = []
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(async () => {
      // Even where there is no motion a colour takes a frame to change.
      const frame = () =>
        new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const focused = document.activeElement
      if (!(focused instanceof HTMLElement) || focused === document.body) return null
      const around = [
        focused,
        focused.parentElement,
        focused.nextElementSibling,
        focused.parentElement?.parentElement
      ]
      const look = () =>
        around
          .filter((each) => each instanceof Element)
          .map((each) => {
            const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } =
              getComputedStyle(each)
            return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor].join()
          })
          .join(';')
      await frame()
      const withFocus = look()
      focused.blur()
      await frame()
      const without = look()
      focused.focus()
      return withFocus === without
        ? `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent}`
        : null
    })
    if (name !== null) unseen.push(name)
  }
  return unseen
}

test('whatever has the focus shows it, on every page', async ({ start, dataDir }) => {
  test.setTimeout(180_000)
  await writeSample(dataDir)
  const { page } = await start({ env: movableClock(dataDir, SAMPLE_NOW).env })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const found: Record<string, string[]> = {}
  for (const name of PAGE_NAMES) {
    await openPage(page, name)
    found[name] = await unseenStops(page)
  }
  expect(Object.entries(found).filter(([, each]) => each.length > 0)).toEqual([])
})

test('the list of shortcuts opens by its keys and from the palette, and a typed question mark is a letter', async ({
  start
}) => {
  const { page } = await start()
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const keys of ['Shift+?', 'Control+/']) {
    await page.keyboard.press(keys)
    await expect(list.getByText('Search and actions')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
  }
  await typeInPalette(page, 'keyboard')
  await page.keyboard.press('Enter')
  await expect(list).toBeVisible()
  await page.keyboard.press('Escape')
  await openPage(page, 'Console')
  const search = page.getByRole('searchbox', { name: 'Search the log' })
  await search.focus()
  await page.keyboard.press('Shift+?')
  await expect(search).toHaveValue('?')
  await expect(list).toBeHidden()
})

test('a page that is opened by its key takes the focus to its title when the focus went with the page before', async ({
  start
}) => {
  const { page } = await start()
  await openPage(page, 'Contacts')
  await page.getByRole('main').getByRole('button').first().focus()
  await page.keyboard.press('Control+9')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeFocused()
})

test('a page that was left takes no input any more, however long the next one needs to be drawn', async ({
  start
}) => {
  const { page } = await start()
  await openPage(page, 'Settings')
  const field = await page.getByRole('textbox', { name: 'Keep runs for' }).elementHandle()
  const settings = page.getByRole('navigation').getByRole('button', { name: 'Settings' })
  const isTaken = await settings.evaluate(async (button: HTMLElement, input) => {
    button.click()
    // What is urgent is drawn after some microtasks; the page is drawn in tasks.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
    const element = input as HTMLInputElement
    element.focus()
    return element.isConnected && document.activeElement === element
  }, field)
  expect(isTaken).toBe(false)
  await page.getByRole('textbox', { name: 'Keep runs for' }).click()
  await expect(page.getByRole('textbox', { name: 'Keep runs for' })).toBeFocused()
})

test('who wants less motion gets none', async ({ start }) => {
  const { page } = await start()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openPage(page, 'Settings')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused()
  const longest = await page.evaluate(() => {
    const seconds = (text: string) =>
      text.split(',').map((each) => parseFloat(each) * (each.includes('ms') ? 0.001 : 1))
    return Math.max(
      ...[...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element)
        return [...seconds(transitionDuration), ...seconds(animationDuration)]
      })
    )
  })
  expect(longest).toBeLessThan(0.001)
})

test('who wants less motion sees another theme at once, not from the outside in', async ({ start }) => {
  const { page } = await start()
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
  const colours = () =>
    page.getByRole('heading', { level: 1 }).evaluate((title) => getComputedStyle(title).color)
  const light = await colours()
  const changed = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const watch = new MutationObserver(() => {
          watch.disconnect()
          // What a style sets in motion has begun when the next frame is drawn.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.getAnimations().length)))
        })
        watch.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] })
      })
  )
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await changed).toBe(0)
  expect(await colours()).not.toBe(light)
})
