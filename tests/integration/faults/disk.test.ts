import { rename } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { accept, Held } from '../../support/gateway/gateway-answers'
import {
  activeCampaign,
  campaignRecord,
  contactRecords,
  limitsOf,
  scheduleFromNow,
  settingsFor
} from '../../support/engine/records'
import { canMountDisks } from '../../support/engine/disk-mount'
import { SmallDisk } from '../../support/engine/small-disk'
import { openEngine, testFolder, testGateway } from '../../support/engine/test-engine'
import type { TestFolder } from '../../support/engine/data-folder'

const PEOPLE = 40
const contacts = contactRecords(PEOPLE)
const everybody = contacts.map(({ _id }) => _id)
const campaign = campaignRecord(1, { contacts: everybody, flow: ['whatsapp'] })

/** A run on that folder of which two requests are under way at the gateway; the others wait. */
async function underWay(folder: TestFolder) {
  const held = new Held()
  const gateway = await testGateway()
  gateway.answer = () => held.answer
  await folder.writeContacts(contacts)
  await folder.writeCampaigns([campaign])
  await folder.writeSettings(settingsFor(gateway, { limits: limitsOf(2), timeouts_s: { whatsapp: 120 } }))
  const running = await openEngine(folder)
  await running.engine.start()
  const runId = await running.begin(campaign._id)
  await gateway.until(() => held.count === 2, 'two requests are under way')
  const release = () => {
    gateway.answer = () => accept
    held.release()
  }
  return { gateway, running, engine: running.engine, runId, release }
}

const keysOf = (messages: readonly { idempotencyKey: string }[]) =>
  new Set(messages.map(({ idempotencyKey }) => idempotencyKey)).size

describe.skipIf(!canMountDisks)('a disk that refuses (needs the right to mount one)', () => {
  it('full in the middle of a run: it pauses and says so, goes on by itself, nothing is lost or sent twice', async () => {
    const disk = new SmallDisk(4)
    const { gateway, running, engine, runId, release } = await underWay(disk.folder)
    disk.fill()
    release()
    await running.until(() => running.run(runId).status === 'paused', 'the run waits for the disk')
    expect(running.run(runId)).toMatchObject({
      pause: { reason: 'storage', note: expect.stringContaining('ENOSPC') as string }
    })
    expect(running.lines.join('\n')).toContain('ENOSPC')
    const atFull = gateway.messages.length
    // The last page of the ledger had some room yet.
    expect(atFull).toBeLessThan(PEOPLE)
    await running.until(() => engine.runs.working === 0, 'the computer may sleep')

    disk.free()
    expect((await running.finished(runId)).counts.sent).toBe(PEOPLE)
    expect(gateway.messages).toHaveLength(PEOPLE)
    expect(keysOf(gateway.messages)).toBe(PEOPLE)
    await engine.stop()
    const again = await openEngine(disk.folder)
    expect((await again.detail(runId)).summary.counts).toMatchObject({ sent: PEOPLE, unknown: 0 })
  })

  it('full, and the app ends before there is room again: what was sent is not sent again', async () => {
    const disk = new SmallDisk(4)
    const { gateway, running, engine, runId, release } = await underWay(disk.folder)
    disk.fill()
    release()
    await running.until(() => running.run(runId).status === 'paused', 'the run waits for the disk')
    await engine.stop()
    const atFull = gateway.messages.length
    disk.free()
    const again = await openEngine(disk.folder)
    await again.engine.start()
    const { counts } = await again.finished(runId)
    expect(counts.sent + counts.unknown).toBe(PEOPLE)
    expect(counts.unknown).toBeLessThanOrEqual(atFull)
    expect(keysOf(gateway.messages)).toBe(gateway.messages.length)
  })

  it('read-only: the start is refused, nothing is sent, and with a disk that takes writes the run goes on', async () => {
    const disk = new SmallDisk(4)
    const { gateway, running, engine, runId, release } = await underWay(disk.folder)
    await engine.runs.pause(runId, '')
    release()
    await running.until(() => running.run(runId).counts.sent === 2, 'the answers are recorded')
    await engine.stop()
    disk.readOnly(true)
    const again = await openEngine(disk.folder)
    await expect(again.engine.start()).rejects.toThrow('EROFS')
    await again.engine.stop()
    expect(gateway.messages).toHaveLength(2)
    disk.readOnly(false)
    const third = await openEngine(disk.folder)
    await third.engine.start()
    expect(await third.engine.resumeRun(runId, '')).toMatchObject({ ok: true })
    expect((await third.finished(runId)).counts.sent).toBe(PEOPLE)
    expect(gateway.messages).toHaveLength(PEOPLE)
  })

  it('full when a slot is due: the slot waits for the disk and then runs, once', async () => {
    const disk = new SmallDisk(4)
    const gateway = await testGateway()
    await disk.folder.writeContacts(contacts)
    await disk.folder.writeCampaigns([
      activeCampaign(1, {
        contacts: everybody,
        flow: ['whatsapp'],
        schedule_settings: scheduleFromNow(2_500)
      })
    ])
    await disk.folder.writeSettings(settingsFor(gateway))
    const running = await openEngine(disk.folder)
    await running.engine.start()
    disk.fill()
    await running.until(
      () => running.engine.state().warnings.some(({ kind }) => kind === 'storage_failed'),
      'the operator is told'
    )
    expect(gateway.messages).toEqual([])
    disk.free()
    const run = await running.finished()
    expect(run.counts.sent).toBe(PEOPLE)
    expect(gateway.messages).toHaveLength(PEOPLE)
  })
})

