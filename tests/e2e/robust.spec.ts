import { expect } from '@playwright/test'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from '../support/app/loa-test'
import { openPage } from '../support/app/pages'
import { HeadlessLoa } from '../support/desktop/headless-loa'
import { TestFolder } from '../support/engine/data-folder'
import { activeCampaign, contactRecords, scheduleFromNow, settingsFor } from '../support/engine/records'
import type { RecordingGateway } from '../support/gateway/recording-gateway'
import { ProbedApp } from '../support/soak/probed-app'
import { processTree } from '../support/soak/process-tree'
import { startXDesktop, type XDesktop } from '../support/tray/x-desktop'

interface Fixtures {
  /** A screen of its own: no page is called hung while another test's window has the focus. */
  readonly desktop: XDesktop
  readonly probed: (stdio?: 'ignore' | 'pipe') => Promise<ProbedApp>
}

/** Playwright gives up a page that crashed, and no page is called hung while a debugger holds it. */
const withProbe = test.extend<Fixtures>({
  desktop: async ({ browserName: _browserName }, use) => {
    const desktop = await startXDesktop()
    await use(desktop)
    await desktop.stop()
  },
  probed: async ({ dataDir, desktop }, use) => {
    const started: ProbedApp[] = []
    await use(async (stdio = 'ignore') => {
      const app = new ProbedApp(dataDir, { stdio, env: desktop.env })
      started.push(app)
      await app.opened()
      return app
    })
    for (const app of started) await app.quit()
  }
})

const LIMIT_MS = 60_000
const run = promisify(execFile)

/** A campaign of two people that is due in a moment. */
async function writeDueCampaign(dataDir: string, gateway: RecordingGateway, inMs: number): Promise<void> {
  const folder = new TestFolder(dataDir)
  const contacts = contactRecords(2)
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    activeCampaign(1, {
      name: 'Morning greeting',
      contacts: contacts.map(({ _id }) => _id),
      schedule_settings: scheduleFromNow(inMs)
    })
  ])
  await folder.writeSettings(settingsFor(gateway))
}

const allSent = (gateway: RecordingGateway) =>
  gateway.until(() => gateway.messages.length === 6, 'the campaign is sent', LIMIT_MS)

/** Ends the process of the window, as the system does when memory is short; gives its id. */
const killWindow = (app: ProbedApp) =>
  app.evaluate(({ BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0
    process.kill(pid, 'SIGKILL')
    return pid
  })

/** Zero while there is none; each process of the window has another id. */
const windowProcess = (app: ProbedApp) =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return contents === undefined || contents.isCrashed() ? 0 : contents.getOSProcessId()
  })

/** The windows of the app on the screen, its questions among them. */
const windowsOn = ({ env }: XDesktop): Promise<string[]> =>
  run('xdotool', ['search', '--onlyvisible', '--name', '^Loa$'], { env: { ...process.env, ...env } }).then(
    ({ stdout }) => stdout.trim().split('\n'),
    () => []
  )

const textIn = (app: ProbedApp) =>
  app.inPage('document.body.innerText').then(
    (text) => String(text),
    () => ''
  )

const click = (app: ProbedApp, name: string) =>
  app.inPage(
    `[...document.querySelectorAll('nav button')].find((each) => each.innerText.startsWith('${name}')).click()`
  )

/** Lets the page hang, for so long if not for ever, and clicks on it: only then Chromium notices. */
async function hang(app: ProbedApp, forMs = Infinity): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]
    window?.focus()
    const told = { times: 0 }
    window?.on('unresponsive', () => (told.times += 1))
    Object.assign(globalThis, { told })
  })
  await app.inPage(
    `void setTimeout(() => { document.title = 'Hung'; for (const end = Date.now() + ${forMs}; Date.now() < end;); })`
  )
  // A click that comes before it hangs would be answered.
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getTitle()))
    .toBe('Hung')
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    for (const type of ['mouseDown', 'mouseUp'] as const)
      contents?.sendInputEvent({ type, x: 300, y: 300, button: 'left', clickCount: 1 })
  })
}

/** How often Chromium has called the page hung. */
const timesHung = (app: ProbedApp) =>
  app.evaluate(() => (globalThis as unknown as { told: { times: number } }).told.times)

const isBack = (app: ProbedApp) => expect.poll(() => textIn(app), { timeout: 30_000 }).toContain('Campaigns')

