import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron } from '../../../scripts/electron/electron-runtime.mjs'
import { sandboxFlags } from '../../../scripts/launch/sandbox.mjs'
import { configHome } from './config-home'
import { killAllWith } from './processes'

export interface Loa {
  readonly app: ElectronApplication
  readonly page: Page
  /** The main process; still there to ask when the app has ended. */
  readonly process: ChildProcess
  readonly dataDir: string
}

export interface LaunchOptions {
  readonly dataDir: string
  readonly env?: Record<string, string>
  readonly flags?: readonly string[]
}

/** A new data folder below the system's temporary one. */
export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'loa-e2e-'))

/** Removes a data folder, and kills whatever of an app still works on it. */
export async function removeDataDir(dataDir: string): Promise<void> {
  await killAllWith(dataDir)
  for (const folder of [dataDir, configHome(dataDir)]) {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Starts the built app and waits for its window. */
export async function launchLoa({ dataDir, env = {}, flags = [] }: LaunchOptions): Promise<Loa> {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...sandboxFlags(), process.cwd(), `--data-dir=${dataDir}`, ...flags],
    env: {
      ...ownEnvironment(),
      XDG_CONFIG_HOME: configHome(dataDir),
      LANGUAGE: 'en',
      LC_ALL: 'C.UTF-8',
      ...env
    }
  })
  const page = await app.firstWindow()
  await page.getByRole('navigation').waitFor()
  return { app, page, process: app.process(), dataDir }
}

/** Asks the app to quit, as the tray's Quit does, and waits until its process is gone. */
export async function quitLoa({ app, process: main }: Loa): Promise<void> {
  const gone = new Promise((resolve) => main.once('exit', resolve))
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined)
  await gone
}

export function electronPath(): string {
  const electron = findElectron()
  if (electron === null) throw new Error('There is no Electron: run `npm run setup` first')
  return electron.executablePath
}

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  )