describe.skipIf(!canMountDisks)(
  'a disk with room for the index and not for a ledger (needs the right to mount one)',
  () => {
    it('the slot is not lost: it runs when there is room, once, without a restart', async () => {
      const disk = new SmallDisk(8)
      const gateway = await testGateway()
      const crowd = contactRecords(3_000)
      await disk.folder.writeContacts(crowd)
      await disk.folder.writeCampaigns([
        activeCampaign(1, {
          contacts: crowd.map(({ _id }) => _id),
          flow: ['whatsapp'],
          schedule_settings: scheduleFromNow(2_500)
        })
      ])
      await disk.folder.writeSettings(settingsFor(gateway))
      const running = await openEngine(disk.folder)
      await running.engine.start()
      disk.fill(100_000)
      await running.until(
        () => running.lines.some((line) => line.includes('Scheduler')),
        'the ledger is refused'
      )
      expect(running.engine.runs.isOpen(campaign._id)).toBe(false)
      disk.free()
      await running.until(() => running.runs.some(({ status }) => status === 'finished'), 'it runs', 60_000)
      expect(gateway.messages).toHaveLength(3_000)
    })
  }
)

describe('the data folder is removed while a run is under way', () => {
  it('nothing more is sent, the operator is told, and with the folder back the run goes on, once', async () => {
    const folder = testFolder()
    const { gateway, running, engine, runId, release } = await underWay(folder)
    const elsewhere = `${folder.path}-moved`
    await rename(folder.path, elsewhere)
    release()
    await running.until(() => running.run(runId).counts.sent >= 2, 'the answers are recorded')
    await engine.stop()
    const sentWithout = gateway.messages.length
    await rename(elsewhere, folder.path)
    const again = await openEngine(folder)
    await again.engine.start()
    await again.finished(runId)
    expect(keysOf(gateway.messages)).toBe(gateway.messages.length)
    expect(gateway.messages.length).toBeGreaterThanOrEqual(sentWithout)
  })

  it('a ledger that was deleted stops the run: nobody would ever read what is written to it', async () => {
    const folder = testFolder()
    const { gateway, running, runId, release } = await underWay(folder)
    await folder.remove()
    release()
    await running.until(() => running.run(runId).status === 'paused', 'the run stands still')
    expect(running.run(runId).pause).toMatchObject({ reason: 'storage' })
    expect(gateway.messages.length).toBeLessThanOrEqual(4)
  })
})
