import { expect, it } from 'vitest'
import {
  idOf,
  activeCampaign,
  contactRecords,
  scheduleFromNow,
  settingsFor
} from '../../support/engine/records'
import { openEngine, testFolder, testGateway } from '../../support/engine/test-engine'

/** So many that reading them takes turns of the event loop, with a mark near the end of the list. */
const MANY = 20_000
const LAST = idOf(MANY)
const MARKED = idOf(MANY - 1)

async function bigFolder(changes: (text: string) => string = (text) => text) {
  const folder = testFolder()
  const gateway = await testGateway()
  const contacts = contactRecords(MANY).map((contact) => ({
    ...contact,
    ...(contact._id === MARKED && {
      do_not_contact: [
        { channel: 'whatsapp' as const, reason: 'Asked to stop', at: '2026-01-01T00:00:00.000Z' }
      ]
    })
  }))
  const file = { contacts, deleted: [], last_import: '', normal_form: 1, schema_version: 2 }
  await folder.write('contacts.json', changes(JSON.stringify(file)))
  await folder.writeCampaigns([
    activeCampaign(1, {
      contacts: [idOf(1), MARKED, LAST],
      flow: ['whatsapp'],
      // Due while the list is being read: up to a minute late is on time.
      schedule_settings: scheduleFromNow(-1_000)
    })
  ])
  await folder.writeSettings(settingsFor(gateway))
  return { folder, gateway }
}

it('a slot that is due while the list is read goes out once, to whom it may', async () => {
  const { folder, gateway } = await bigFolder()
  const running = await openEngine(folder, { readsContactsLater: true })
  const { engine } = running
  expect(() => engine.contacts.list()).toThrow('contacts.json was not read yet')
  await engine.knowFolder()
  // What is shown first is known, and that is all.
  expect(engine.campaignViews()).toHaveLength(1)
  expect(engine.state().storage_problems).toEqual([])
  expect(() => engine.contacts.find(LAST)).toThrow('contacts.json was not read yet')
  await engine.start()
  expect(engine.contacts.list()).toHaveLength(MANY)
  const run = await running.finished()
  expect((await running.states(run.id)).sort()).toEqual([
    `Contact 1 whatsapp: sent`,
    `Contact ${MANY - 1} whatsapp: skipped do_not_contact`,
    `Contact ${MANY} whatsapp: sent`
  ])
  expect(gateway.messages).toHaveLength(2)
  expect(running.runs).toHaveLength(1)
})

it('a list that is damaged at its end is told, and nothing is sent', async () => {
  const { folder, gateway } = await bigFolder((text) => text.replace('"Asked to stop"', '7'))
  const running = await openEngine(folder, { readsContactsLater: true })
  const { engine } = running
  await engine.start()
  expect(engine.state().storage_problems).toMatchObject([{ file: 'contacts.json', kind: 'damaged' }])
  expect(running.lines.filter((line) => line.includes('contacts.json'))).toHaveLength(1)
  expect(engine.contacts.list()).toEqual([])
  expect(gateway.requests).toEqual([])
  expect(running.runs).toEqual([])
})

it('an engine that is stopped while the list is read has started nothing', async () => {
  const { folder, gateway } = await bigFolder()
  const running = await openEngine(folder, { readsContactsLater: true })
  const { engine } = running
  const started = engine.start()
  await engine.knowFolder()
  await engine.stop()
  await started
  expect((await engine.health()).scheduler.is_running).toBe(false)
  expect(engine.runs.list()).toEqual([])
  expect(gateway.requests).toEqual([])
  expect(running.lines.at(-1)).toContain('Stopped')
})
