import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { contactDraftSchema } from '../../../src/shared/domain/contact'
import { openMachineMemory } from '../../../src/main/machine-memory'
import { backUp, orderRestore, valueOf } from '../../support/backup/backing-up'
import { heldRun } from '../../support/engine/held-run'
import {
  activeCampaign,
  campaignRecord,
  contactRecord,
  contactRecords,
  idOf,
  phoneOf,
  scheduleFromNow
} from '../../support/engine/records'
import { canMountDisks } from '../../support/engine/disk-mount'
import { SmallDisk } from '../../support/engine/small-disk'
import { MINUTE_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine, testFolder } from '../../support/engine/test-engine'

const numbers = [1, 2, 3]
const everybody = numbers.map(idOf)
const whatsapp = { contacts: everybody, flow: ['whatsapp' as const] }

/** The app ends and starts again on the same folder. */
async function restarted({
  engine,
  folder
}: Pick<Awaited<ReturnType<typeof startEngine>>, 'engine' | 'folder'>) {
  await engine.stop()
  const running = await openEngine(folder)
  await running.engine.start()
  return { folder, running, engine: running.engine }
}

describe('a restore', () => {
  it('says what it would change, changes nothing before the yes, and puts everything back after a restart', async () => {
    const own = await startEngine({ campaigns: [campaignRecord(1, whatsapp), campaignRecord(2)] })
    const { engine, folder } = own
    const path = await backUp(engine, testFolder())
    const before = engine.contacts.list()
    valueOf(
      await engine.contacts.save(contactDraftSchema.parse({ ...contactRecord(1), first_name: 'Other' }))
    )
    valueOf(await engine.contacts.delete([idOf(2)]))
    valueOf(await engine.contacts.save(contactDraftSchema.parse({ ...contactRecord(9), _id: undefined })))
    valueOf(await engine.deleteCampaign(campaignRecord(2)._id))
    valueOf(await engine.saveSettings({ ...engine.settings.value, default_country: 'DE' }))
    const preview = valueOf(await engine.safekeeping.backups.check(path))
    expect(preview).toMatchObject({
      file: 'backup.loa',
      contacts: { added: 1, removed: 1, changed: 1, now: 3, then: 3 },
      campaigns: { added: ['Campaign 2'], removed: [], changed: [] },
      settings: ['default_country'],
      runs: { added: 0, kept: 0, open: 0 },
      marks_kept: 0
    })
    await engine.safekeeping.backups.closeCheck()
    expect(await readdir(folder.path)).not.toContain('restore')
    const again = await restarted(own)
    expect(again.engine.campaigns.list()).toHaveLength(1)

    await orderRestore(again.engine, path)
    const { engine: later } = await restarted(again)
    expect(later.contacts.list()).toEqual(before)
    expect(later.campaigns.list().map(({ name }) => name)).toEqual(['Campaign 1', 'Campaign 2'])
    expect(later.settings.value.default_country).toBe('VN')
    expect(later.state().emergency_stop).toMatchObject({ reason: 'restored', backup_at: preview.made_at })
    const [kept] = (await later.safekeeping.backups.list()).copies
    expect(kept?.kind).toBe('before_restore')
    expect(await readdir(folder.path)).not.toContain('restore')
    // And back again: what was there before is itself a backup.
    const keptAt = valueOf(await later.safekeeping.backups.check(kept?.path ?? '')).made_at
    expect(keptAt).not.toBe(preview.made_at)
    await orderRestore(later, kept?.path ?? '')
    const { engine: back } = await restarted({ engine: later, folder })
    expect(back.contacts.list().map(({ first_name }) => first_name)).toContain('Other')
    // The stop was on already: it names the backup that is here now.
    const stop = back.state().emergency_stop
    expect(stop).toEqual({ at: expect.any(String) as string, reason: 'restored', backup_at: keptAt })
  })

  it('never undoes "do not contact", whoever was marked, deleted or suppressed since', async () => {
    const own = await startEngine({
      contacts: contactRecords(5),
      campaigns: [campaignRecord(1, { contacts: [1, 2, 3, 4, 5].map(idOf), flow: ['whatsapp'] })]
    })
    const { engine, gateway } = own
    const path = await backUp(engine, testFolder())
    valueOf(await engine.marks.stop([idOf(1)], ['whatsapp', 'telegram', 'ai_call'], 'asked'))
    valueOf(await engine.marks.stop([idOf(2)], ['whatsapp'], 'asked'))
    valueOf(await engine.contacts.delete([idOf(2)]))
    valueOf(await engine.marks.suppress([{ channels: ['whatsapp'], key: phoneOf(3) }], 'list'))
    expect((await orderRestore(engine, path)).marks_kept).toBeGreaterThanOrEqual(3)
    const later = await restarted(own)
    await later.engine.setEmergencyStop(false)
    const { deliveries } = await later.running.runToEnd(campaignRecord(1)._id)
    expect(deliveries.map(({ state, reason }) => reason?.code ?? state)).toEqual([
      'do_not_contact',
      'do_not_contact',
      'do_not_contact',
      'sent',
      'sent'
    ])
    expect(gateway.messages).toHaveLength(2)
  })

  it('on another computer joins its list of addresses with the one of here, whatever their salts', async () => {
    const there = await startEngine({ campaigns: [campaignRecord(1, whatsapp)] })
    valueOf(await there.engine.marks.suppress([{ channels: ['whatsapp'], key: phoneOf(1) }], 'there'))
    const path = await backUp(there.engine, testFolder())
    const here = await startEngine({ contacts: [] })
    valueOf(await here.engine.marks.suppress([{ channels: ['whatsapp'], key: phoneOf(2) }], 'here'))
    await orderRestore(here.engine, path)
    const { engine } = await restarted(here)
    expect(numbers.map((number) => engine.doNotContact.isBlocked('whatsapp', phoneOf(number)))).toEqual([
      true,
      true,
      false
    ])
    // Only the operator's own word takes a mark away, out of every list.
    valueOf(await engine.marks.allow(idOf(1), ['whatsapp']))
    expect(engine.doNotContact.isBlocked('whatsapp', phoneOf(1))).toBe(false)
    const again = await restarted({ ...here, engine })
    expect(again.engine.doNotContact.isBlocked('whatsapp', phoneOf(1))).toBe(false)
    expect(again.engine.doNotContact.isBlocked('whatsapp', phoneOf(2))).toBe(true)
  })

  it('what was sent since stays known: its ledger is kept, and neither the slot nor the run goes out again', async () => {
    const clock = new TestClock()
    const { folder, gateway } = await prepare({
      campaigns: [
        activeCampaign(1, {
          ...whatsapp,
          schedule_settings: scheduleFromNow(2 * MINUTE_MS, { frequency: 'daily' })
        })
      ]
    })
    const first = await openEngine(folder, { clock })
    await first.engine.start()
    const path = await backUp(first.engine, testFolder())
    clock.pass(2 * MINUTE_MS)
    first.engine.notePower('resume')
    await first.finished()
    const [run] = first.runs
    expect(gateway.messages).toHaveLength(3)
    const preview = await orderRestore(first.engine, path)
    expect(preview.runs).toEqual({ added: 0, kept: 1, open: 0 })
    await first.engine.stop()

    const second = await openEngine(folder, { clock })
    await second.engine.start()
    await second.until(() => second.runs.length > 0, 'the index is there again')
    expect(second.run(run?.id ?? '')).toMatchObject({ status: 'finished', counts: { sent: 3 } })
    await second.engine.setEmergencyStop(false)
    clock.pass(MINUTE_MS)
    second.engine.notePower('resume')
    expect(await second.engine.missed.plan(run?.id ?? '')).toMatchObject({ ok: false })
    await second.engine.stop()
    expect(gateway.messages).toHaveLength(3)
  })

  it('what was removed for its age since stays known as well: none of those slots runs again', async () => {
    const own = await startEngine({ campaigns: [campaignRecord(1, whatsapp), campaignRecord(2)] })
    const path = await backUp(own.engine, testFolder())
    const forgotten = { until: '2026-01-02T03:04:05.000Z', runs: 7 }
    valueOf(await own.engine.campaigns.noteForgotten(new Map([[campaignRecord(1)._id, forgotten]])))
    await orderRestore(own.engine, path)
    const { engine } = await restarted(own)
    expect(engine.campaigns.list().map((each) => each.forgotten)).toEqual([forgotten, null])
  })

  it('what is open becomes unknown, also without any memory of the computer; what the backup has open comes back so', async () => {
    const { engine, folder, runId, release, running, gateway } = await heldRun({ people: 4, concurrency: 2 })
    const path = await backUp(engine, testFolder())
    expect((await orderRestore(engine, path)).runs).toEqual({ added: 0, kept: 0, open: 1 })
    release()
    await running.finished(runId)
    const here = await restarted({ engine, folder })
    expect(await here.running.states(runId)).toEqual(
      [1, 2, 3, 4].map((number) => `Contact ${number} whatsapp: sent`)
    )

    const elsewhere = await startEngine({ contacts: [] })
    await orderRestore(elsewhere.engine, path)
    const moved = await restarted(elsewhere)
    expect(await moved.running.states(runId)).toEqual(
      [1, 2, 3, 4].map((number) => `Contact ${number} whatsapp: unknown restored`)
    )
    expect(gateway.messages).toHaveLength(4)
  })

  it('is no copied folder for the computer, and the next start is an ordinary one', async () => {
    const machine = await openMachineMemory(testFolder().path)
    if (machine === undefined) throw new Error('The computer remembers nothing')
    const own = await startEngine({}, { machine })
    await orderRestore(own.engine, await backUp(own.engine, testFolder()))
    await own.engine.stop()
    const second = await openEngine(own.folder, { machine })
    await second.engine.start()
    expect(second.engine.state().emergency_stop).toMatchObject({ reason: 'restored' })
    await second.engine.setEmergencyStop(false)
    await second.engine.stop()
    const third = await openEngine(own.folder, { machine })
    await third.engine.start()
    expect(third.engine.state().emergency_stop).toBeNull()
  })

  it('mends a folder whose files are damaged', async () => {
    const own = await startEngine({ campaigns: [campaignRecord(1, whatsapp)] })
    const path = await backUp(own.engine, testFolder())
    await own.engine.stop()
    await own.folder.write('campaigns.json', '{')
    const broken = await openEngine(own.folder)
    await broken.engine.start()
    expect(broken.engine.state().storage_problems).toHaveLength(1)
    const preview = valueOf(await broken.engine.safekeeping.backups.check(path))
    valueOf(await broken.engine.safekeeping.backups.order(preview.check_id))
    const { engine } = await restarted({ engine: broken.engine, folder: own.folder })
    expect(engine.state().storage_problems).toEqual([])
    expect(engine.campaigns.list()).toHaveLength(1)
  })
})

