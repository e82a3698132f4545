import { statSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { backUp, orderRestore, valueOf } from '../../support/backup/backing-up'
import type { TestFolder } from '../../support/engine/data-folder'
import { heldRun } from '../../support/engine/held-run'
import { campaignRecord, contactRecord, contactRecords, idOf, phoneOf } from '../../support/engine/records'
import { canMountDisks } from '../../support/engine/disk-mount'
import { SmallDisk } from '../../support/engine/small-disk'
import { openEngine, startEngine, testFolder } from '../../support/engine/test-engine'
import { chosenBy, status } from '../../support/gateway/gateway-answers'

const ANNA = contactRecord(1, {
  first_name: 'Anna',
  last_name: 'Nguyễn Thị',
  phone: '+84339170155',
  whatsapp_number: '+84 33 917 0155',
  telegram_username: 'anna_nguyen',
  email: 'anna@example.com',
  notes: 'Likes tea',
  custom: { Class: 'Secret class' }
})
const TRACES = [
  'Anna',
  'Nguyễn',
  '339170155',
  '33 917 0155',
  'anna_nguyen',
  'anna@example.com',
  'Likes tea',
  'Secret class'
]
const everybody = [1, 2, 3].map(idOf)
const campaign = campaignRecord(1, {
  contacts: everybody,
  placeholders: true,
  call_script: 'Hello {{ first_name }} {{ custom.Class | default: "" }} {{ email }}'
})

/** Everything of the folder that a person could be found in, by name. */
async function filesOf(folder: TestFolder): Promise<[string, string][]> {
  const names = await readdir(folder.path, { recursive: true })
  const files = names.filter((name) => !name.endsWith('.loa') && statSync(folder.file(name)).isFile())
  return Promise.all(files.map(async (name) => [name, await folder.text(name)]))
}

/** Where in a folder somebody can still be found. */
const tracesIn = async (folder: TestFolder): Promise<string[]> =>
  (await filesOf(folder)).flatMap(([name, text]) =>
    TRACES.filter((trace) => text.includes(trace)).map((trace) => `${name}: ${trace}`)
  )

async function afterRun() {
  const people = [
    ANNA,
    contactRecord(2, { email: 'b@example.com' }),
    contactRecord(3, { email: 'c@example.com' })
  ]
  const own = await startEngine({ contacts: people, campaigns: [campaign] })
  // The gateway repeats what it was sent, as many do.
  own.gateway.answer = () =>
    chosenBy(({ bodyText }) =>
      status(200, JSON.stringify({ success: true, echo: bodyText }), { 'content-type': 'application/json' })
    )
  const { summary } = await own.running.runToEnd(campaign._id)
  await own.running.until(() => own.engine.runs.openWith([idOf(1)]).length === 0, 'its ledger is closed')
  return { ...own, runId: summary.id }
}

describe('erasing somebody', () => {
  it('leaves no trace in contacts, ledgers, logs, drafts, the last import and their copies; states stay as they were', async () => {
    const { engine, folder, running, runId } = await afterRun()
    const before = (await running.detail(runId)).deliveries.map(({ id, state, at }) => ({ id, state, at }))
    await engine.editorDrafts.save('new', JSON.stringify({ note: 'For Anna Nguyễn Thị, +84 33 917 0155' }))
    expect((await tracesIn(folder)).length).toBeGreaterThan(10)
    const plan = valueOf(await engine.safekeeping.planErasure(idOf(1)))
    expect(plan).toMatchObject({ runs: 1, waits_for: [], sharing: [], mentioned_in: [] })

    const erased = valueOf(await engine.safekeeping.erasures.erase(idOf(1)))
    expect(erased.done_at).not.toBeNull()
    expect(engine.contacts.find(idOf(1))).toBeUndefined()
    expect(running.lines.join('\n')).not.toMatch(/Anna|339170155|917 0155/)
    const { deliveries } = await running.detail(runId)
    expect(deliveries.map(({ id, state, at }) => ({ id, state, at }))).toEqual(before)
    expect(deliveries.find(({ contact_id }) => contact_id === idOf(1))).toMatchObject({
      contact_name: '(erased)',
      address: '(erased)',
      answer: '(erased)'
    })
    expect(deliveries.find(({ contact_id }) => contact_id === idOf(2))).toMatchObject({
      contact_name: 'Contact 2',
      address: phoneOf(2)
    })
    await engine.stop()
    expect(await tracesIn(folder)).toEqual([])
    expect(await folder.json('erasures.json')).toMatchObject({
      pending: [],
      done: [
        {
          contact_ids: [idOf(1)],
          hashes: [expect.any(String), expect.any(String), expect.any(String)].slice(0, 2)
        }
      ]
    })
    const again = await openEngine(folder)
    await again.engine.start()
    expect((await again.detail(runId)).deliveries.map(({ id, state, at }) => ({ id, state, at }))).toEqual(
      before
    )
    expect(again.run(runId).counts.sent).toBe(9)
  })

  it('keeps the hashed addresses: whoever comes with one of them again is not contacted', async () => {
    const { engine, running, gateway } = await afterRun()
    valueOf(await engine.safekeeping.erasures.erase(idOf(1)))
    const sent = gateway.messages.length
    const back = valueOf(
      await engine.contacts.save({
        first_name: 'New',
        last_name: '',
        phone: '0339170155',
        whatsapp_number: '',
        telegram_username: 'Anna_Nguyen',
        email: 'x@example.com',
        notes: '',
        custom: { Class: 'A' }
      })
    )
    expect(engine.doNotContact.addressMarks(back).map(({ channel }) => channel)).toEqual([
      'telegram',
      'ai_call'
    ])
    const present = engine.campaigns.list()[0]
    if (present === undefined) throw new Error('The campaign is gone')
    valueOf(await engine.campaigns.save({ ...present, contacts: [back._id] }))
    const { deliveries } = await running.runToEnd(campaign._id)
    expect(deliveries.every(({ state }) => state === 'skipped')).toBe(true)
    expect(gateway.messages).toHaveLength(sent)
  })

  it('waits for an open run, sends nothing to them meanwhile, and is done when it is over; a restart changes nothing', async () => {
    const { engine, folder, running, runId, release, gateway } = await heldRun({ people: 4 })
    // Contact 1 is under way; contact 3 waits in the queue.
    const asked = valueOf(await engine.safekeeping.erasures.erase(idOf(3)))
    expect(asked).toMatchObject({ done_at: null, waits_for: ['Campaign 1'] })
    expect(engine.contacts.find(idOf(3))).toBeUndefined()
    for (const name of ['contacts.json', 'contacts.json.bak'])
      expect([name, (await folder.text(name)).includes(phoneOf(3))]).toEqual([name, false])
    valueOf(await engine.runs.pause(runId, ''))
    release()
    await running.until(() => running.run(runId).counts.sending === 0, 'nothing is under way')
    await engine.stop()
    expect(await folder.text(`runs/${runId}.jsonl`)).toContain(phoneOf(3))

    const second = await openEngine(folder)
    await second.engine.start()
    valueOf(await second.engine.resumeRun(runId, ''))
    await second.finished(runId)
    await second.until(() => second.engine.safekeeping.erasures.list()[0]?.done_at !== null, 'it is done')
    expect(await second.states(runId)).toEqual([
      'Contact 1 whatsapp: sent',
      'Contact 2 whatsapp: sent',
      '(erased) whatsapp: skipped deleted',
      'Contact 4 whatsapp: sent'
    ])
    await second.engine.stop()
    expect(gateway.messages).toHaveLength(3)
    for (const [name, text] of await filesOf(folder)) {
      expect([name, text.includes(phoneOf(3)), text.includes('Contact 3')]).toEqual([name, false, false])
    }
  })

  it.each(['suppressions', 'contacts', 'imports', 'drafts'] as const)(
    'that dies after the wish and before %s is finished by the next start',
    async (until) => {
      const { engine, folder } = await afterRun()
      const contacts = await folder.bytes('contacts.json')
      valueOf(await engine.safekeeping.erasures.erase(idOf(1)))
      await engine.stop()
      const whole = (await folder.json('erasures.json')) as { done: { contact_ids: string[] }[] }
      // As it was when only the wish, and what came before the step, was on the disk.
      await folder.write(
        'erasures.json',
        JSON.stringify({
          schema_version: 1,
          done: [],
          pending: [
            {
              ...whole.done[0],
              keys: ['+84339170155', '@anna_nguyen'],
              names: ['Anna Nguyễn Thị'],
              addresses: ['+84 33 917 0155', '+84339170155', 'anna@example.com']
            }
          ]
        })
      )
      if (until !== 'imports' && until !== 'drafts') await folder.write('contacts.json', contacts)
      if (until === 'suppressions')
        await folder.write('suppressions.json', '{"schema_version":2,"salt":"","hashes":{},"joined":[]}')
      const again = await openEngine(folder)
      await again.engine.start()
      expect(again.engine.contacts.find(idOf(1))).toBeUndefined()
      expect(again.engine.doNotContact.isBlocked('whatsapp', '+84339170155')).toBe(true)
      await again.until(() => again.engine.safekeeping.erasures.list()[0]?.done_at !== null, 'it is done')
      await again.engine.stop()
      expect(await tracesIn(folder)).toEqual([])
    }
  )

  it('cannot be undone by a merge that is taken back, an undone deletion, or an undone import', async () => {
    const { engine } = await afterRun()
    const merge = valueOf(await engine.merging.merge([{ ids: [idOf(1), idOf(2)], values: {} }]))
    valueOf(await engine.safekeeping.erasures.erase(idOf(2)))
    expect(engine.contacts.list().map(({ _id }) => _id)).toEqual([idOf(3)])
    expect(await engine.merging.undo(merge)).toMatchObject({ error: { code: 'nothing_to_undo' } })
    expect(await engine.contacts.restore([idOf(1), idOf(2)])).toEqual({ ok: true, value: 0 })
    expect(engine.contacts.list()).toHaveLength(1)
  })

  it('is not undone by a restore: the person is erased again, also from ledgers that only the backup had', async () => {
    const { engine, folder, runId } = await afterRun()
    const path = await backUp(engine, testFolder())
    valueOf(await engine.safekeeping.erasures.erase(idOf(1)))
    expect((await orderRestore(engine, path)).erased_again).toBe(1)
    await engine.stop()
    await rm(folder.file(`runs/${runId}.jsonl`))
    const again = await openEngine(folder)
    await again.engine.start()
    expect(again.engine.contacts.find(idOf(1))).toBeUndefined()
    await again.until(() => again.engine.safekeeping.erasures.list()[0]?.done_at !== null, 'it is done')
    expect(again.run(runId).counts.sent).toBe(9)
    await again.engine.stop()
    expect((await tracesIn(folder)).filter((trace) => !trace.includes('.loa'))).toEqual([])
  })

  it('says who shares an address, what names the person, and what Loa has written elsewhere', async () => {
    const people = [ANNA, contactRecord(2, { phone: ANNA.phone ?? '' }), contactRecord(3)]
    const { engine } = await startEngine({
      contacts: people,
      campaigns: [campaignRecord(1, { call_script: 'For Anna Nguyễn Thị' }), campaignRecord(2)]
    })
    const elsewhere = testFolder()
    await elsewhere.write('contacts.csv', 'x')
    await engine.safekeeping.exported.note(elsewhere.file('contacts.csv'))
    await engine.safekeeping.exported.note(elsewhere.file('gone.csv'))
    valueOf(await engine.safekeeping.backups.makeCopy('daily'))
    const plan = valueOf(await engine.safekeeping.planErasure(idOf(1)))
    expect(plan).toMatchObject({ sharing: ['Contact 2'], mentioned_in: ['Campaign 1'], keep_days: 14 })
    expect(plan.files.map(({ path }) => path)).toEqual([elsewhere.file('contacts.csv')])
    expect(plan.backups).toHaveLength(1)
  })
})

describe.skipIf(!canMountDisks)('a disk that refuses (needs the right to mount one)', () => {
  it('full: the wish stays, and it is done when there is room again', async () => {
    const disk = new SmallDisk(8)
    await disk.folder.writeContacts(contactRecords(50))
    const running = await openEngine(disk.folder)
    const { engine } = running
    await engine.start()
    disk.fill()
    expect(await engine.safekeeping.erasures.erase(idOf(1))).toMatchObject({
      error: { code: 'storage_failed' }
    })
    expect(engine.contacts.find(idOf(1))).toBeDefined()
    disk.free()
    expect(valueOf(await engine.safekeeping.erasures.erase(idOf(1))).done_at).not.toBeNull()
  })
})
