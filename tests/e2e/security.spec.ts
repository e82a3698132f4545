import { expect, type Page } from '@playwright/test'
import { join } from 'node:path'
import { CONTENT_POLICY } from '../../src/main/window/content-policy'
import { test } from '../support/app/loa-test'
import '../support/app/sample'
import { TestFolder } from '../support/engine/data-folder'
import { calls, events } from '../../src/shared/ipc/contract'

const FUNCTIONS = [
  // Where a chosen or dropped file lies: the one thing that only the preload can say.
  'pathOf',
  ...Object.keys(calls),
  ...Object.keys(events).map((name) => `on${name.charAt(0).toUpperCase()}${name.slice(1)}`)
].sort()

test('the page has the named functions of the contract, and nothing of Node or Electron', async ({
  start
}) => {
  const { page } = await start()
  expect(await page.evaluate(() => Object.keys(window.loa).sort())).toEqual(FUNCTIONS)
  const reachable = ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer', 'global']
  expect(await page.evaluate((names) => names.filter((name) => name in window), reachable)).toEqual([])
})

test('the content policy refuses inline scripts, eval and every other host', async ({ start, gateway }) => {
  const { page } = await start()
  const refused = await page.evaluate(async (url) => {
    const found: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => found.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    const image = new Image()
    image.src = `${url}/picture.png`
    await fetch(`${url}/fetched`).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, 50))
    // Header and page hold the same policy, and each of the two refuses.
    return { found: [...new Set(found)].sort(), injected: 'injected' in window }
  }, gateway.url)
  expect(refused).toEqual({ found: ['connect-src', 'img-src', 'script-src-elem'], injected: false })
  // Playwright's own evaluate is not bound by the policy; code that the page runs is.
  expect(await evalIn(page)).toBe('EvalError')
  expect(gateway.requests).toEqual([])
})

const evalIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => {
          try {
            const run = eval
            run('1')
            resolve('ran')
          } catch (error) {
            resolve(error instanceof Error ? error.name : 'other')
          }
        })
      })
  )

test('nothing leads out of the window', async ({ start, gateway }) => {
  const { app, page } = await start()
  const before = page.url()
  await page.evaluate((url) => {
    window.open(url)
    window.location.href = url
  }, gateway.url)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(gateway.requests).toEqual([])
})

test('files beside the window are not served', async ({ start }) => {
  const { page } = await start()
  const statuses = await page.evaluate(() =>
    Promise.all(
      ['/index.html', '/%2e%2e/main/index.cjs', '/..%2f..%2fpackage.json', '/nothing.js'].map(
        async (path) => {
          const response = await fetch(path)
          return response.status
        }
      )
    )
  )
  expect(statuses).toEqual([200, 404, 404, 404])
})

test('a call with wrong arguments comes back as a value that names the field', async ({ start }) => {
  const { page } = await start()
  const answers = await page.evaluate(async () => {
    const loa = window.loa as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
    return Promise.all([
      loa['saveContact']?.({ email: 'nonsense' }),
      loa['saveCampaign']?.(JSON.parse('{"name":"x","call_script":"y","__proto__":{"a":1}}')),
      loa['deleteContacts']?.(['../../etc']),
      loa['getRunOverview']?.('../../settings'),
      loa['setPausedAll']?.('yes'),
      loa['getState']?.('unasked')
    ])
  })
  expect(answers).toMatchObject([
    { ok: false, error: { issues: [{ path: ['email'], code: 'email_invalid' }] } },
    { ok: false, error: { code: 'invalid_value' } },
    { ok: false, error: { issues: [{ code: 'id_invalid' }] } },
    { ok: false, error: { issues: [{ code: 'id_invalid' }] } },
    { ok: false, error: { code: 'invalid_value' } },
    { ok: false, error: { code: 'invalid_value' } }
  ])
})

test('every file comes with the content policy', async ({ start }) => {
  const { page } = await start()
  const headers = await page.evaluate(async () => {
    const script = document.querySelector('script')?.src ?? ''
    const answers = await Promise.all(['/index.html', script].map((path) => fetch(path)))
    return answers.map((answer) => ({
      policy: answer.headers.get('content-security-policy'),
      sniffing: answer.headers.get('x-content-type-options')
    }))
  })
  const policy = `${CONTENT_POLICY}; frame-ancestors 'none'`
  expect(headers).toEqual([
    { policy, sniffing: 'nosniff' },
    { policy, sniffing: 'nosniff' }
  ])
})

test('another window with the same page may ask nothing', async ({ start, dataDir }) => {
  const { app, page } = await start()
  const answer = await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const own = BrowserWindow.getAllWindows()[0]
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await other.loadURL(own?.webContents.getURL() ?? '')
      const found = (await other.webContents.executeJavaScript('window.loa.getSettings()')) as unknown
      other.destroy()
      return found
    },
    join(process.cwd(), 'out', 'preload', 'index.cjs')
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  await expect
    .poll(() => new TestFolder(dataDir).text('logs/scheduler.log'))
    .toContain('Call getSettings from an untrusted frame')
  expect(await page.evaluate(async () => (await window.loa.getSettings()).ok)).toBe(true)
})

test('a frame within the page has no calls, and shows no other page', async ({ start, gateway }) => {
  const { page } = await start()
  const found = await page.evaluate(async (url) => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
    const frameOf = (prepare: (frame: HTMLIFrameElement) => void) => {
      const frame = document.createElement('iframe')
      prepare(frame)
      document.body.append(frame)
      return frame
    }
    frameOf((frame) => (frame.src = url))
    const own = frameOf((frame) => (frame.srcdoc = '<p>within</p>'))
    await new Promise((resolve) => own.addEventListener('load', resolve, { once: true }))
    return {
      refused: [...new Set(refused)],
      hasCalls: own.contentWindow !== null && 'loa' in own.contentWindow
    }
  }, gateway.url)
  expect(found).toEqual({ refused: ['frame-src'], hasCalls: false })
  expect(gateway.requests).toEqual([])
})

test('the page gets no permission, whatever it asks for', async ({ start }) => {
  const { app, page } = await start()
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi']
    const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }))
    return [...new Set((await Promise.all(asked)).map(({ state }) => state))]
  })
  expect(states).toEqual(['denied'])
  const camera = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      (error: unknown) => (error instanceof DOMException ? error.name : 'other')
    )
  )
  expect(camera).toMatch(/NotAllowedError|NotFoundError/)
  // A session that is made later is as closed.
  const later = await app.evaluate(async ({ BrowserWindow, session }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: session.fromPartition('later') }
    })
    await window.loadURL('data:text/html,later')
    const state = (await window.webContents.executeJavaScript(
      "navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)"
    )) as string
    window.destroy()
    return state
  })
  expect(later).toBe('denied')
})

test('a page that answers with a redirect is not followed out of the window', async ({ start, gateway }) => {
  const { app, page } = await start()
  const before = page.url()
  // What a page cannot begin itself: the main process is asked to show a page of our own that leads elsewhere.
  const shown = await app.evaluate(async ({ BrowserWindow, session, protocol: _protocol }, url) => {
    const own = session.fromPartition('redirecting')
    own.protocol.handle('loa', () => Response.redirect(url, 302))
    const window = new BrowserWindow({ show: false, webPreferences: { session: own } })
    await window.loadURL('loa://app/').catch(() => undefined)
    const there = window.webContents.getURL()
    window.destroy()
    return there
  }, `${gateway.url}/`)
  expect(shown).not.toContain(gateway.url)
  expect(page.url()).toBe(before)
  expect(gateway.requests).toEqual([])
})
