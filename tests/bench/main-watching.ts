import type { ElectronApplication, Page } from '@playwright/test'

// What is watched from outside while the app is measured.

/** From now on the longest time between two turns of the main process is noted. */
export const watchStalls = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const watched = { longestMs: 0, lastMs: performance.now() }
    const timer = setInterval(() => {
      const nowMs = performance.now()
      watched.longestMs = Math.max(watched.longestMs, nowMs - watched.lastMs - 2)
      watched.lastMs = nowMs
    }, 2)
    Object.assign(globalThis, { watchedStalls: { watched, timer } })
  })

/** The longest of them, in milliseconds. */
export const stallsOf = (app: ElectronApplication): Promise<number> =>
  app.evaluate(() => {
    const { watchedStalls } = globalThis as unknown as {
      watchedStalls: { watched: { longestMs: number }; timer: NodeJS.Timeout }
    }
    clearInterval(watchedStalls.timer)
    return watchedStalls.watched.longestMs
  })

/** Resident memory of both processes and the page's own heap, in megabytes. */
export async function memoryOf(app: ElectronApplication, page: Page) {
  const processes = await app.evaluate(({ app: electron, BrowserWindow }) => {
    const pagePid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId()
    const metrics = electron.getAppMetrics()
    const of = (pid: number | undefined) =>
      (metrics.find((each) => each.pid === pid)?.memory.workingSetSize ?? 0) / 1_024
    return { main: of(process.pid), page: of(pagePid) }
  })
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return { ...processes, heap: usedSize / 2 ** 20 }
}