test.describe('the window comes back', { tag: '@waits' }, () => {
  const test = withProbe

  test('when it is killed, and shows what it missed', async ({ probed, dataDir, gateway }) => {
    await writeDueCampaign(dataDir, gateway, 10_000)
    const app = await probed()
    const killed = await killWindow(app)
    await expect.poll(() => windowProcess(app)).not.toBe(killed)
    await allSent(gateway)
    await isBack(app)
    await click(app, 'Runs')
    await expect.poll(() => textIn(app)).toContain('Morning greeting')
    await click(app, 'Console')
    await expect.poll(() => textIn(app)).toContain('process is gone (killed')
  })

  test('but is left alone when it dies again and again, until the operator asks', async ({
    probed,
    desktop,
    dataDir,
    gateway
  }) => {
    await writeDueCampaign(dataDir, gateway, 25_000)
    const app = await probed()
    const [window = ''] = await windowsOn(desktop)
    for (let crash = 1; crash <= 4; crash++) {
      await expect.poll(() => windowProcess(app)).toBeGreaterThan(0)
      const killed = await killWindow(app)
      await expect.poll(() => windowProcess(app), { timeout: 30_000 }).not.toBe(killed)
    }
    // The question stands on the screen, and sending goes on behind it.
    await expect.poll(() => windowsOn(desktop)).toHaveLength(2)
    expect(await windowProcess(app)).toBe(0)
    await allSent(gateway)
    const question = (await windowsOn(desktop)).find((id) => id !== window) ?? ''
    await run('xdotool', ['windowactivate', '--sync', question, 'key', 'Return'], {
      env: { ...process.env, ...desktop.env }
    })
    await isBack(app)
    await expect.poll(() => windowsOn(desktop)).toEqual([window])
  })

  test('when it hangs, with what was being typed', async ({ probed, dataDir }) => {
    test.setTimeout(180_000)
    const app = await probed()
    await isBack(app)
    await click(app, 'Campaigns')
    await expect
      .poll(() =>
        app
          .inPage(
            "[...document.querySelectorAll('main button')].find((each) => each.innerText === 'New campaign').click()"
          )
          .then(
            () => true,
            () => false
          )
      )
      .toBe(true)
    await expect.poll(() => textIn(app)).toContain('Name')
    await app.inPage("document.querySelector('main input[type=text], main input:not([type])').focus()")
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.insertText('Tea at four')
    )
    const folder = new TestFolder(dataDir)
    await expect.poll(() => folder.text('drafts.json').catch(() => '')).toContain('Tea at four')
    const hung = await windowProcess(app)
    await hang(app)
    await expect.poll(() => timesHung(app), { timeout: 30_000 }).toBe(1)
    await expect.poll(() => windowProcess(app), { timeout: 90_000 }).not.toBe(hung)
    await isBack(app)
    expect(await folder.text('logs/scheduler.log')).toContain('The window does not answer')
    await click(app, 'Campaigns')
    await expect.poll(() => textIn(app)).toContain('Tea at four')
  })

  test('not when it answers again in time: it is the same then', async ({ probed, dataDir }) => {
    const app = await probed()
    await isBack(app)
    const pid = await windowProcess(app)
    await hang(app, 18_000)
    await expect.poll(() => timesHung(app), { timeout: 30_000 }).toBe(1)
    await isBack(app)
    // Longer than a page that hangs is given after it was noticed.
    await new Promise((resolve) => setTimeout(resolve, 16_000))
    expect(await windowProcess(app)).toBe(pid)
    expect(await new TestFolder(dataDir).text('logs/scheduler.log')).not.toContain('does not answer')
  })
})

withProbe(
  'nothing that goes wrong in the main process stops a campaign',
  async ({ probed, dataDir, gateway }) => {
    await writeDueCampaign(dataDir, gateway, 12_000)
    const app = await probed('pipe')
    // The terminal that Loa was started from is gone.
    app.process.stdout?.destroy()
    app.process.stderr?.destroy()
    await app.evaluate(() => {
      process.stdout.write('x'.repeat(200_000))
      process.stderr.write('x'.repeat(200_000))
      setTimeout(() => {
        throw new Error('thrown where nobody catches')
      })
      setTimeout(() => {
        throw Object.create(null)
      })
      void Promise.reject(new Error('rejected where nobody catches'))
      console.log('to nobody')
    })
    await allSent(gateway)
    expect(app.process.exitCode).toBe(null)
    const log = await new TestFolder(dataDir).text('logs/scheduler.log')
    for (const text of ['thrown where', 'rejected where', 'without a text']) expect(log).toContain(text)
  }
)

test('without a window, a closed terminal stops no campaign', async ({ dataDir, gateway }) => {
  await writeDueCampaign(dataDir, gateway, 8_000)
  const loa = new HeadlessLoa(dataDir)
  await loa.started()
  loa.process.stdout?.destroy()
  loa.process.stderr?.destroy()
  await allSent(gateway)
  loa.process.kill('SIGTERM')
  expect(await loa.ended()).toBe(0)
})

test(
  'the helpers of Chromium may die, again and again',
  { tag: '@waits' },
  async ({ start, dataDir, gateway }) => {
    await writeDueCampaign(dataDir, gateway, 25_000)
    const { page, process: main } = await start()
    const helpers = async () =>
      (await processTree(main.pid ?? 0)).filter(({ type }) => type === 'gpu-process' || type === 'utility')
    for (let round = 1; round <= 8; round++) {
      await expect.poll(async () => (await helpers()).some(({ type }) => type === 'gpu-process')).toBe(true)
      for (const { pid } of await helpers()) process.kill(pid, 'SIGKILL')
      await expect(page.getByRole('navigation')).toBeVisible()
    }
    await allSent(gateway)
    expect(main.exitCode).toBe(null)
    await openPage(page, 'Console')
    await expect(page.getByText(/helper process is gone/i).first()).toBeVisible()
  }
)
