import { expect } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sandboxFlags } from '../../scripts/launch/sandbox.mjs'
import { configHome } from '../support/app/config-home'
import { electronPath } from '../support/app/launch-loa'
import { test as base } from '../support/app/loa-test'
import { processesWith } from '../support/app/processes'
import { HeadlessLoa } from '../support/desktop/headless-loa'
import { TestFolder } from '../support/engine/data-folder'
import {
  activeCampaign,
  contactRecord,
  idOf,
  phoneOf,
  scheduleFromNow,
  settingsFor
} from '../support/engine/records'
import type { RecordingGateway } from '../support/gateway/recording-gateway'
import { accept, ACCEPTED_TEXT, Held } from '../support/gateway/gateway-answers'

interface Fixtures {
  readonly folder: TestFolder
  /** One person and a campaign that is due in three seconds. */
  readonly due: () => Promise<void>
  /** Starts Loa without a display; it is killed with the test, if it has not ended before. */
  readonly startHeadless: (dataDir?: string, env?: Record<string, string>) => HeadlessLoa
}

const test = base.extend<Fixtures>({
  folder: async ({ dataDir }, use) => {
    await use(new TestFolder(dataDir))
  },
  due: async ({ folder, gateway }, use) => {
    await use(async () => {
      const campaign = activeCampaign(1, {
        contacts: [idOf(1)],
        schedule_settings: scheduleFromNow(3_000)
      })
      await folder.writeContacts([contactRecord(1)])
      await folder.writeCampaigns([campaign])
      await folder.writeSettings(settingsFor(gateway))
    })
  },
  startHeadless: async ({ dataDir }, use) => {
    const started: HeadlessLoa[] = []
    await use((folder = dataDir, env = {}) => {
      const loa = new HeadlessLoa(folder, { XDG_CONFIG_HOME: configHome(dataDir), ...env })
      started.push(loa)
      return loa
    })
    for (const loa of started) {
      loa.process.kill('SIGKILL')
      await loa.ended()
    }
  }
})

/** The addresses that messages went to, in their order. */
const sent = ({ messages }: RecordingGateway): string[] => messages.map(({ path }) => path)

const IN_USE = 'Another Loa has this data folder open'

