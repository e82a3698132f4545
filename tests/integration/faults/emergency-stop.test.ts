import { describe, expect, it } from 'vitest'
import { heldRun } from '../../support/engine/held-run'
import { activeCampaign, campaignRecord, contactRecords, scheduleFromNow } from '../../support/engine/records'
import { sleep } from '../../support/engine/sleeping-laptop'
import { DAY_MS } from '../../support/engine/test-clock'
import { openEngine, prepare } from '../../support/engine/test-engine'

const contacts = contactRecords(5)
const everybody = contacts.map(({ _id }) => _id)

async function stoppedInTheMiddle() {
  const daily = activeCampaign(2, {
    contacts: everybody,
    flow: ['telegram'],
    schedule_settings: scheduleFromNow(3_600_000, { frequency: 'daily' })
  })
  const run = await heldRun({ people: 5, campaigns: [daily] })
  expect(await run.engine.setEmergencyStop(true)).toMatchObject({ ok: true })
  run.release()
  await run.running.until(() => run.running.run(run.runId).counts.sent === 1, 'the one in flight is recorded')
  return run
}

describe('design, Emergency stop: no new request starts on any channel', () => {
  it('what is in flight ends and is recorded; the open run becomes paused', async () => {
    const { running, runId, gateway } = await stoppedInTheMiddle()
    expect(running.run(runId)).toMatchObject({
      status: 'paused',
      pause: { reason: 'emergency_stop' },
      counts: { sent: 1, queued: 4, sending: 0 }
    })
    expect(gateway.messages).toHaveLength(1)
  })

  it('nothing can be started: by hand, as a retry, by continuing, by sending again', async () => {
    const { engine, campaign, runId, gateway } = await stoppedInTheMiddle()
    const plan = await engine.runsByHand.planManual(campaign._id)
    const manual = plan.ok ? plan.value.run_id : ''
    const refused = { ok: false, error: { code: 'emergency_stop' } }
    expect(await engine.runsByHand.startManual(campaign._id, manual)).toMatchObject(refused)
    expect(await engine.resumeRun(runId, '')).toMatchObject(refused)
    expect(await engine.retries.start(runId, manual, 'original')).toMatchObject(refused)
    const ref = { contact_id: everybody[0] ?? '', channel: 'whatsapp' as const }
    expect(await engine.settleUnknown(runId, [ref], 'again')).toMatchObject(refused)
    expect(gateway.messages).toHaveLength(1)
  })

  it('slots meanwhile are missed and never catch up by themselves', async () => {
    const { running, engine, clock, gateway } = await stoppedInTheMiddle()
    sleep(clock, running, DAY_MS)
    await running.until(() => running.runs.some(({ status }) => status === 'missed'), 'the slot is missed')
    expect(running.runs.filter(({ status }) => status === 'missed')).toMatchObject([
      { missed_reason: 'emergency_stop' }
    ])
    await engine.setEmergencyStop(false)
    await engine.stop()
    expect(gateway.messages).toHaveLength(1)
  })

  it('survives a restart; releasing it sends nothing: each run is continued by hand', async () => {
    const { folder, engine, runId, gateway, clock } = await stoppedInTheMiddle()
    await engine.stop()
    const again = await openEngine(folder, { clock })
    await again.engine.start()
    expect(again.engine.state().emergency_stop).toMatchObject({ reason: 'operator' })
    expect(again.run(runId).status).toBe('paused')
    await again.engine.setEmergencyStop(false)
    expect(again.run(runId).status).toBe('paused')
    expect(gateway.messages).toHaveLength(1)
    expect(await again.engine.resumeRun(runId, '')).toMatchObject({ ok: true })
    expect((await again.finished(runId)).counts.sent).toBe(5)
    expect(gateway.messages).toHaveLength(5)
  })

  it('between the durable intent and the request nothing leaves either', async () => {
    const campaign = campaignRecord(1, { contacts: everybody, flow: ['whatsapp'] })
    const { folder, gateway } = await prepare({ contacts, campaigns: [campaign] })
    const running = await openEngine(folder)
    await running.engine.start()
    const stops: Promise<unknown>[] = []
    running.engine.subscribe((change) => {
      const isUnderWay = change.kind === 'run' && change.run.counts.sending > 0
      if (isUnderWay && stops.length === 0) stops.push(running.engine.setEmergencyStop(true))
    })
    const runId = await running.begin(campaign._id)
    await running.until(() => running.run(runId).status === 'paused', 'the run is paused')
    await Promise.all(stops)
    expect(running.run(runId).counts).toMatchObject({ queued: 5, sending: 0 })
    expect(gateway.messages).toEqual([])
  })

  it('a run that was just being started is paused as well: releasing the stop does not send it', async () => {
    // So many that their ledger takes longer to write than the stop.
    const crowd = contactRecords(20_000)
    const campaign = campaignRecord(1, { contacts: crowd.map(({ _id }) => _id), flow: ['whatsapp'] })
    const { folder, gateway } = await prepare({ contacts: crowd, campaigns: [campaign] })
    const running = await openEngine(folder)
    await running.engine.start()
    const stops: Promise<unknown>[] = []
    // The run is in the index and has no ledger yet.
    running.engine.subscribe(({ kind }) => {
      if (kind === 'run' && stops.length === 0) stops.push(running.engine.setEmergencyStop(true))
    })
    const runId = await running.begin(campaign._id)
    await Promise.all(stops)
    expect(running.run(runId)).toMatchObject({ status: 'paused', pause: { reason: 'emergency_stop' } })
    await running.engine.setEmergencyStop(false)
    await running.engine.stop()
    expect(gateway.messages).toEqual([])
  })
})
