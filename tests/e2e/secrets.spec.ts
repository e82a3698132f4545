import { expect, type Page } from '@playwright/test'
import { rm, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import '../support/app/sample'
import { type Loa, quitLoa } from '../support/app/launch-loa'
import { test as base } from '../support/app/loa-test'
import { Keyring } from '../support/desktop/keyring'
import { filesWith } from '../support/desktop/traces-of'
import { TestFolder } from '../support/engine/data-folder'
import {
  activeCampaign,
  campaignRecord,
  contactRecord,
  idOf,
  type SettingsRecord,
  settingsFor
} from '../support/engine/records'
import { accept, type GatewayAnswer } from '../support/gateway/gateway-answers'
import type { RecordedRequest } from '../support/gateway/recording-gateway'

const KEY = 'loa-key-9f2c/47+aa"b'
const TENANT = 'tenant-secret-5521'
const NO_BUS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' }

interface Fixtures {
  readonly keyring: Keyring
  readonly folder: TestFolder
  readonly campaign: ReturnType<typeof campaignRecord>
  readonly settings: (changes?: Partial<SettingsRecord>) => Promise<void>
}

const test = base.extend<Fixtures>({
  keyring: async ({ browserName: _browserName }, use) => {
    const keyring = await Keyring.start()
    await use(keyring)
    await keyring.stop()
  },
  folder: async ({ dataDir }, use) => use(new TestFolder(dataDir)),
  campaign: async ({ folder }, use) => {
    const campaign = campaignRecord(1, { contacts: [idOf(1)], flow: ['whatsapp'] })
    await folder.writeContacts([contactRecord(1)])
    await folder.writeCampaigns([campaign])
    await use(campaign)
  },
  settings: async ({ folder, gateway }, use) =>
    use((changes = {}) => folder.writeSettings(settingsFor(gateway, changes)))
})

/** An answer that fails and says everything that it was asked with, in several ways. */
const echo = ({ headers }: RecordedRequest): GatewayAnswer => ({
  give: (response: ServerResponse) => {
    const body = JSON.stringify({
      error: 'not allowed',
      headers,
      query: `?key=${encodeURIComponent(KEY)}`,
      text: String(headers.authorization)
    })
    response.writeHead(401, { 'content-type': 'application/json' }).end(body)
  }
})

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
}

async function typeKey(page: Page, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Set API key' }).click()
  await page.getByRole('dialog').getByLabel('Key', { exact: true }).fill(value)
}

const saveKey = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()

async function runNow(page: Page, campaignId: string): Promise<string> {
  return page.evaluate(async (id) => {
    const plan = await window.loa.prepareManualRun(id)
    if (!plan.ok) throw new Error(plan.error.code)
    const run = await window.loa.runNow(id, plan.value.run_id)
    if (!run.ok) throw new Error(run.error.code)
    return run.value.id
  }, campaignId)
}

const statusOf = (page: Page, runId: string) =>
  page.evaluate(async (id) => {
    const runs = await window.loa.listRuns()
    return runs.ok ? runs.value.find((run) => run.id === id)?.status : undefined
  }, runId)

const authorizations = (requests: readonly RecordedRequest[]) =>
  requests.map(({ headers }) => headers.authorization)

test('a key from the keychain goes along with every request, and stays in no file, line or report', async ({
  campaign,
  dataDir,
  folder,
  gateway,
  keyring,
  settings,
  start
}) => {
  await settings()
  const first = await start({ env: keyring.env })
  const said: string[] = []
  const listen = (loa: Loa) => {
    loa.process.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    loa.process.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  }
  listen(first)
  const { page } = first
  await openSettings(page)
  await typeKey(page, KEY)
  await saveKey(page)
  await expect(page.getByText(/••••, set on/)).toBeVisible()
  await page.getByRole('button', { name: 'Add header' }).click()
  await page.getByRole('dialog').getByLabel('Header name').fill('X-Tenant')
  await page.getByRole('dialog').getByLabel('Value').fill(TENANT)
  await saveKey(page)
  await expect(page.getByText('in the keychain')).toHaveCount(2)

  await page.getByRole('button', { name: 'Test WhatsApp' }).click()
  await expect(page.getByText('Connected.')).toBeVisible()
  expect(gateway.requests.at(-1)?.headers).toMatchObject({
    authorization: `Bearer ${KEY}`,
    'x-tenant': TENANT
  })

  gateway.answer = echo
  const runId = await runNow(page, campaign._id)
  await expect.poll(() => statusOf(page, runId)).toBe('finished')
  await quitLoa(first)

  // Another start reads it from the keychain again.
  const second = await start({ env: keyring.env })
  listen(second)
  const again = await runNow(second.page, campaign._id)
  await expect.poll(() => statusOf(second.page, again)).toBe('finished')
  expect(authorizations(gateway.messages)).toEqual([`Bearer ${KEY}`, `Bearer ${KEY}`])

  const answers = await second.page.evaluate(async (id) => {
    const { loa } = window
    const reports = [await loa.exportRun(id, 'csv'), await loa.exportRun(id, 'json')]
    const delivery = await loa.findDeliveries(id, {}, 0, 10)
    const log = await loa.getLog(0)
    return JSON.stringify([
      reports,
      delivery,
      await loa.getSecrets(),
      await loa.getSettings(),
      log.ok && (JSON.parse(log.value.lines) as unknown),
      await loa.getState()
    ])
  }, again)
  await quitLoa(second)
  const paths = [...answers.matchAll(/"path":"([^"]+)"/g)].map(([, path = '']) => path)
  const reports = await Promise.all(paths.map((path) => new TestFolder('/').text(path)))

  expect(reports).toHaveLength(2)
  await Promise.all(paths.map((path) => rm(path)))

  for (const secret of [KEY, TENANT]) {
    expect(await filesWith(dataDir, secret)).toEqual([])
    for (const text of [answers, said.join(''), ...reports]) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(JSON.stringify(secret).slice(1, -1))
      expect(text).not.toContain(encodeURIComponent(secret))
    }
  }
  expect(await folder.text('logs/scheduler.log')).toContain('••••')
  expect((await stat(folder.file('secrets.json'))).mode & 0o777).toBe(0o600)
})