test('without a display a due campaign is sent, and stdout tells it in the words of the seed', async ({
  due,
  startHeadless,
  gateway,
  dataDir
}) => {
  await due()
  const loa = startHeadless()
  await loa.until((lines) => lines.some((line) => line.includes('Summary')), 'the summary')
  expect(sent(gateway)).toEqual(['/whatsapp/send', '/telegram/send', '/call'])
  expect(await processesWith(dataDir)).toContain(loa.process.pid)

  loa.process.kill('SIGTERM')
  expect(await loa.ended()).toBe(0)
  await expect.poll(() => processesWith(dataDir)).toEqual([])
  const phone = phoneOf(1)
  expect(loa.lines.filter((line) => !line.includes('[LOA]') && line !== '')).toEqual([
    `🚀 [CAMPAIGN] Starting Campaign: 'Campaign 1' (ID: ${idOf(0xca_0001)})`,
    '👥 [CAMPAIGN] Total Contacts: 1',
    `📱 [WHATSAPP] Sending WhatsApp message to Contact 1 (${phone})`,
    `✅ [WHATSAPP] WhatsApp message sent to Contact 1: ${ACCEPTED_TEXT}`,
    '📱 [TELEGRAM] Sending Telegram message to Contact 1 (@contact_1)',
    `✅ [TELEGRAM] Telegram message sent to Contact 1: ${ACCEPTED_TEXT}`,
    `🤖 [AI_CALL] Calling AI API for Contact 1 (${phone})`,
    `✅ [AI_CALL] AI call initiated for Contact 1: ${ACCEPTED_TEXT}`,
    '📊 [CAMPAIGN] Summary: 1 calls made, 1 WhatsApp messages sent, 1 Telegram messages sent'
  ])
  expect(loa.stdout).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ℹ️ \[LOA\] Started\n/)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} lets the request in flight end and begins no other`, async ({
    due,
    startHeadless,
    gateway,
    folder
  }) => {
    const held = new Held()
    // The question whether the gateway is there waits for nobody.
    gateway.answer = ({ method }) => (method === 'POST' ? held.answer : accept)
    await due()
    const loa = startHeadless()
    await gateway.until(() => held.count === 1, 'a request in flight', 30_000)
    loa.process.kill(signal)
    // Another one is still refused: the first has not let go of the folder.
    const second = startHeadless()
    expect(await second.ended()).toBe(1)
    expect(loa.process.exitCode).toBe(null)

    held.release()
    expect(await loa.ended()).toBe(0)
    expect(loa.lines).toContain(`✅ [WHATSAPP] WhatsApp message sent to Contact 1: ${ACCEPTED_TEXT}`)
    expect(sent(gateway)).toEqual(['/whatsapp/send'])
    const [runId = ''] = await folder.ledgers()
    const outcomes = (await folder.ledger(runId)).filter((record) => record.type === 'outcome')
    expect(outcomes).toMatchObject([{ channel: 'whatsapp', state: 'sent' }])
  })
}

test('a second one without a window is refused, with or without a window in the first', async ({
  start,
  startHeadless,
  dataDir
}) => {
  const first = startHeadless()
  await first.started()
  const second = startHeadless()
  expect(await second.ended()).toBe(1)
  expect(second.stderr).toContain(`${IN_USE}: ${dataDir}`)
  expect(second.stdout).toBe('')
  first.process.kill('SIGTERM')
  expect(await first.ended()).toBe(0)

  await start()
  const third = startHeadless()
  expect(await third.ended()).toBe(1)
  expect(third.stderr).toContain(`${IN_USE}: ${dataDir}`)
})

test('a window is refused with a dialog while one without a window has the folder, and not later', async ({
  start,
  startHeadless,
  dataDir
}) => {
  const first = startHeadless()
  await first.started()
  const window = spawn(electronPath(), [...sandboxFlags(), process.cwd(), `--data-dir=${dataDir}`], {
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let said = ''
  window.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await expect.poll(() => said).toContain(`${IN_USE}: ${dataDir}`)
  expect(window.exitCode).toBe(null)
  const ended = once(window, 'exit')
  window.kill('SIGTERM')
  expect(await ended).toEqual([1, null])

  first.process.kill('SIGKILL')
  await first.ended()
  await expect.poll(() => processesWith(dataDir)).toEqual([])
  const { page } = await start()
  await expect(page.getByRole('navigation')).toBeVisible()
})

test('after kill -9 nothing is left behind, and the folder is free again', async ({
  startHeadless,
  dataDir
}) => {
  const loa = startHeadless()
  await loa.started()
  loa.process.kill('SIGKILL')
  await expect.poll(() => processesWith(dataDir)).toEqual([])
  const second = startHeadless()
  await second.started()
  second.process.kill('SIGTERM')
  expect(await second.ended()).toBe(0)
})

test('a data folder that cannot be written is told on stderr, with status 1', async ({
  startHeadless,
  dataDir
}) => {
  const file = join(dataDir, 'a-file')
  await writeFile(file, '')
  const loa = startHeadless(join(file, 'folder'))
  expect(await loa.ended()).toBe(1)
  expect(loa.stderr).toContain('Loa cannot write to its data folder')
  expect(loa.stdout).toBe('')
})

test('an older state of the folder is noticed, because the computer remembers its starts elsewhere', async ({
  startHeadless,
  folder,
  dataDir
}) => {
  const runUntil = async (file: string, content: Record<string, unknown>) => {
    const loa = startHeadless()
    await expect.poll(() => folder.json(file).catch(() => null)).toMatchObject(content)
    loa.process.kill('SIGTERM')
    expect(await loa.ended()).toBe(0)
  }
  const backup = `${dataDir}-backup`
  await runUntil('state.json', { starts: 1 })
  await cp(dataDir, backup, { recursive: true })
  await runUntil('state.json', { starts: 2 })
  await rm(dataDir, { recursive: true })
  await cp(backup, dataDir, { recursive: true })
  await runUntil('settings.json', { settings: { emergency_stop: { reason: 'restored' } } })
  await rm(backup, { recursive: true })
})
