import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { deliveryIdOf } from '../../../src/engine/ledger/run-state'
import { contactDraftSchema } from '../../../src/shared/domain/contact'
import type { DeliveryRef } from '../../../src/shared/domain/delivery'
import { accept, chosenBy, silence, status, truncatedJson } from '../../support/gateway/gateway-answers'
import { addressIn, RecordingGateway, textIn } from '../../support/gateway/recording-gateway'
import {
  type CampaignRecord,
  campaignRecord,
  contactRecord,
  contactRecords,
  idOf,
  limitsOf,
  phoneOf,
  settingsFor
} from '../../support/engine/records'
import { HOUR_MS, MINUTE_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine, testFolder, testGateway } from '../../support/engine/test-engine'

const contacts = contactRecords(3)
const everybody = contacts.map(({ _id }) => _id)
const NEVER = { error_threshold: { errors: 0, percent: 0, in_a_row: 0 } }
const campaign = campaignRecord(1, { contacts: everybody, flow: ['whatsapp'], policies: NEVER })

const busy = (retryAfter?: string, code = 429) =>
  status(code, '', retryAfter === undefined ? {} : { 'retry-after': retryAfter })

/** A port of this computer where nothing listens, yet. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

const channelOf = ({
  engine
}: {
  engine: { state(): { channels: readonly { channel: string; state: string }[] } }
}) => engine.state().channels.find(({ channel }) => channel === 'whatsapp')

describe('design, Retry: 429 and 503', () => {
  it.each([429, 503])('%i three times, then failed: busy', async (code) => {
    const { running, gateway } = await startEngine({
      contacts: [contactRecord(1)],
      campaigns: [campaignRecord(1, { contacts: [idOf(1)], flow: ['whatsapp'] })],
      answer: () => busy('0', code)
    })
    const { summary, deliveries } = await running.runToEnd(campaign._id)
    expect(summary.counts.failed).toBe(1)
    expect(deliveries[0]).toMatchObject({ state: 'failed', reason: { code: 'busy' } })
    expect(gateway.messages).toHaveLength(3)
    expect(new Set(gateway.messages.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  })

  it.each([
    ['in seconds', () => '2'],
    ['as a date', () => new Date(Date.now() + 3_000).toUTCString()]
  ])(
    'Retry-After %s: the channel waits, the delivery stays queued, other channels go on',
    async (_what, after) => {
      let refused = 0
      const { running, gateway, engine } = await startEngine({
        contacts,
        campaigns: [campaignRecord(1, { contacts: everybody, flow: ['whatsapp', 'telegram'] })],
        settings: { limits: limitsOf(1) }
      })
      gateway.answer = ({ path }) => {
        if (path !== '/whatsapp/send' || refused > 0) return accept
        refused += 1
        return busy(after())
      }
      const runId = await running.begin(campaign._id)
      await running.until(() => channelOf({ engine })?.state === 'retry_after', 'the channel waits')
      await running.until(() => running.run(runId).sent_by_channel.telegram === 3, 'Telegram goes on')
      expect(running.run(runId).counts.failed).toBe(0)
      const refusedAtMs = gateway.messages.find(({ path }) => path === '/whatsapp/send')?.atMs ?? 0
      expect((await running.finished(runId)).counts.sent).toBe(6)
      const second = gateway.messages.filter(({ path }) => path === '/whatsapp/send')[1]
      expect((second?.atMs ?? 0) - refusedAtMs).toBeGreaterThan(1_500)
    }
  )

  it.each([0, 1])(
    'Retry-After holds at once, also the delivery that it was about (concurrency %i)',
    async (concurrency) => {
      let refused = 0
      const { running, gateway } = await startEngine({
        contacts: [contactRecord(1)],
        campaigns: [campaignRecord(1, { contacts: [idOf(1)], flow: ['whatsapp'] })],
        settings: { limits: limitsOf(concurrency) },
        answer: () => {
          refused += 1
          return refused > 1 ? accept : busy('2')
        }
      })
      await running.runToEnd(campaign._id)
      const [first, second] = gateway.messages
      expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(1_500)
    }
  )

  it('Retry-After of more than an hour: the channel pauses with a card, also after a restart, until "try now"', async () => {
    const { folder, gateway } = await prepare({
      contacts,
      campaigns: [campaign],
      settings: { limits: limitsOf(1) },
      answer: () => busy('7200')
    })
    const first = await openEngine(folder)
    await first.engine.start()
    const runId = await first.begin(campaign._id)
    await first.until(() => channelOf(first)?.state === 'paused', 'the channel pauses')
    await first.engine.stop()
    gateway.answer = () => accept
    const second = await openEngine(folder)
    await second.engine.start()
    expect(channelOf(second)).toMatchObject({ state: 'paused', queued: 3 })
    expect(second.run(runId).counts.queued).toBe(3)
    expect(gateway.messages).toHaveLength(1)
    second.engine.tryChannelNow('whatsapp')
    expect((await second.finished(runId)).counts.sent).toBe(3)
    expect(gateway.messages).toHaveLength(4)
  })
})

describe('design, Retry: another gateway', () => {
  it('does not wait because the one before asked for it', async () => {
    const { running, engine, gateway } = await startEngine({
      contacts,
      campaigns: [campaign, { ...campaign, _id: idOf(0xca_0002) }],
      settings: { limits: limitsOf(1) },
      answer: () => busy('7200')
    })
    const runId = await running.begin(campaign._id)
    await running.until(() => channelOf(running)?.state === 'paused', 'the channel pauses')
    const other = await testGateway()
    const {
      paused_all: _p,
      slots_from: _s,
      emergency_stop: _e,
      clock_hold: _c,
      ...patch
    } = engine.settings.value
    const custom = { base_url: other.url, ai_call_url: other.callUrl, user_id: '' }
    await engine.saveSettings({ ...patch, gateways: { ...patch.gateways, custom } })
    await running.until(() => running.run(runId).status === 'paused', 'the old run stays at its gateway')
    const { summary } = await running.runToEnd(idOf(0xca_0002))
    expect(summary.counts.sent).toBe(3)
    expect(other.messages).toHaveLength(3)
    expect(gateway.messages).toHaveLength(1)
  })
})

describe('design, Retry: a gateway out of reach', () => {
  it('a laptop that wakes with Wi-Fi seconds later sends everything, without using up an attempt', async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const folder = testFolder()
    await folder.writeContacts(contacts)
    await folder.writeCampaigns([campaign])
    await folder.writeSettings(settingsFor({ url, callUrl: `${url}/call` }))
    const running = await openEngine(folder)
    await running.engine.start()
    const runId = await running.begin(campaign._id)
    await running.until(() => channelOf(running)?.state === 'unreachable', 'it waits and says so')
    await running.until(() => running.run(runId).counts.queued === 3, 'all three wait')
    expect(running.run(runId).counts.failed).toBe(0)
    expect(running.lines.join('\n')).toContain('out of reach')

    const gateway = new RecordingGateway()
    onTestFinished(() => gateway.close())
    await gateway.open(port)
    expect((await running.finished(runId)).counts.sent).toBe(3)
    expect(gateway.messages).toHaveLength(3)
    expect((await running.detail(runId)).deliveries.every(({ attempts }) => !attempts)).toBe(true)
  })

  it('a host that is not found waits in the same way', async () => {
    const folder = testFolder()
    await folder.writeContacts(contacts)
    await folder.writeCampaigns([campaign])
    const url = 'http://gateway.invalid'
    await folder.writeSettings(settingsFor({ url, callUrl: url }))
    const running = await openEngine(folder)
    await running.engine.start()
    const runId = await running.begin(campaign._id)
    await running.until(() => channelOf(running)?.state === 'unreachable', 'it waits')
    await running.until(() => running.run(runId).counts.queued === 3, 'all three wait')
  })

  it('what still waits after the catch-up window is failed: gateway_unreachable', async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const clock = new TestClock()
    const folder = testFolder()
    await folder.writeContacts(contacts)
    await folder.writeCampaigns([{ ...campaign, policies: { ...NEVER, catch_up_window_min: 10 } }])
    await folder.writeSettings(settingsFor({ url, callUrl: `${url}/call` }))
    const running = await openEngine(folder, { clock })
    await running.engine.start()
    const runId = await running.begin(campaign._id)
    await running.until(() => channelOf(running)?.state === 'unreachable', 'it waits')
    // Ten steps of a minute and a bit, as a computer that is awake sees them.
    for (let step = 0; step < 40 && running.run(runId).status !== 'finished'; step += 1) {
      clock.pass(20_000)
      running.engine.tryChannelNow('whatsapp')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await running.finished(runId)
    expect(await running.states(runId)).toEqual(
      [1, 2, 3].map((number) => `Contact ${number} whatsapp: failed gateway_unreachable`)
    )
  })
})

describe('design, Retry: "retry failed" makes a new run', () => {
  /** Contact 1 was refused, contact 2 has it, contact 3 may have it. */
  async function mixed() {
    const answer = chosenBy((request) => {
      if (addressIn(request) === phoneOf(1)) return status(400, 'no such number')
      return addressIn(request) === phoneOf(3) ? truncatedJson : accept
    })
    const started = await startEngine({ contacts, campaigns: [campaign], answer: () => answer })
    const { summary } = await started.running.runToEnd(campaign._id)
    started.gateway.answer = () => accept
    return { ...started, runId: summary.id, retries: started.engine.retries }
  }

  it('of only what failed, with ids of its own, and it knows where it comes from', async () => {
    const { running, gateway, runId, retries } = await mixed()
    const plan = await retries.plan(runId)
    if (!plan.ok) throw new Error(plan.error.code)
    expect(plan.value).toMatchObject({ deliveries: 1, by_channel: { whatsapp: 1 }, text_changed: false })
    expect(await retries.start(runId, plan.value.run_id, 'original')).toMatchObject({ ok: true })
    const retry = await running.finished(plan.value.run_id)
    expect(retry).toMatchObject({ trigger: 'retry', retry_of: runId, counts: { sent: 1 } })
    expect(gateway.messages).toHaveLength(4)
    const last = gateway.messages[3]
    expect(last?.idempotencyKey).toBe(deliveryIdOf(retry.id, idOf(1), 'whatsapp'))
    expect((await running.detail(runId)).deliveries[0]).toMatchObject({ claimed_by: retry.id })
  })

  it('a failed delivery is claimed once: by a double click, and by two retries at the same time', async () => {
    const { running, gateway, runId, retries } = await mixed()
    const plans = await Promise.all([retries.plan(runId), retries.plan(runId)])
    const ids = plans.map((plan) => (plan.ok ? plan.value.run_id : ''))
    const [a = '', b = ''] = ids
    const started = await Promise.all([a, a, b, b].map((id) => retries.start(runId, id, 'original')))
    expect(started.filter(({ ok }) => ok)).toHaveLength(1)
    await running.until(
      () =>
        running.runs.filter(({ trigger, status: now }) => trigger === 'retry' && now === 'finished')
          .length === 1,
      'the retry is finished'
    )
    expect(await retries.plan(runId)).toMatchObject({ ok: false, error: { code: 'nothing_to_retry' } })
    expect(gateway.messages).toHaveLength(4)
  })

  it('with the original text or the present one', async () => {
    const { running, gateway, runId, retries, engine } = await mixed()
    const present = engine.campaigns.find(campaign._id)
    if (present === undefined) throw new Error('no campaign')
    const { status: _s, effective_from: _e, created_at: _c, updated_at: _u, ...draft } = present
    await engine.campaigns.save({ ...draft, call_script: 'The mended text' })
    const plan = await retries.plan(runId)
    if (!plan.ok) throw new Error(plan.error.code)
    expect(plan.value).toMatchObject({
      text_changed: true,
      original_text: campaign.call_script,
      current_text: 'The mended text'
    })
    await retries.start(runId, plan.value.run_id, 'current')
    await running.finished(plan.value.run_id)
    expect(gateway.messages.map(textIn)).toEqual([
      ...Array.from({ length: 3 }, () => campaign.call_script),
      'The mended text'
    ])
  })

  it('a claim whose retry never came to be is void', async () => {
    const { folder, engine, runId } = await mixed()
    await engine.stop()
    const name = `runs/${runId}.jsonl`
    const claim = {
      type: 'claimed',
      contact_id: idOf(1),
      channel: 'whatsapp',
      at: new Date().toISOString(),
      by: `${campaign._id}_retry_0123456789abcdef01234567`
    }
    await folder.write(name, `${await folder.text(name)}${JSON.stringify(claim)}\n`)
    const again = await openEngine(folder)
    await again.engine.start()
    expect(await again.engine.retries.plan(runId)).toMatchObject({ ok: true, value: { deliveries: 1 } })
  })

  it('asks again whether the person wants to be contacted', async () => {
    const { running, engine, gateway, runId, retries } = await mixed()
    const contact = engine.contacts.find(idOf(1))
    if (contact === undefined) throw new Error('no contact')
    const { created_at: _c, updated_at: _u, written: _w, invalid: _i, ...draft } = contact
    await engine.contacts.save({ ...draft, do_not_contact: true } as Parameters<
      typeof engine.contacts.save
    >[0])
    const plan = await retries.plan(runId)
    if (!plan.ok) throw new Error(plan.error.code)
    await retries.start(runId, plan.value.run_id, 'original')
    await running.finished(plan.value.run_id)
    expect(await running.states(plan.value.run_id)).toEqual(['Contact 1 whatsapp: skipped do_not_contact'])
    expect(gateway.messages).toHaveLength(3)
  })
})

