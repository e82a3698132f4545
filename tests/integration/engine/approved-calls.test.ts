import { describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../../src/engine/engine'
import type { Alert } from '../../../src/shared/domain/alert'
import { contactDraftSchema } from '../../../src/shared/domain/contact'
import { settingsPatchSchema } from '../../../src/shared/domain/settings'
import { accept, status } from '../../support/gateway/gateway-answers'
import type { RecordingGateway } from '../../support/gateway/recording-gateway'
import {
  activeCampaign,
  type CampaignRecord,
  campaignRecord,
  contactRecord,
  contactRecords,
  idOf,
  scheduleFromNow
} from '../../support/engine/records'
import { sleep } from '../../support/engine/sleeping-laptop'
import { DAY_MS, HOUR_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine, type TestEngine } from '../../support/engine/test-engine'

const EARLIER = '2024-01-01T00:00:00.000Z'
const friends = contactRecords(3).map((contact) => ({ ...contact, tags: ['friend'] }))

/** Everybody with the tag, on WhatsApp and by AI call; a yes was given to two calls. */
const byTag = (changes: Partial<CampaignRecord> = {}) =>
  activeCampaign(1, {
    audience: { tags_in: ['friend'] },
    flow: ['whatsapp', 'ai_call'],
    schedule_settings: scheduleFromNow(-2_000, { frequency: 'daily' }),
    approval: { at: EARLIER, ai_calls: 2 },
    ...changes
  })

const isCall = ({ path }: { readonly path: string }) => path === '/call'
const callsAt = ({ messages }: RecordingGateway) => messages.filter(isCall).length
const chatsAt = ({ messages }: RecordingGateway) => messages.filter((message) => !isCall(message)).length

function alertsOf(engine: Engine): Alert[] {
  const alerts: Alert[] = []
  engine.subscribe((change) => {
    if (change.kind === 'alert') alerts.push(change.alert)
  })
  return alerts
}

/** A run whose calls wait for a yes, with everything else sent. */
async function held(changes: Partial<CampaignRecord> = {}) {
  const clock = new TestClock()
  const { folder, gateway } = await prepare({ contacts: friends, campaigns: [byTag(changes)] })
  const running = await openEngine(folder, { clock })
  const alerts = alertsOf(running.engine)
  await running.engine.start()
  await running.until(() => running.runs[0]?.counts.sent === 3, 'the messages are sent')
  const runId = running.runs[0]?.id ?? ''
  return { clock, folder, gateway, running, engine: running.engine, alerts, runId }
}

const approvalOf = ({ engine }: TestEngine) => engine.campaigns.find(byTag()._id)?.approval?.ai_calls

describe('a run that would make more AI calls than the operator has said yes to', () => {
  it('sends everything else and holds the calls, with a card and an alert', async () => {
    const { gateway, running, alerts, runId } = await held()
    expect([chatsAt(gateway), callsAt(gateway)]).toEqual([3, 0])
    expect(running.run(runId)).toMatchObject({
      status: 'running',
      paused_channels: [{ channel: 'ai_call', calls: { count: 3, approved: 2 } }]
    })
    expect(alerts).toContainEqual(expect.objectContaining({ type: 'calls_held', count: 3, approved: 2 }))
    // Nothing is being sent: the computer may sleep.
    await running.until(() => running.engine.runs.working === 0, 'it works no more')
    const overview = await running.engine.runViews.overview(runId)
    expect(overview.ok && overview.value).toMatchObject({
      waits: [{ channel: 'ai_call', queued: 3, reason: 'approval' }],
      eta: null
    })
  })

  it('still holds them after a restart', async () => {
    const { folder, gateway, engine, runId } = await held()
    await engine.stop()
    const again = await openEngine(folder)
    await again.engine.start()
    await again.until(() => again.engine.runs.live(runId) !== null, 'the run is back')
    expect(again.run(runId).paused_channels).toMatchObject([{ calls: { count: 3 } }])
    expect(callsAt(gateway)).toBe(0)
    expect((await again.engine.heldCalls.allow(runId)).ok).toBe(true)
    await again.finished(runId)
    expect(callsAt(gateway)).toBe(3)
  })

  it('makes them after a yes, which holds for later runs', async () => {
    const { clock, gateway, running, engine, runId } = await held()
    expect((await engine.heldCalls.allow(runId)).ok).toBe(true)
    expect((await running.finished(runId)).counts.sent).toBe(6)
    expect(approvalOf(running)).toBe(3)
    sleep(clock, running, DAY_MS)
    await running.until(() => running.runs.length === 2, 'the next slot')
    await running.finished(running.runs[0]?.id)
    expect(callsAt(gateway)).toBe(6)
    expect(await engine.heldCalls.allow(runId)).toMatchObject({ ok: false, error: { code: 'run_not_open' } })
  })

  it('asks no second time when those that failed are retried', async () => {
    const { gateway, running, engine, runId } = await held()
    gateway.answer = () => status(400, { success: false })
    await engine.heldCalls.allow(runId)
    await running.finished(runId)
    gateway.answer = () => accept
    const plan = await engine.retries.plan(runId)
    const retryId = plan.ok ? plan.value.run_id : ''
    expect((await engine.retries.start(runId, retryId, 'original')).ok).toBe(true)
    expect((await running.finished(retryId)).counts.sent).toBe(3)
    expect(callsAt(gateway)).toBe(6)
  })

  it('is not retried while it is open: under "first success" nobody is called after a message that was sent again', async () => {
    const strict = byTag({
      policies: { delivery: 'first_success', error_threshold: { errors: 0, in_a_row: 0 } }
    })
    const { engine, running, gateway } = await startEngine({
      contacts: friends,
      campaigns: [strict],
      answer: () => status(400, { success: false })
    })
    await running.until(() => running.runs[0]?.counts.failed === 3, 'every message has failed')
    const runId = running.runs[0]?.id ?? ''
    gateway.answer = () => accept
    const plan = await engine.retries.plan(runId)
    const retryId = plan.ok ? plan.value.run_id : ''
    expect(await engine.retries.start(runId, retryId, 'original')).toMatchObject({
      ok: false,
      error: { code: 'campaign_running' }
    })
    await engine.heldCalls.allow(runId)
    await running.finished(runId)
    expect([chatsAt(gateway), callsAt(gateway)]).toEqual([3, 3])
  })

  it('leaves them out when the operator says so', async () => {
    const { folder, gateway, running, engine, runId } = await held()
    expect((await engine.heldCalls.leaveOut(runId)).ok).toBe(true)
    expect((await running.finished(runId)).counts).toMatchObject({ sent: 3, skipped: 3 })
    expect((await running.states(runId)).filter((line) => line.includes('ai_call'))).toEqual(
      [1, 2, 3].map((number) => `Contact ${number} ai_call: skipped left_out`)
    )
    await engine.stop()
    const again = await openEngine(folder)
    await again.engine.start()
    expect(again.run(runId)).toMatchObject({ status: 'finished', paused_channels: [] })
    expect([callsAt(gateway), approvalOf(again)]).toEqual([0, 2])
  })

  it('holds up no slot, and makes way for the next one', async () => {
    const { clock, gateway, running, runId } = await held()
    sleep(clock, running, DAY_MS)
    await running.until(() => running.run(runId).status === 'finished', 'the first run has made way')
    await running.until(() => chatsAt(gateway) === 6, 'the second has sent its messages')
    expect(running.runs.map(({ status }) => status)).toEqual(['running', 'finished'])
    expect(running.run(runId)).toMatchObject({
      stop: { reason: 'superseded' },
      counts: { sent: 3, skipped: 3 }
    })
    expect(callsAt(gateway)).toBe(0)
  })

  it('makes way also where messages stand behind the calls, and never lets these overtake', async () => {
    const { clock, gateway, running, runId } = await (async () => {
      const clock = new TestClock()
      const strict = byTag({ flow: ['ai_call', 'whatsapp'], policies: { delivery: 'first_success' } })
      const { gateway, running } = await startEngine({ contacts: friends, campaigns: [strict] }, { clock })
      await running.until(() => running.runs.length === 1, 'the run')
      return { clock, gateway, running, runId: running.runs[0]?.id ?? '' }
    })()
    sleep(clock, running, DAY_MS)
    await running.until(() => running.run(runId).status === 'finished', 'the first run has made way')
    expect(running.run(runId).counts).toMatchObject({ sent: 0, skipped: 6 })
    expect(gateway.messages).toEqual([])
  })

  it('asks nothing where nothing rings: at the practice gateway, and without an address for calls', async () => {
    const { folder, gateway } = await prepare({ contacts: friends, campaigns: [byTag()] })
    await folder.writeSettings({ gateway: 'practice' })
    const practice = await openEngine(folder)
    await practice.engine.start()
    expect((await practice.finished()).counts.sent).toBe(6)
    expect(gateway.messages).toEqual([])

    const silent = await startEngine({
      contacts: friends,
      campaigns: [byTag()],
      settings: { gateways: { custom: { base_url: gateway.url, ai_call_url: '' } } }
    })
    expect((await silent.running.finished()).counts).toMatchObject({ sent: 3, skipped: 3 })
  })

  it('asks for as many as are approved no more', async () => {
    const { running, gateway } = await startEngine({
      contacts: friends,
      campaigns: [byTag({ approval: { at: EARLIER, ai_calls: 3 } })]
    })
    await running.finished()
    expect(callsAt(gateway)).toBe(3)
  })

  it('says nothing to another gateway: a yes is forgotten when a live one is chosen', async () => {
    const { engine, running } = await startEngine({
      contacts: friends,
      campaigns: [byTag({ status: 'paused', schedule_settings: scheduleFromNow(DAY_MS) })]
    })
    const { gateways } = engine.settings.value
    const reference = { base_url: 'http://127.0.0.1:9', ai_call_url: 'http://127.0.0.1:9/call', user_id: '' }
    await engine.saveSettings(
      settingsPatchSchema.parse({
        ...engine.settings.value,
        gateway: 'reference',
        gateways: { ...gateways, reference }
      })
    )
    expect(approvalOf(running)).toBeUndefined()
    expect(engine.campaigns.find(byTag()._id)?.status).toBe('paused')
  })
})

describe('a run that the operator starts', () => {
  const draft = campaignRecord(1, {
    contacts: friends.map(({ _id }) => _id),
    flow: ['whatsapp', 'ai_call'],
    approval: null
  })

  it('needs a yes to its calls, for this run alone', async () => {
    const { engine, running, gateway } = await startEngine({ contacts: friends, campaigns: [draft] })
    const plan = await engine.runsByHand.planManual(draft._id)
    expect(plan).toMatchObject({ ok: true, value: { contacts: 3, calls_to_approve: 3 } })
    const runId = plan.ok ? plan.value.run_id : ''
    const start = (ai_calls: number | null) => engine.runsByHand.startManual(draft._id, runId, { ai_calls })
    expect(await start(null)).toMatchObject({
      ok: false,
      error: { code: 'calls_not_approved', params: { count: 3 } }
    })
    expect(await start(2)).toMatchObject({ ok: false, error: { code: 'calls_not_approved' } })
    expect(gateway.messages).toEqual([])
    expect((await start(3)).ok).toBe(true)
    expect((await running.finished(runId)).counts.sent).toBe(6)
    expect(engine.campaigns.find(draft._id)?.approval).toBeNull()
  })

  it('shows the numbers of the review: nobody is counted who would be left out', async () => {
    const contacts = [...friends, contactRecord(9, { do_not_contact: true, tags: ['friend'] })]
    const everybody = { ...draft, contacts: contacts.map(({ _id }) => _id) }
    const { engine } = await startEngine({ contacts, campaigns: [everybody] })
    const plan = await engine.runsByHand.planManual(draft._id)
    expect(plan).toMatchObject({
      ok: true,
      value: { contacts: 4, sent_by_channel: { whatsapp: 3, telegram: 0, ai_call: 3 }, calls_to_approve: 4 }
    })
    expect(plan.ok && plan.value.skipped).toMatchObject([
      { channel: 'whatsapp', reason: 'do_not_contact', count: 1, names: ['Contact 9'] },
      { channel: 'ai_call', reason: 'do_not_contact', count: 1 }
    ])
  })

  it('is refused with a text that cannot be sent', async () => {
    const wrong = {
      ...draft,
      placeholders: true,
      call_script: 'Hello {{ first_name',
      flow: ['whatsapp' as const]
    }
    const { engine, running } = await startEngine({ contacts: friends, campaigns: [wrong] })
    const plan = await engine.runsByHand.planManual(draft._id)
    const started = await engine.runsByHand.startManual(draft._id, plan.ok ? plan.value.run_id : '')
    expect(started).toMatchObject({ ok: false, error: { code: 'message_wrong' } })
    expect(running.runs).toEqual([])
  })

  it('"send now" of a missed slot asks the same', async () => {
    const late = byTag({ schedule_settings: scheduleFromNow(-2 * HOUR_MS, { frequency: 'daily' }) })
    const { engine, running, gateway } = await startEngine({ contacts: friends, campaigns: [late] })
    await running.until(() => running.runs.length === 1, 'it is missed')
    const runId = running.runs[0]?.id ?? ''
    expect(await engine.runsByHand.planMissed(runId)).toMatchObject({
      ok: true,
      value: { calls_to_approve: 3 }
    })
    expect(await engine.runsByHand.sendMissed(runId)).toMatchObject({
      ok: false,
      error: { code: 'calls_not_approved' }
    })
    expect(running.run(runId).status).toBe('missed')
    expect((await engine.runsByHand.sendMissed(runId, { ai_calls: 3 })).ok).toBe(true)
    await running.finished(runId)
    expect([callsAt(gateway), approvalOf(running)]).toEqual([3, 2])
  })
})

describe('a slot whose audience finds nobody', () => {
  it('is missed, with a card and an alert, and can be sent when there is somebody', async () => {
    const { folder, gateway } = await prepare({
      contacts: friends.map((contact) => ({ ...contact, tags: [] })),
      campaigns: [byTag({ flow: ['whatsapp'] })]
    })
    const running = await openEngine(folder)
    const alerts = alertsOf(running.engine)
    await running.engine.start()
    await running.until(() => running.runs.length === 1, 'the slot is settled')
    const runId = running.runs[0]?.id ?? ''
    expect(running.run(runId)).toMatchObject({ status: 'missed', missed_reason: 'nobody' })
    await vi.waitFor(() => expect(alerts).toContainEqual(expect.objectContaining({ type: 'slots_missed' })))
    expect(running.lines.some((line) => line.includes('nobody was in its audience'))).toBe(true)
    const send = () => running.engine.runsByHand.sendMissed(runId)
    expect(await send()).toMatchObject({ ok: false, error: { code: 'no_contacts' } })
    const [somebody] = friends
    await running.engine.contacts.save(contactDraftSchema.parse(somebody))
    expect((await send()).ok).toBe(true)
    await running.finished(runId)
    expect(gateway.messages).toHaveLength(1)
  })

  it('is missed also when everybody who was picked is gone', async () => {
    const { running } = await startEngine({
      contacts: friends,
      campaigns: [byTag({ audience: {}, contacts: [idOf(77)] })]
    })
    await running.until(() => running.runs.length === 1, 'the slot is settled')
    expect(running.runs).toMatchObject([{ status: 'missed', missed_reason: 'nobody' }])
  })
})
