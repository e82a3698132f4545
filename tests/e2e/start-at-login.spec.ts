import { expect } from '@playwright/test'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { configHome } from '../support/app/config-home'
import { openPage } from '../support/app/pages'
import { processesWith } from '../support/app/processes'
import { quitLoa } from '../support/app/launch-loa'
import { test } from '../support/tray/tray-test'
import { startXDesktop } from '../support/tray/x-desktop'

const run = promisify(execFile)

test('start at log-in is a file that the desktop starts: in the tray, hidden, on the same folder', async ({
  start,
  dataDir,
  busEnv,
  tray
}) => {
  const odd = join(dataDir, 'Dữ liệu của "tôi" $HOME 100% `x`')
  await mkdir(odd)
  const autostart = join(configHome(odd), 'autostart')
  const file = join(autostart, 'loa.desktop')
  const loa = await start({ dataDir: odd, env: busEnv })
  await openPage(loa.page, 'Settings')
  const toggle = loa.page.getByRole('switch', { name: 'Start Loa when I log in' })
  await expect(toggle).not.toBeChecked()
  await toggle.click()
  await expect(toggle).toBeChecked()
  await run('desktop-file-validate', [file])

  // Somebody deletes the file by hand: the switch shows what is so.
  const content = await readFile(file, 'utf8')
  await rm(file)
  await loa.page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(toggle).not.toBeChecked()
  await toggle.click()
  await expect(toggle).toBeChecked()
  expect(await readFile(file, 'utf8')).toBe(content)
  await quitLoa(loa)
  await expect.poll(() => tray.icons()).toBe(0)

  const desktop = await startXDesktop()
  // What is started there keeps the script's output open, so nobody may wait for its end.
  const login = spawn(
    '/usr/bin/python3',
    [join(process.cwd(), 'tests/support/desktop/log_in.py'), autostart],
    {
      env: { ...process.env, ...busEnv, ...desktop.env, XDG_CONFIG_HOME: configHome(odd) },
      stdio: 'ignore'
    }
  )
  expect(await once(login, 'exit')).toEqual([0, null])
  await expect.poll(() => tray.icons()).toBe(1)
  await expect.poll(async () => (await tray.menu())[0]?.label).toBe('Open Loa')
  expect(await desktop.visible('Loa')).toBe(0)
  await tray.click('Open Loa')
  await expect.poll(() => desktop.visible('Loa')).toBe(1)
  await tray.click('Quit Loa')
  await expect.poll(() => processesWith(odd)).toEqual([])
  await desktop.stop()

  const again = await start({ dataDir: odd, env: busEnv })
  await openPage(again.page, 'Settings')
  await expect(toggleOf(again)).toBeChecked()
  await toggleOf(again).click()
  await expect(toggleOf(again)).not.toBeChecked()
  await expect(access(file)).rejects.toThrow('ENOENT')
  await quitLoa(again)
  await rm(configHome(odd), { recursive: true })
})

const toggleOf = ({ page }: Parameters<typeof quitLoa>[0]) =>
  page.getByRole('switch', { name: 'Start Loa when I log in' })