describe.skipIf(!canMountDisks)('a disk that refuses (needs the right to mount one)', () => {
  it('full while it is unpacked, or when the yes comes: told, and nothing has changed', async () => {
    const own = await startEngine({ contacts: contactRecords(4_000) })
    const path = await backUp(own.engine, testFolder())
    const disk = new SmallDisk(8)
    const small = await openEngine(disk.folder)
    await small.engine.start()
    disk.fill(20_000)
    expect(await small.engine.safekeeping.backups.check(path)).toEqual({
      ok: false,
      error: { code: 'storage_failed', params: { file: 'restore', detail: 'ENOSPC' } }
    })
    expect(await readdir(disk.folder.path)).not.toContain('restore')
    disk.free()
    const preview = valueOf(await small.engine.safekeeping.backups.check(path))
    disk.fill()
    expect(await small.engine.safekeeping.backups.order(preview.check_id)).toMatchObject({
      error: { code: 'storage_failed' }
    })
    disk.free()
    await small.engine.stop()
    const again = await openEngine(disk.folder)
    await again.engine.start()
    expect(again.engine.contacts.list()).toEqual([])
    expect(again.engine.state().emergency_stop).toBeNull()
  })

  it('full when the new files are made: the old ones stay, and the operator is told', async () => {
    const own = await startEngine({ contacts: contactRecords(4_000) })
    const path = await backUp(own.engine, testFolder())
    const disk = new SmallDisk(8)
    const small = await openEngine(disk.folder)
    await small.engine.start()
    await orderRestore(small.engine, path)
    await small.engine.stop()
    disk.fill()
    const again = await openEngine(disk.folder)
    disk.free()
    await again.engine.start()
    expect(again.lines.join('\n')).toContain('nothing has changed: ENOSPC')
    expect(again.engine.contacts.list()).toEqual([])
    expect(again.engine.state().emergency_stop).toBeNull()
  })
})
