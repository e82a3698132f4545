import { expect } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sandboxFlags } from '../../scripts/launch/sandbox.mjs'
import { electronPath, newDataDir, removeDataDir } from '../support/app/launch-loa'
import { test } from '../support/tray/tray-test'
import { processesWith } from '../support/app/processes'

/** Starts the app as a shell would and waits for its end. */
async function startAndWait(dataDir: string): Promise<number | null> {
  const args = [...sandboxFlags(), process.cwd(), `--data-dir=${dataDir}`]
  const [status] = (await once(spawn(electronPath(), args, { stdio: 'ignore' }), 'close')) as [number | null]
  return status
}

test('a second start on the same data folder ends and brings the first window back', async ({
  start,
  dataDir,
  busEnv,
  tray: _tray
}) => {
  const { app } = await start({ env: busEnv })
  const isVisible = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close()))
  await expect.poll(isVisible).toEqual([false])
  expect(await startAndWait(dataDir)).toBe(0)
  await expect.poll(isVisible).toEqual([true])
})

test('two data folders are two apps, side by side', async ({ start }) => {
  const other = await newDataDir()
  const first = await start()
  const second = await start({ dataDir: other })
  for (const { page } of [first, second]) {
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  }
  second.process.kill('SIGTERM')
  await once(second.process, 'exit')
  await removeDataDir(other)
})

test('SIGTERM ends the app in order, with nothing left', async ({ start, dataDir }) => {
  const loa = await start()
  loa.process.kill('SIGTERM')
  const [status] = (await once(loa.process, 'exit')) as [number | null]
  expect(status).toBe(0)
  await expect.poll(() => processesWith(dataDir)).toEqual([])
})

test('after kill -9 the app starts again on the same folder', async ({ start }) => {
  const first = await start()
  first.process.kill('SIGKILL')
  await once(first.process, 'exit')
  const second = await start()
  await expect(second.page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
})
