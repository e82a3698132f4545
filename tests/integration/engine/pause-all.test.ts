import { describe, expect, it } from 'vitest'
import { accept, Held } from '../../support/gateway/gateway-answers'
import { pollUntil } from '../../support/engine/changes'
import {
  activeCampaign,
  campaignRecord,
  contactRecords,
  idOf,
  limitsOf,
  scheduleFromNow,
  settingsFor
} from '../../support/engine/records'
import { openEngine, prepare, startEngine } from '../../support/engine/test-engine'

const contacts = contactRecords(10)
const everybody = contacts.map(({ _id }) => _id)

describe('pause all', () => {
  it('lets requests in flight end, holds the rest of a run, and goes on where it was', async () => {
    const campaign = campaignRecord(1, { contacts: everybody, flow: ['whatsapp'] })
    const held = new Held()
    const { gateway, running, engine } = await startEngine({
      contacts,
      campaigns: [campaign],
      answer: () => held.answer,
      settings: { limits: limitsOf(4) }
    })
    const runId = await running.begin(campaign._id)
    await gateway.until(() => held.count === 4, 'four requests are in flight')
    await engine.settings.setPausedAll(true)
    gateway.answer = () => accept
    held.release()
    await running.until(() => running.run(runId).counts.sent === 4, 'the four are recorded')
    // Everything that may go on has had its turn once another run, refused while all is paused, was asked for.
    expect(await engine.runsByHand.startManual(campaign._id, `${campaign._id}_manual_x`)).toMatchObject({
      ok: false,
      error: { code: 'paused_all' }
    })
    expect(gateway.requests).toHaveLength(4)
    expect(running.run(runId).counts).toMatchObject({ sent: 4, queued: 6, sending: 0 })

    await engine.settings.setPausedAll(false)
    expect((await running.finished(runId)).counts.sent).toBe(10)
    expect(gateway.requests).toHaveLength(10)
  })

  it('survives a restart: a run that was paused stays so until it is released', async () => {
    const campaign = campaignRecord(1, { contacts: everybody, flow: ['whatsapp'] })
    const held = new Held()
    const { folder, gateway } = await prepare({
      contacts,
      campaigns: [campaign],
      answer: () => held.answer,
      settings: { limits: limitsOf(1) }
    })
    const first = await openEngine(folder)
    await first.engine.start()
    const runId = await first.begin(campaign._id)
    await gateway.until(() => held.count === 1, 'one request is in flight')
    await first.engine.settings.setPausedAll(true)
    gateway.answer = () => accept
    held.release()
    await first.until(() => first.run(runId).counts.sent === 1, 'it is recorded')
    await first.engine.stop()

    const second = await openEngine(folder)
    await second.engine.start()
    expect(second.engine.state()).toMatchObject({ paused_all: true, open_runs: 1, still_runs: [runId] })
    expect(second.run(runId).counts).toMatchObject({ sent: 1, queued: 9 })
    expect(gateway.requests).toHaveLength(1)
    await second.engine.settings.setPausedAll(false)
    expect(second.engine.state()).toMatchObject({ open_runs: 1, still_runs: [] })
    expect((await second.finished(runId)).counts.sent).toBe(10)
    expect(gateway.requests).toHaveLength(10)
  })

  it('slots that pass meanwhile neither run afterwards nor count as missed; the next one does run', async () => {
    const passed = activeCampaign(1, { contacts: [idOf(1)], schedule_settings: scheduleFromNow(-5_000) })
    const daily = activeCampaign(2, {
      contacts: [idOf(1)],
      schedule_settings: scheduleFromNow(-5_000, { frequency: 'daily' })
    })
    const { folder, gateway } = await prepare({ contacts, campaigns: [passed, daily] })
    await folder.writeSettings(settingsFor(gateway, { paused_all: true }))
    const { engine } = await openEngine(folder)
    await engine.start()
    await engine.settings.setPausedAll(false)
    expect(engine.state().next?.campaign_id).toBe(daily._id)
    await pollUntil(() => engine.campaigns.find(passed._id)?.status === 'completed', 'the passed one is over')
    await engine.stop()
    expect(engine.runs.list()).toEqual([])
    expect(gateway.requests).toEqual([])
  })

  it('leaves the status of every campaign alone', async () => {
    const campaigns = [activeCampaign(1, { contacts: everybody }), campaignRecord(2)]
    const { engine } = await startEngine({ contacts, campaigns })
    await engine.settings.setPausedAll(true)
    expect(engine.campaigns.list().map(({ status }) => status)).toEqual(['active', 'draft'])
    await engine.settings.setPausedAll(false)
    expect(engine.campaigns.list().map(({ status }) => status)).toEqual(['active', 'draft'])
    expect(engine.state().next?.campaign_id).toBe(campaigns[0]?._id)
  })
})