describe('design, Retry: a retry of a retry sends nobody a second message', () => {
  type Started = Awaited<ReturnType<typeof startEngine>>

  /** Only those who are named are refused. */
  const refusing = (...numbers: number[]) =>
    chosenBy((request) =>
      numbers.map(phoneOf).includes(addressIn(request)) ? status(400, 'no such number') : accept
    )

  /** Retries what failed in a run, to its end. */
  async function retried({ engine, running }: Started, runId: string, text: 'original' | 'current') {
    const plan = await engine.retries.plan(runId)
    if (!plan.ok) throw new Error(plan.error.code)
    const { run_id } = plan.value
    expect(await engine.retries.start(runId, run_id, text)).toMatchObject({ ok: true })
    await running.finished(run_id)
    return run_id
  }

  /** Gives a contact the number of another one. */
  async function giveNumber({ engine }: Started, to: number, of: number) {
    const contact = engine.contacts.find(idOf(to))
    if (contact === undefined) throw new Error('no contact')
    const draft = contactDraftSchema.parse({ ...contact, whatsapp_number: phoneOf(of) })
    expect(await engine.contacts.save(draft)).toMatchObject({ ok: true })
  }

  const numbersOf = ({ gateway }: Started) => gateway.messages.map(addressIn)

  it('whose number became that of somebody whom an earlier run of the chain reached', async () => {
    const started = await startEngine({ contacts, campaigns: [campaign], answer: () => refusing(1) })
    const first = (await started.running.runToEnd(campaign._id)).summary.id
    const second = await retried(started, first, 'original')
    started.gateway.answer = () => accept
    await giveNumber(started, 1, 2)
    const third = await retried(started, second, 'current')
    expect(await started.running.states(third)).toEqual(['Contact 1 whatsapp: skipped duplicate'])
    expect(numbersOf(started).filter((number) => number === phoneOf(2))).toHaveLength(1)
  })

  it('whose number became that of somebody whom another retry of the same run reached', async () => {
    const answers = chosenBy((request) => {
      if (addressIn(request) === phoneOf(1)) return status(400, 'no such number')
      return addressIn(request) === phoneOf(3) ? truncatedJson : accept
    })
    const started = await startEngine({ contacts, campaigns: [campaign], answer: () => answers })
    const { engine, gateway, running } = started
    const first = (await running.runToEnd(campaign._id)).summary.id
    gateway.answer = () => accept
    // Contact 1 is reached by the first retry; contact 3 turns out to have failed only afterwards.
    await retried(started, first, 'original')
    gateway.answer = () => refusing(3)
    await engine.settleUnknown(first, [{ contact_id: idOf(3), channel: 'whatsapp' }], 'again')
    await running.until(() => running.run(first).counts.failed === 2, 'it has failed after all')
    await running.finished(first)
    gateway.answer = () => accept
    await giveNumber(started, 3, 1)
    const other = await retried(started, first, 'original')
    expect(await running.states(other)).toEqual(['Contact 3 whatsapp: skipped duplicate'])
    expect(numbersOf(started).filter((number) => number === phoneOf(1))).toHaveLength(2)
  })

  it('also when the ledger of a run in between is gone', async () => {
    const started = await startEngine({ contacts, campaigns: [campaign], answer: () => refusing(1) })
    const first = (await started.running.runToEnd(campaign._id)).summary.id
    const second = await retried(started, first, 'original')
    const third = await retried(started, second, 'original')
    started.gateway.answer = () => accept
    await started.engine.stop()
    await rm(started.folder.file(`runs/${second}.jsonl`))
    const again = await openEngine(started.folder)
    await again.engine.start()
    const restarted = { ...started, engine: again.engine, running: again }
    await giveNumber(restarted, 1, 2)
    const fourth = await retried(restarted, third, 'original')
    expect(await again.states(fourth)).toEqual(['Contact 1 whatsapp: skipped duplicate'])
    expect(numbersOf(started).filter((number) => number === phoneOf(2))).toHaveLength(1)
  })
})

