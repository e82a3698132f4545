import { expect } from '@playwright/test'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sandboxFlags } from '../../scripts/launch/sandbox.mjs'
import { configHome } from '../support/app/config-home'
import { electronPath } from '../support/app/launch-loa'
import { test as base } from '../support/app/loa-test'
import { killAllWith, processesWith } from '../support/app/processes'
import { TestFolder } from '../support/engine/data-folder'
import { idOf } from '../support/engine/records'
import { startXDesktop, type XDesktop } from '../support/tray/x-desktop'

interface Started {
  readonly process: ChildProcess
  /** What it has said on stderr. */
  readonly said: () => string
  readonly ended: Promise<number | null>
}

interface Fixtures {
  readonly desktop: XDesktop
  /** Starts the app as its menu entry does. */
  readonly startUp: (dataDir: string, ...flags: string[]) => Started
}

const test = base.extend<Fixtures>({
  desktop: async ({ browserName: _browserName }, use) => {
    const desktop = await startXDesktop()
    await use(desktop)
    await desktop.stop()
  },
  startUp: async ({ desktop, dataDir }, use) => {
    await use((folder, ...flags) => {
      const args = [...sandboxFlags(), process.cwd(), `--data-dir=${folder}`, ...flags]
      const env = {
        ...process.env,
        XDG_CONFIG_HOME: configHome(dataDir),
        LANGUAGE: 'en',
        LC_ALL: 'C.UTF-8',
        ...desktop.env
      }
      const child = spawn(electronPath(), args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
      return {
        process: child,
        said: () => said,
        ended: once(child, 'exit').then(([status]) => status as number | null)
      }
    })
    await killAllWith(dataDir)
  }
})

/** The question why Loa cannot start is to be seen, and nothing else of Loa. */
const isAsked = (desktop: XDesktop) => expect.poll(() => desktop.visible('Loa')).toBe(1)
const logOf = (dataDir: string) => readFile(join(dataDir, 'logs', 'scheduler.log'), 'utf8').catch(() => '')

test('a folder of Loa that cannot be made is told on the screen; tried again, Loa starts', async ({
  desktop,
  startUp,
  dataDir
}) => {
  const inTheWay = join(dataDir, 'runs')
  await writeFile(inTheWay, '')
  const loa = startUp(dataDir)
  await isAsked(desktop)
  expect(loa.said()).toContain(`A file is where Loa needs a folder: ${inTheWay}`)

  await rm(inTheWay)
  await desktop.closeBy('Loa', 'Return')
  expect(await loa.ended).toBe(1)
  await expect.poll(() => logOf(dataDir)).toContain('[LOA] Started')
  await expect.poll(() => desktop.visible('Loa')).toBe(1)
})

test('a data folder that cannot be written is told on the screen, and Quit leaves nothing', async ({
  desktop,
  startUp,
  dataDir
}) => {
  const file = join(dataDir, 'a-file')
  await writeFile(file, '')
  const loa = startUp(join(file, 'folder'))
  await isAsked(desktop)
  expect(loa.said()).toContain('Loa cannot write to its data folder')
  await desktop.closeBy('Loa', 'Escape')
  expect(await loa.ended).toBe(1)
  await expect.poll(() => processesWith(dataDir)).toEqual([])
})

test('what ends the start when the window is there already is told, with the window put away; nothing is sent', async ({
  desktop,
  startUp,
  dataDir
}) => {
  const folder = new TestFolder(dataDir)
  // A ledger that cannot be read at all, as on a disk that fails.
  const ledger = join(dataDir, 'runs', `${idOf(1)}_2026-11-26.jsonl`)
  await mkdir(ledger, { recursive: true })
  await folder.writeContacts([])
  const loa = startUp(dataDir)
  await expect.poll(loa.said).toContain(`Loa cannot use ${ledger} (EISDIR)`)
  await isAsked(desktop)
  expect(await logOf(dataDir)).toContain('[LOA] Stopped')
  // Not deaf: the session that ends ends it, too.
  loa.process.kill('SIGTERM')
  expect(await loa.ended).toBe(1)
  await expect.poll(() => processesWith(dataDir)).toEqual([])
})

test('a start at log-in, which shows no window, tells it all the same', async ({
  desktop,
  startUp,
  dataDir
}) => {
  await writeFile(join(dataDir, 'logs'), '')
  const loa = startUp(dataDir, '--hidden')
  await isAsked(desktop)
  await desktop.closeBy('Loa', 'Escape')
  expect(await loa.ended).toBe(1)
})
