import { expect } from '@playwright/test'
import { execFile } from 'node:child_process'
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import '../support/app/sample'
import { test } from '../support/app/loa-test'
import { TestFolder } from '../support/engine/data-folder'
import { activeCampaign, contactRecords, idOf, scheduleFromNow, settingsFor } from '../support/engine/records'
import type { RecordingGateway } from '../support/gateway/recording-gateway'
import { ProbedApp } from '../support/soak/probed-app'

const run = promisify(execFile)
const PEOPLE = 3
const MARKED = idOf(2)
const LIMIT_MS = 30_000

/**
 * A folder whose list of contacts cannot be read to its end before the test gives it: a pipe. Its campaign is due
 * meanwhile. Gives the function that writes the list.
 */
async function folderThatWaits(dataDir: string, gateway: RecordingGateway) {
  await mkdir(dataDir, { recursive: true })
  const folder = new TestFolder(dataDir)
  await run('mkfifo', [folder.file('contacts.json')])
  await folder.writeSettings(settingsFor(gateway))
  const dueMs = Date.now() + 3_000
  await folder.writeCampaigns([
    activeCampaign(1, {
      name: 'Morning greeting',
      contacts: contactRecords(PEOPLE).map(({ _id }) => _id),
      flow: ['whatsapp'],
      schedule_settings: scheduleFromNow(3_000)
    })
  ])
  const contacts = contactRecords(PEOPLE).map((contact) => ({
    ...contact,
    ...(contact._id === MARKED && { do_not_contact: true })
  }))
  const list = JSON.stringify({ contacts, deleted: [], last_import: '', normal_form: 1, schema_version: 2 })
  // Whoever looks at the file again finds a plain one.
  const give = async (text = list) => {
    const path = folder.file('contacts.json')
    const pipe = await open(path, 'w')
    await writeFile(`${path}.plain`, text)
    await rename(`${path}.plain`, path)
    await pipe.writeFile(text)
    await pipe.close()
  }
  return { dueMs, give }
}

test('the window is there before the list of people is: what needs it waits, a slot meanwhile goes out once', async ({
  start,
  dataDir,
  gateway
}) => {
  const { dueMs, give } = await folderThatWaits(dataDir, gateway)
  const { page, app } = await start()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  // Shown, and not empty: nobody knows yet whether there is somebody.
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true)
  await expect(page.getByRole('img', { name: 'Reading the list' })).toBeVisible()
  const early = await page.evaluate(() => window.loa.listCampaigns())
  expect(early).toMatchObject({ ok: true, value: [{ campaign: { name: 'Morning greeting' } }] })

  // Asked now, answered when there is an answer.
  await page.evaluate(() => {
    const asked = { overview: null as unknown, order: null as unknown }
    Object.assign(window, { asked })
    void window.loa.contactOverview().then((answer) => (asked.overview = answer))
    void window.loa.setPausedAll(false).then((answer) => (asked.order = answer))
  })
  const asked = () =>
    page.evaluate(() => (window as unknown as { asked: Record<'overview' | 'order', unknown> }).asked)
  await expect.poll(() => Date.now(), { timeout: LIMIT_MS }).toBeGreaterThan(dueMs + 500)
  expect(await asked()).toEqual({ overview: null, order: null })
  expect(gateway.requests).toEqual([])

  await give()
  await expect.poll(asked).toMatchObject({
    overview: { ok: true, value: { all: PEOPLE, do_not_contact: 1 } },
    order: { ok: true }
  })
  await expect(page.getByRole('img', { name: 'Reading the list' })).toHaveCount(0)
  await gateway.until(() => gateway.messages.length === PEOPLE - 1, 'the slot goes out', LIMIT_MS)
  await expect
    .poll(() => page.evaluate(() => window.loa.listRuns()))
    .toMatchObject({ ok: true, value: [{ status: 'finished', counts: { sent: PEOPLE - 1, skipped: 1 } }] })
  expect(gateway.messages).toHaveLength(PEOPLE - 1)
})

test('a list that turns out to be damaged is told in the window that is there, and nothing is sent', async ({
  start,
  dataDir,
  gateway
}) => {
  const { dueMs, give } = await folderThatWaits(dataDir, gateway)
  const { page } = await start()
  await expect(page.getByText('contacts.json is damaged')).toHaveCount(0)
  await give('{"contacts":[{"_id":"1"')
  await expect(page.getByText('contacts.json is damaged').first()).toBeVisible()
  await expect.poll(() => Date.now(), { timeout: LIMIT_MS }).toBeGreaterThan(dueMs + 500)
  expect(gateway.requests).toEqual([])
})

test('the window is not shown before its page says something', async ({ dataDir }) => {
  const app = new ProbedApp(dataDir)
  try {
    await app.opened()
    expect(await app.inPage('document.body.innerText')).toContain('Overview')
  } finally {
    await app.quit()
  }
})

test('a hidden start makes no window', async ({ dataDir, gateway }) => {
  await new TestFolder(dataDir).writeSettings(settingsFor(gateway))
  const app = new ProbedApp(dataDir, { flags: ['--hidden'] })
  try {
    await expect
      .poll(() => readFile(join(dataDir, 'presence.json'), 'utf8').catch(() => ''), { timeout: LIMIT_MS })
      .toContain('alive_at')
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0)
  } finally {
    await app.quit()
  }
})

test('the first script loads nothing of the engine before there is a window', async () => {
  const entry = await readFile(join('out', 'main', 'index.cjs'), 'utf8')
  expect(entry).toContain('chunk-app.cjs')
  // What is loaded later stands in a function.
  expect(entry.replaceAll(/=>\s*require\(/g, '')).not.toContain('require("./chunk')
  expect(entry.replaceAll(/=>\s*require\(/g, '')).not.toContain("require('./chunk")
  expect(entry.length).toBeLessThan(100_000)
})
