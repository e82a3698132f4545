import { describe, expect, it } from 'vitest'
import { perChannel } from '../../../src/shared/domain/channel'
import { valueOf } from '../../support/contacts/importing'
import { activeCampaign, campaignRecord, contactRecords, scheduleFromNow } from '../../support/engine/records'
import { openEngine, prepare, startEngine, type TestEngine } from '../../support/engine/test-engine'

const contacts = contactRecords(4)
const everybody = contacts.map(({ _id }) => _id)
const campaign = campaignRecord(1, { contacts: everybody, flow: ['whatsapp', 'telegram'] })

/** Begins a rehearsal through the practice gateway and gives its id. */
async function beginRehearsal({ engine }: TestEngine, campaignId: string): Promise<string> {
  const plan = await engine.runsByHand.planManual(campaignId)
  if (!plan.ok) throw new Error(plan.error.code)
  const started = await engine.runsByHand.startRehearsal(campaignId, plan.value.run_id)
  if (!started.ok) throw new Error(started.error.code)
  return plan.value.run_id
}

describe('a rehearsal for real, while a live gateway is chosen', () => {
  it('goes through the practice gateway alone and leaves the campaign as it is', async () => {
    const { gateway, running, engine } = await startEngine({ contacts, campaigns: [campaign] })
    const before = engine.campaigns.list()
    const runId = await beginRehearsal(running, campaign._id)
    const run = await running.finished(runId)
    expect(run).toMatchObject({ trigger: 'rehearsal', gateway: 'practice', counts: { sent: 8 } })
    expect(engine.practice.inbox().received).toEqual({ whatsapp: 4, telegram: 4, ai_call: 0 })
    expect(gateway.messages).toEqual([])
    expect(engine.campaigns.list()).toBe(before)
    expect(engine.campaignViews()[0]).toMatchObject({ last_run: null, open_run: null })
  })

  it('shows the faults that were chosen', async () => {
    const { running, engine } = await startEngine({ contacts, campaigns: [campaign] })
    engine.practice.setModes({ ...perChannel(() => 'accept'), telegram: 'server_error' })
    const run = await running.finished(await beginRehearsal(running, campaign._id))
    expect(run.counts).toMatchObject({ sent: 4, failed: 4 })
  })

  it('holds up no slot: what is due meanwhile is sent', async () => {
    const due = activeCampaign(1, {
      contacts: everybody,
      flow: ['whatsapp'],
      schedule_settings: scheduleFromNow(2_000)
    })
    const { gateway, running, engine } = await startEngine({ contacts, campaigns: [due] })
    engine.practice.setModes(perChannel(() => 'hang'))
    const rehearsal = await beginRehearsal(running, due._id)
    await running.until(() => gateway.messages.length === 4, 'the slot is sent')
    expect(running.run(rehearsal).status).toBe('running')
    expect(running.runs.filter(({ status }) => status === 'missed')).toEqual([])
  })

  it('never goes on at the live gateway: not after a change of settings, not after a restart, not when sent again', async () => {
    const { folder, gateway } = await prepare({ contacts, campaigns: [campaign] })
    const first = await openEngine(folder)
    await first.engine.start()
    first.engine.practice.setModes(perChannel(() => 'hang'))
    const runId = await beginRehearsal(first, campaign._id)
    await first.until(() => first.run(runId).counts.sending > 0, 'requests are under way')
    const { settings } = first.engine
    const saved = await settings.save({ ...settings.value, default_country: 'US' })
    expect(saved.ok).toBe(true)
    expect(first.run(runId).status).toBe('running')
    await first.engine.stop()

    const second = await openEngine(folder)
    await second.engine.start()
    const run = await second.finished(runId)
    expect(run).toMatchObject({ gateway: 'practice', counts: { sent: 4, unknown: 4 } })
    const refs = (await second.detail(runId)).deliveries.filter(({ state }) => state === 'unknown')
    expect(await second.engine.runs.settle(runId, refs, 'again')).toMatchObject({ ok: true })
    await second.until(
      () => second.engine.practice.inbox().messages.length >= 4,
      'they are in the practice inbox'
    )
    expect(gateway.messages).toEqual([])
  })

  it('does not begin while the emergency stop is on, and stands still when it comes', async () => {
    const { running, engine } = await startEngine({ contacts, campaigns: [campaign] })
    engine.practice.setModes(perChannel(() => 'hang'))
    const runId = await beginRehearsal(running, campaign._id)
    await engine.setEmergencyStop(true)
    await running.until(() => running.run(runId).status === 'paused', 'it stands still')
    const plan = await engine.runsByHand.planManual(campaign._id)
    const refused = plan.ok && (await engine.runsByHand.startRehearsal(campaign._id, plan.value.run_id))
    expect(refused).toMatchObject({ ok: false, error: { code: 'emergency_stop' } })
  })
})

