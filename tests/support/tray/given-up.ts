import { expect, type Page } from '@playwright/test'
import type { CallName } from '../../../src/shared/ipc/contract'
import type { Loa } from '../app/launch-loa'
import { closeWindow, windowState } from './window-state'

/** Lets a closed window go after another time than half a minute. */
export const givenUpAfter = (keptInTrayMs: number) => ({ LOA_KEPT_IN_TRAY_MS: String(keptInTrayMs) })

/** Closes the window and waits until it is given up, with its process. */
export async function closeForGood(loa: Pick<Loa, 'app'>): Promise<void> {
  await closeWindow(loa)
  await expect.poll(() => windowState(loa)).toBe('none')
}

/** The page of the window that is made anew by an order. */
export async function openedAnew({ app }: Pick<Loa, 'app'>, order: () => Promise<unknown>): Promise<Page> {
  const opened = app.waitForEvent('window')
  await order()
  const page = await opened
  await page.getByRole('navigation').first().waitFor()
  return page
}

/** From now on a call of the page is answered so much later, as on a computer that is busy. */
export const answerLate = (loa: Pick<Loa, 'app'>, name: CallName, byMs: number): Promise<void> =>
  loa.app.evaluate(
    ({ ipcMain }, { name, byMs }) => {
      type Handler = Parameters<typeof ipcMain.handle>[1]
      // Electron has no public way to one that is there already.
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        readonly _invokeHandlers: Map<string, Handler>
      }
      const handler = handlers.get(name)
      if (handler === undefined) throw new Error(`Nobody answers ${name}`)
      handlers.set(name, async (...args) => {
        await new Promise((resolve) => setTimeout(resolve, byMs))
        return (await handler(...args)) as unknown
      })
    },
    { name, byMs }
  )

/** Counts in the page how often it was asked whether it may go. */
export const countQuestions = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let questions = 0
    window.loa.onLetGoAsked(() => document.body.setAttribute('data-questions', String((questions += 1))))
  })

/** Waits until a page that holds something was asked, said no, and was asked again. */
export const keptInSpiteOf = async (loa: Pick<Loa, 'app'>, page: Page): Promise<void> => {
  await expect
    .poll(() => page.evaluate(() => Number(document.body.getAttribute('data-questions'))))
    .toBeGreaterThan(1)
  expect(await windowState(loa)).toBe('hidden')
}
