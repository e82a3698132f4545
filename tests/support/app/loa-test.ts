import { test as base } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openRecordingGateway, type RecordingGateway } from '../gateway/recording-gateway'
import { launchLoa, type LaunchOptions, type Loa, newDataDir, quitLoa, removeDataDir } from './launch-loa'

interface Fixtures {
  readonly dataDir: string
  readonly gateway: RecordingGateway
  /** Starts the app on the test's data folder; it is ended with the test, if not before. */
  readonly start: (options?: Partial<LaunchOptions>) => Promise<Loa>
}

/** A test with its own data folder, gateway and app. When it fails, the app's log is kept with its report. */
export const test = base.extend<Fixtures>({
  // Playwright demands an object pattern here, also where no other fixture is needed.
  dataDir: async ({ browserName: _browserName }, use, info) => {
    const dataDir = await newDataDir()
    await use(dataDir)
    if (info.status !== info.expectedStatus) {
      const log = await readFile(join(dataDir, 'logs', 'scheduler.log'), 'utf8').catch(() => 'no log')
      await info.attach('scheduler.log', { body: log, contentType: 'text/plain' })
    }
    await removeDataDir(dataDir)
  },
  gateway: async ({ browserName: _browserName }, use) => {
    const gateway = await openRecordingGateway()
    await use(gateway)
    await gateway.close()
  },
  start: async ({ dataDir }, use, info) => {
    const started: Loa[] = []
    await use(async (options = {}) => {
      const loa = await launchLoa({ dataDir, ...options })
      started.push(loa)
      return loa
    })
    for (const loa of started) {
      if (loa.process.exitCode !== null || loa.process.signalCode !== null) continue
      if (info.status !== info.expectedStatus) {
        const picture = await loa.page.screenshot().catch(() => null)
        if (picture !== null) await info.attach('window', { body: picture, contentType: 'image/png' })
      }
      await quitLoa(loa)
    }
  }
})
