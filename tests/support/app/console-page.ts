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
  const isEachThere = (from: number, to: number) => {
    for (let place = from; place < to; place += 1) if (numbers[place] === undefined) return false
    return true
  }
  for (let top = 0; ; top += list.clientHeight) {
    for (let isDrawn = false, frames = 0; !isDrawn; frames += 1) {
      if (frames > 600) throw new Error(`The lines at ${top} of ${list.scrollHeight} were never drawn`)
      // Again each time: a view that has not heard of it yet goes to the end with a line that comes.
      list.scrollTo({ top })
      await new Promise((drawn) => requestAnimationFrame(drawn))
      const rows = [...list.querySelectorAll('[role=option]')]
      for (const row of rows) {
        const number = Number(/line (\d+) /.exec(row.textContent)?.[1] ?? 0)
        numbers[Number(row.getAttribute('aria-posinset')) - 1] = number
      }
      const height = rows[0]?.getBoundingClientRect().height ?? Infinity
      const count = Number(rows[0]?.getAttribute('aria-setsize'))
      const end = Math.min(count, Math.ceil((top + list.clientHeight) / height))
      isDrawn = rows.length > 0 && isEachThere(Math.floor(top / height), end)
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
