import { expect } from '@playwright/test'
import '../support/app/sample'
import { TestFolder } from '../support/engine/data-folder'
import { activeCampaign, contactRecord, idOf, scheduleFromNow, settingsFor } from '../support/engine/records'
import { accept, status } from '../support/gateway/gateway-answers'
import { test } from '../support/tray/tray-test'
import { closeWindow } from '../support/tray/window-state'

/** Markup, marks that panels take for keys, an escape sequence, a line break, a mark that turns the text round, no end. */
const HOSTILE = `<b>R&D</b> _x_ &Open\u001b]0;y\u0007\n\u202Egpj.exe\u200B${'W'.repeat(150)}`
/** Its beginning, as plain text. */
const PLAIN = '<b>R&D</b> _x_ &Open ]0;y gpj.exe'
/** The whole of what a menu shows of it. */
const SHORT = `${PLAIN}${'W'.repeat(6)}…`

/** Controls but the line break, and marks that turn text round; the pair that keeps a name to itself may stand. */
const UNSEEN = /[^\P{Cc}\n]|[\u200B\u200E\u200F\u202A-\u202E\u2066\u2067]/u

test('a hostile name in tray and notifications is plain text, in one line and short', async ({
  start,
  dataDir,
  gateway,
  busEnv,
  tray,
  notifications
}) => {
  const folder = new TestFolder(dataDir)
  const campaign = activeCampaign(1, {
    name: HOSTILE,
    contacts: [idOf(1)],
    schedule_settings: scheduleFromNow(86_400_000)
  })
  await folder.writeContacts([contactRecord(1, { first_name: HOSTILE })])
  await folder.writeCampaigns([campaign])
  await folder.writeSettings(settingsFor(gateway))
  gateway.answer = ({ method }) =>
    method === 'POST' ? status(400, HOSTILE, { 'content-type': 'text/html' }) : accept
  const loa = await start({ env: busEnv })
  await tray.icon()

  await expect
    .poll(async () => (await tray.menu()).map(({ label }) => label))
    .toContainEqual(expect.stringContaining(`${SHORT}, `))
  const menu = await tray.menu()
  expect(menu.flatMap(({ children }) => children).map(({ label }) => label)).toContain(SHORT)
  for (const { label } of menu) {
    expect(label).not.toMatch(UNSEEN)
    expect(label.length).toBeLessThan(80)
  }
  const tooltip = await tray.tooltip()
  expect(tooltip).toContain(`Next: ${SHORT}, `)
  expect(tooltip).not.toMatch(UNSEEN)

  await closeWindow(loa)
  const started = await loa.page.evaluate(async (id) => {
    const plan = await window.loa.prepareManualRun(id)
    return plan.ok ? window.loa.runNow(id, plan.value.run_id, { ai_calls: 1 }) : plan
  }, campaign._id)
  expect(started).toMatchObject({ ok: true })
  const told = () => notifications.events.filter(({ body }) => body?.includes('3 failed') === true)
  await notifications.until(() => told().length === 1, 'the run that failed is notified', 30_000)
  const { title, body = '' } = told()[0] ?? {}
  expect(title).toBe('A run did not go all well')
  // The body is markup: what is text must come as text.
  expect(body).toContain('“&lt;b&gt;R&amp;D&lt;/b&gt; _x_ &amp;Open ]0;y gpj.exeWWW')
  expect(body).not.toMatch(UNSEEN)
  expect(body).toContain('…”: 3 failed')
})
