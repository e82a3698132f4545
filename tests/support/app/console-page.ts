import type { ElectronApplication, Locator, Page } from '@playwright/test'

/** The lines of the console that are in sight. */
export const linesInSight = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Log lines' }).getByRole('option')

/** What the console's footer says of the number of lines. */
export const lineCount = (page: Page): Locator => page.getByRole('status').filter({ hasText: /lines?$/ })

export const clipboardText = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText())

/** The process of the window. */
export const rendererPid = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0)

/** Runs in the page: scrolls through the console and gives the number of every line, place by place. */
async function numbersByPlace(): Promise<number[]> {
  const list = document.querySelector('[role=listbox]')
  if (list === null) return []
  const numbers: number[] = []
  for (let top = 0; ; top += list.clientHeight) {
    list.scrollTo({ top })
    // One frame to hear of it, one to have it drawn.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn))
    for (const row of list.querySelectorAll('[role=option]')) {
      const number = Number(/line (\d+) /.exec(row.textContent)?.[1] ?? 0)
      numbers[Number(row.getAttribute('aria-posinset')) - 1] = number
    }
    if (top + list.clientHeight >= list.scrollHeight) return numbers
  }
}

/**
 * The numbers (of `sayLines`; 0 for other lines) of all lines in the console, in their order. The main process asks the
 * page, because Playwright's own connection does not outlive the page's process.
 */
export const numbersInConsole = (app: ElectronApplication): Promise<number[]> =>
  app.evaluate(async ({ BrowserWindow }, read) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return []
    return (await contents.executeJavaScript(`(${read})()`)) as number[]
  }, numbersByPlace.toString())