test('while the keychain is locked other gateways go out on time; what needs the key waits and goes on by itself', async ({
  campaign,
  folder,
  gateway,
  keyring,
  settings,
  start
}) => {
  await settings()
  const first = await start({ env: keyring.env })
  await openSettings(first.page)
  await typeKey(first.page, KEY)
  await saveKey(first.page)
  await expect(first.page.getByText(/••••, set on/)).toBeVisible()
  await quitLoa(first)
  await keyring.lock()

  // The other live gateway needs no key: its campaign is due while the window asks how the locked keychain stands.
  await settings({ gateway: 'reference', gateways: { reference: { base_url: gateway.url } } })
  const start_time = new Date(Date.now() + 9_000).toISOString().slice(0, 19)
  const due = activeCampaign(2, {
    contacts: [idOf(1)],
    flow: ['whatsapp'],
    schedule_settings: { frequency: 'once', start_time, timezone: 'UTC' }
  })
  await folder.writeCampaigns([campaign, due])
  const other = await start({ env: keyring.env })
  const wait = await other.page.evaluate(async () => {
    const secrets = await window.loa.getSecrets()
    return secrets.ok ? [secrets.value.keychain, secrets.value.gateways.custom.wait] : null
  })
  expect(wait).toEqual(['locked', 'keychain_locked'])
  await gateway.until(() => gateway.messages.length === 1, 'the campaign went out')
  const lateMs = Date.now() - Date.parse(`${start_time}Z`)
  expect(lateMs).toBeLessThan(2_000)
  await quitLoa(other)

  await settings()
  const { page } = await start({ env: keyring.env })
  const runId = await runNow(page, campaign._id)
  await page.getByRole('navigation').getByRole('button', { name: 'To decide' }).click()
  const card = page.getByText(/WhatsApp waits: the keychain/)
  await expect(card).toBeVisible()
  await expect(page.getByRole('button', { name: 'Unlock keychain' })).toBeVisible()
  // The practice gateway waits for nobody's key.
  const practice = await page.evaluate(async (id) => {
    const modes = { whatsapp: 'accept', telegram: 'accept', ai_call: 'accept' } as const
    const run = await window.loa.rehearseForReal(id, `${id}_manual_${'a'.repeat(24)}`, modes)
    return run.ok ? run.value.id : run.error.code
  }, campaign._id)
  await expect.poll(() => statusOf(page, practice)).toBe('finished')
  expect(await statusOf(page, runId)).toBe('running')
  expect(gateway.messages).toHaveLength(1)

  gateway.answer = () => accept
  keyring.unlock()
  await expect.poll(() => statusOf(page, runId)).toBe('finished')
  await expect(card).toBeHidden()
  expect(authorizations(gateway.messages)).toEqual([undefined, `Bearer ${KEY}`])
})

test('without a keychain nothing is stored before something weaker is chosen', async ({
  campaign,
  folder,
  gateway,
  settings,
  start
}) => {
  await settings()
  const first = await start({ env: NO_BUS })
  await openSettings(first.page)
  await typeKey(first.page, KEY)
  const dialog = first.page.getByRole('dialog')
  await expect(dialog.getByText('No keychain', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('radio', { name: 'Do not store it' })).toBeChecked()
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  expect(await filesWith(folder.path, KEY)).toEqual([])

  await dialog.getByRole('radio', { name: 'Keep it until Loa is closed' }).check()
  await saveKey(first.page)
  await expect(first.page.getByText('until Loa is closed')).toBeVisible()
  expect(await filesWith(folder.path, KEY)).toEqual([])
  await quitLoa(first)

  const second = await start({ env: NO_BUS })
  await openSettings(second.page)
  await expect(second.page.getByText(/A key has to be entered again/)).toBeVisible()
  await second.page.getByRole('button', { name: 'Replace API key' }).click()
  await second.page.getByRole('dialog').getByLabel('Key', { exact: true }).fill('plain-key-1')
  await second.page.getByRole('radio', { name: 'Store it in a readable file' }).check()
  await saveKey(second.page)
  await expect(second.page.getByText('in a readable file')).toBeVisible()
  expect((await stat(folder.file('secrets.json'))).mode & 0o777).toBe(0o600)
  await quitLoa(second)

  const { page } = await start({ env: NO_BUS })
  const runId = await runNow(page, campaign._id)
  await expect.poll(() => statusOf(page, runId)).toBe('finished')
  expect(authorizations(gateway.messages)).toEqual(['Bearer plain-key-1'])
  await openSettings(page)
  await page.getByRole('button', { name: 'Remove API key' }).click()
  await expect(page.getByText('Not set')).toBeVisible()
  expect(await filesWith(folder.path, 'plain-key-1')).toEqual([])
})
