import { expect, type Page } from '@playwright/test'
import { test } from '../support/app/loa-test'
import '../support/app/sample'
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
    return { found: found.sort(), injected: 'injected' in window }
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
