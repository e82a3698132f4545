import { expect, test as base } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packDeb } from '../../scripts/packaging/debian-package.mjs'
import { projectVersion } from '../../scripts/packaging/app-folder.mjs'
import { withFolderLock } from '../../scripts/set-up/folder-lock.mjs'
import { withTemporaryFolder } from '../../scripts/set-up/temporary-folder.mjs'
import { activeCampaign } from '../support/app/sample'
import { type Bus, startBus } from '../support/desktop/bus'
import { wallTime } from '../support/engine/records'
import { openRecordingGateway, type RecordingGateway } from '../support/gateway/recording-gateway'
import { dpkg, whyNotInstalled } from '../support/packages/dpkg'
import {
  commandOfMenuEntry,
  type InstalledLoa,
  MENU_ENTRY,
  startInstalled
} from '../support/packages/installed-loa'
import { makeOrdinaryUser, NOBODY, type OrdinaryUser } from '../support/packages/ordinary-user'
import { makeTestFolderOfApp } from '../support/packages/test-folder-of-app'
import { startTrayHost, type TrayHost } from '../support/tray/tray-host'
import { startXDesktop, type XDesktop } from '../support/tray/x-desktop'

const OLDER = '0.0.9'

interface Desktop {
  readonly user: OrdinaryUser
  readonly tray: TrayHost
  readonly screen: XDesktop
}

interface Fixtures {
  readonly gateway: RecordingGateway
  readonly bus: Bus
  readonly desktop: Desktop
  /** Starts what the entry in the menu starts; it is ended with the test, if not before. */
  readonly start: () => Promise<InstalledLoa>
}

const test = base.extend<Fixtures>({
  gateway: async ({ browserName: _browserName }, use) => {
    const gateway = await openRecordingGateway()
    await use(gateway)
    await gateway.close()
  },
  bus: async ({ browserName: _browserName }, use) => {
    const bus = await startBus(NOBODY)
    await use(bus)
    await bus.stop()
  },
  desktop: async ({ bus }, use) => {
    const screen = await startXDesktop()
    const user = await makeOrdinaryUser({ ...screen.env, DBUS_SESSION_BUS_ADDRESS: bus.address })
    const tray = await startTrayHost(bus, { owner: NOBODY })
    await use({ user, tray, screen })
    await tray.stop()
    await screen.stop()
    await rm(user.home, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ desktop }, use) => {
    const started: InstalledLoa[] = []
    await use(async () => {
      const loa = await startInstalled(await commandOfMenuEntry(), desktop.user)
      started.push(loa)
      return loa
    })
    for (const loa of started) await loa.kill()
  }
})

/** The files and links that the installed package brought; folders are shared with others. */
const installedFiles = (): string[] =>
  dpkg('-L', 'loa')
    .split('\n')
    .filter((path) => path !== '' && !lstatSync(path).isDirectory())

const quit = async ({ ended }: InstalledLoa, { tray }: Desktop): Promise<void> => {
  await tray.click('Quit Loa')
  await ended
}

const infoOf = async ({ page }: InstalledLoa) => {
  const info = await page.evaluate(() => window.loa.getAppInfo())
  if (!info.ok) throw new Error(info.error.code)
  return info.value
}

/** The sandbox of each renderer, as the kernel sees it: filtered system calls, and no way to more rights. */
async function renderersOf(user: OrdinaryUser): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir('/proc')) {
    const command = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '')
    if (!command.startsWith('/usr/lib/loa/loa') || !command.includes('--type=renderer')) continue
    const status = await readFile(`/proc/${entry}/status`, 'utf8')
    const value = (name: string) => new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? ''
    const owner = Number(value('Uid')) === user.uid
    found.push(`own ${String(owner)}, seccomp ${value('Seccomp')}, no new rights ${value('NoNewPrivs')}`)
  }
  return found
}

const reason = whyNotInstalled()

test.describe(reason === null ? 'the .deb' : `the .deb (not tested here: ${reason})`, () => {
  test.skip(reason !== null)

  test('is installed, started from the menu by an ordinary user, sends from the tray, is upgraded with its data, and is removed clean', async ({
    desktop,
    start,
    gateway
  }) => {
    test.setTimeout(300_000)
    await withFolderLock(join(tmpdir(), 'loa-installer-test.lock'), () =>
      withTemporaryFolder(tmpdir(), 'loa-installer-', async (output) => {
        const { user, tray, screen } = desktop
        const newer = await packDeb({ folder: await makeTestFolderOfApp({ output }), output })
        const older = await packDeb({
          folder: await makeTestFolderOfApp({ output, version: OLDER }),
          output
        })
        try {
          dpkg('-i', older)
          const validation = spawnSync('desktop-file-validate', [MENU_ENTRY], { encoding: 'utf8' })
          expect(validation.stdout + validation.stderr).toBe('')

          const first = await start()
          expect(await infoOf(first)).toMatchObject({
            version: OLDER,
            data_dir: join(user.home, '.config', 'Loa'),
            build: { kind: 'test' },
            updates: 'package_manager'
          })
          expect(new Set(await renderersOf(user))).toEqual(new Set(['own true, seccomp 2, no new rights 1']))
          await tray.icon()

          // The thread that reads files is in the archive as well.
          const people = join(user.home, 'people.csv')
          await writeFile(people, 'Name,Phone\nAn Nguyen,+84901000099\n')
          const done = await first.page.evaluate(async (path) => {
            const opened = await window.loa.openImport(path, null)
            if (!opened.ok) throw new Error(opened.error.code)
            const checked = await window.loa.checkImport(opened.value.options)
            if (!checked.ok) throw new Error(checked.error.code)
            return window.loa.commitImport()
          }, people)
          expect(done.ok).toBe(true)

          await expect.poll(() => screen.visible('Loa')).toBe(1)
          // Closed as by the person; from now on there is only the tray.
          await screen.closeBy('Loa', 'alt+F4')
          await expect.poll(() => screen.visible('Loa')).toBe(0)
          await activeCampaign(first.page, {
            gatewayUrl: gateway.url,
            startTime: wallTime(Date.now() + 4_000)
          })
          await gateway.until(() => gateway.messages.length === 3, 'the messages', 60_000)
          expect(gateway.messages.map(({ path }) => path)).toEqual([
            '/whatsapp/send',
            '/telegram/send',
            '/call'
          ])
          expect(await screen.visible('Loa')).toBe(0)
          await quit(first, desktop)

          dpkg('-i', newer)
          const second = await start()
          expect(await infoOf(second)).toMatchObject({ version: projectVersion(), build: { kind: 'test' } })
          const kept = await second.page.evaluate(async () => ({
            people: await window.loa.contactOverview(),
            runs: await window.loa.listRuns()
          }))
          expect(kept.people).toMatchObject({ ok: true, value: { all: 2 } })
          expect(kept.runs).toMatchObject({ value: [{ status: 'finished' }] })
          await quit(second, desktop)

          const files = installedFiles()
          expect(files).toContain('/usr/lib/loa/loa')
          const menuIcons = files.filter((file) => file.startsWith('/usr/share/icons/'))
          expect(menuIcons).toHaveLength(9)
          dpkg('--purge', 'loa')
          expect(files.filter((file) => existsSync(file))).toEqual([])
          expect(existsSync('/usr/lib/loa')).toBe(false)
          // The data is the person's, not the package's.
          expect((await stat(join(user.home, '.config', 'Loa', 'contacts.json'))).isFile()).toBe(true)
        } finally {
          spawnSync('dpkg', ['--purge', 'loa'])
        }
      })
    )
  })
})