describe('a retry of a rehearsal', () => {
  const NEVER = { error_threshold: { errors: 0, percent: 0, in_a_row: 0 } }
  const rehearsed = campaignRecord(1, { contacts: everybody, flow: ['whatsapp'], policies: NEVER })

  /** A rehearsal in which everything failed; from then on the practice gateway behaves as it is told. */
  async function failedRehearsal(running: TestEngine, campaignId = rehearsed._id): Promise<string> {
    const { practice } = running.engine
    practice.setModes(perChannel(() => 'reject'))
    const runId = await beginRehearsal(running, campaignId)
    await running.until(() => running.run(runId).status === 'finished', 'the rehearsal is over')
    expect(running.run(runId).counts.failed).toBe(4)
    practice.setModes(perChannel(() => 'accept'))
    return runId
  }

  async function retry({ engine }: TestEngine, runId: string): Promise<string> {
    const { run_id } = valueOf(await engine.retries.plan(runId))
    valueOf(await engine.retries.start(runId, run_id, 'original'))
    return run_id
  }

  it('is a rehearsal: at the practice gateway whatever is chosen, and no result of the campaign', async () => {
    const { gateway, running, engine } = await startEngine({ contacts, campaigns: [rehearsed] })
    const runId = await failedRehearsal(running)
    expect(valueOf(await engine.retries.plan(runId))).toMatchObject({ deliveries: 4, gateway: 'practice' })
    const retryId = await retry(running, runId)
    await running.until(() => running.run(retryId).status === 'finished', 'the retry is over')
    expect(running.run(retryId)).toMatchObject({
      trigger: 'rehearsal',
      retry_of: runId,
      gateway: 'practice',
      counts: { sent: 4 }
    })
    expect(engine.practice.inbox().received.whatsapp).toBe(4)
    expect(gateway.messages).toEqual([])
    expect(engine.campaignViews()[0]).toMatchObject({ last_run: null, open_run: null })
  })

  it('holds up no slot, and waits for none: what is due meanwhile is sent', async () => {
    const due = activeCampaign(1, {
      contacts: everybody,
      flow: ['whatsapp'],
      policies: NEVER,
      schedule_settings: scheduleFromNow(3_000)
    })
    const { gateway, running, engine } = await startEngine({ contacts, campaigns: [due] })
    const runId = await failedRehearsal(running, due._id)
    engine.practice.setModes(perChannel(() => 'hang'))
    const retryId = await retry(running, runId)
    await running.until(() => gateway.messages.length === 4, 'the slot is sent')
    expect(running.run(retryId).status).toBe('running')
    expect(running.runs.filter(({ status }) => status === 'missed')).toEqual([])
  })

  it('goes on at the practice gateway after a switch to a live one, also over a restart', async () => {
    const { folder, gateway } = await prepare({
      contacts,
      campaigns: [rehearsed],
      settings: { gateway: 'practice' }
    })
    const first = await openEngine(folder)
    await first.engine.start()
    const runId = await failedRehearsal(first)
    first.engine.practice.setModes(perChannel(() => 'hang'))
    const retryId = await retry(first, runId)
    await first.until(() => first.run(retryId).counts.sending > 0, 'requests are under way')
    valueOf(await first.engine.saveSettings({ ...first.engine.settings.value, gateway: 'custom' }))
    expect(first.run(retryId).status).toBe('running')
    await first.engine.stop()

    const second = await openEngine(folder)
    await second.engine.start()
    await second.until(() => second.run(retryId).status === 'finished', 'the retry is over')
    expect(second.run(retryId)).toMatchObject({ trigger: 'rehearsal', gateway: 'practice' })
    expect(gateway.messages).toEqual([])
  })

  it('begins only when the rehearsal is over', async () => {
    const { running, engine } = await startEngine({
      contacts,
      campaigns: [{ ...rehearsed, flow: ['whatsapp', 'telegram'] }]
    })
    engine.practice.setModes({ ...perChannel(() => 'reject'), telegram: 'hang' })
    const runId = await beginRehearsal(running, rehearsed._id)
    await running.until(() => running.run(runId).counts.failed === 4, 'one channel has failed')
    const { run_id } = valueOf(await engine.retries.plan(runId))
    expect(await engine.retries.start(runId, run_id, 'original')).toMatchObject({
      ok: false,
      error: { code: 'campaign_running' }
    })
  })
})