describe('design, Retry: what is unknown waits for the operator’s word', () => {
  const refOf = (number: number): DeliveryRef => ({ contact_id: idOf(number), channel: 'whatsapp' })

  async function allUnknown(policies: CampaignRecord['policies'] = NEVER) {
    const started = await startEngine({
      contacts,
      campaigns: [{ ...campaign, policies }],
      answer: () => truncatedJson,
      settings: { timeouts_s: { whatsapp: 5 } }
    })
    const { summary } = await started.running.runToEnd(campaign._id)
    expect(summary.counts.unknown).toBe(3)
    started.gateway.answer = () => accept
    return { ...started, runId: summary.id }
  }

  it('"it arrived" counts as sent and sends nothing', async () => {
    const { running, engine, gateway, runId } = await allUnknown()
    expect(await engine.settleUnknown(runId, [refOf(1), refOf(2)], 'arrived')).toMatchObject({ value: 2 })
    await running.until(() => running.run(runId).counts.sent === 2, 'two are decided')
    expect(running.run(runId)).toMatchObject({ status: 'finished', counts: { sent: 2, unknown: 1 } })
    expect(gateway.messages).toHaveLength(3)
  })

  it('"send again" stays in its run and keeps its key and its text; twice quickly is once', async () => {
    const { running, engine, gateway, runId } = await allUnknown()
    const words = await Promise.all([1, 2, 3].map(() => engine.settleUnknown(runId, [refOf(2)], 'again')))
    expect(words.map((word) => (word.ok ? word.value : 0)).sort()).toEqual([0, 0, 1])
    await running.until(() => running.run(runId).counts.sent === 1, 'it is sent')
    await running.finished(runId)
    expect(gateway.messages).toHaveLength(4)
    const keys = gateway.messages.map(({ idempotencyKey }) => idempotencyKey)
    expect(keys.filter((key) => key === deliveryIdOf(runId, idOf(2), 'whatsapp'))).toHaveLength(2)
    expect(new Set(gateway.messages.map(textIn)).size).toBe(1)
    expect(running.runs).toHaveLength(1)
  })

  it('"send again" is sent also in a run that was stopped; what was skipped by the stop stays skipped', async () => {
    let asked = 0
    const { running, engine, gateway } = await startEngine({
      contacts,
      campaigns: [campaign],
      settings: { limits: limitsOf(1), timeouts_s: { whatsapp: 5 } },
      answer: () => ((asked += 1) === 1 ? silence : accept)
    })
    const runId = await running.begin(campaign._id)
    await gateway.until(() => gateway.messages.length === 1, 'the first is under way')
    await engine.runs.stopRun(runId, 'wrong text')
    await running.finished(runId)
    expect(running.run(runId).counts).toMatchObject({ unknown: 1, skipped: 2 })
    expect(await engine.settleUnknown(runId, [refOf(1)], 'again')).toMatchObject({ value: 1 })
    await running.until(() => running.run(runId).counts.sent === 1, 'it is sent again')
    const run = await running.finished(runId)
    expect(run).toMatchObject({ counts: { sent: 1, skipped: 2 }, stop: { note: 'wrong text' } })
    expect(gateway.messages).toHaveLength(2)
  })

  it('"send again" is sent also in a run that ended while it was paused, or with its channel standing still', async () => {
    const { running, engine, gateway, runId } = await allUnknown({ error_threshold: { in_a_row: 3 } })
    await engine.settleUnknown(runId, [refOf(1)], 'again')
    expect((await running.finished(runId)).counts).toMatchObject({ sent: 1, unknown: 2 })
    gateway.answer = () => silence
    await engine.settleUnknown(runId, [refOf(2)], 'again')
    await gateway.until(() => gateway.messages.length === 5, 'it is under way')
    await engine.runs.pause(runId, '')
    await running.finished(runId)
    gateway.answer = () => accept
    await engine.settleUnknown(runId, [refOf(2)], 'again')
    expect((await running.finished(runId)).counts).toMatchObject({ sent: 2, unknown: 1 })
  })

  it('never by itself: not at a restart, not by a retry, not after hours', async () => {
    const { engine, folder, gateway, runId } = await allUnknown()
    expect(await engine.retries.plan(runId)).toMatchObject({ error: { code: 'nothing_to_retry' } })
    await engine.stop()
    const clock = new TestClock()
    clock.jump(5 * HOUR_MS)
    const again = await openEngine(folder, { clock })
    await again.engine.start()
    clock.pass(10 * MINUTE_MS)
    await again.engine.stop()
    expect(again.run(runId).counts.unknown).toBe(3)
    expect(gateway.messages).toHaveLength(3)
  })

  it('both words survive a restart, and "arrived" after "again" does not send once more', async () => {
    const { running, engine, folder, gateway, runId } = await allUnknown()
    await engine.settleUnknown(runId, [refOf(1)], 'arrived')
    await engine.settleUnknown(runId, [refOf(2)], 'again')
    await running.until(() => gateway.messages.length === 4, 'it is sent again')
    await running.finished(runId)
    expect(await engine.settleUnknown(runId, [refOf(2)], 'arrived')).toMatchObject({ value: 0 })
    await engine.stop()
    const again = await openEngine(folder)
    await again.engine.start()
    expect(again.run(runId).counts).toMatchObject({ sent: 2, unknown: 1 })
    await again.engine.stop()
    expect(gateway.messages).toHaveLength(4)
  })
})
