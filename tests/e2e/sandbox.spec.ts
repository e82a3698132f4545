import { expect } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { test } from '../support/app/loa-test'
import { startScreen } from '../support/crash/screen'
import { ordinaryUser } from '../support/desktop/ordinary-user'
import { pollUntil } from '../support/engine/changes'
import { TestFolder } from '../support/engine/data-folder'
import { activeCampaign, contactRecords, scheduleFromNow, settingsFor } from '../support/engine/records'
import { processTree } from '../support/soak/process-tree'

const LIMIT_MS = 60_000

test('for an ordinary user the window runs in the sandbox, and a campaign is sent', async ({ gateway }) => {
  const user = await ordinaryUser()
  const screen = await startScreen()
  const folder = new TestFolder(user.dataDir)
  const contacts = contactRecords(2)
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([
    activeCampaign(1, {
      contacts: contacts.map(({ _id }) => _id),
      schedule_settings: scheduleFromNow(8_000)
    })
  ])
  await folder.writeSettings(settingsFor(gateway))
  await user.own()
  const loa = user.start(screen)
  try {
    const renderers = async () =>
      (await processTree(loa.process.pid ?? 0)).filter(({ type }) => type === 'renderer')
    await pollUntil(async () => (await renderers()).length > 0, 'the window has a process', LIMIT_MS)
    for (const { pid } of await renderers()) {
      const status = await readFile(`/proc/${pid}/status`, 'utf8')
      // 2: only the system calls that a filter allows.
      expect(status).toMatch(/^Seccomp:\t2$/m)
      expect(status).toMatch(/^NoNewPrivs:\t1$/m)
      expect(status).not.toMatch(/^Uid:\t0\t/m)
      expect(await readFile(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('no-sandbox')
    }
    await gateway.until(() => gateway.messages.length === 6, 'the campaign is sent', LIMIT_MS)
  } finally {
    await loa.stop()
    await screen.stop()
    await user.remove()
  }
})
