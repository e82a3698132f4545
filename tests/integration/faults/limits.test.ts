import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { perChannel } from '../../../src/shared/domain/channel'
import { type ChannelLimits, NO_LIMITS } from '../../../src/shared/domain/settings'
import { accept, acceptAfter, type GatewayAnswer, Held, silence } from '../../support/gateway/gateway-answers'
import type { RecordingGateway } from '../../support/gateway/recording-gateway'
import { campaignRecord, contactRecords } from '../../support/engine/records'
import { sleep } from '../../support/engine/sleeping-laptop'
import { DAY_MS, HOUR_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine } from '../../support/engine/test-engine'

const LONG = { catch_up_window_min: 10_080 }

const campaignTo = (
  count: number,
  number = 1,
  flow: ('whatsapp' | 'telegram' | 'ai_call')[] = ['whatsapp']
) =>
  campaignRecord(number, {
    contacts: contactRecords(count).map(({ _id }) => _id),
    flow,
    policies: LONG
  })

const limited = (limits: Partial<ChannelLimits>) => ({
  limits: perChannel(() => ({ ...NO_LIMITS, ...limits }))
})

/** The most requests that arrived in any window of that length. */
function mostWithin(windowMs: number, instantsMs: readonly number[]): number {
  return Math.max(
    ...instantsMs.map((start) => instantsMs.filter((at) => at >= start && at < start + windowMs).length)
  )
}

const arrivals = ({ messages }: RecordingGateway) => messages.map(({ atMs }) => atMs)

describe('design, Limits: measured where it counts, at the server', () => {
  it('two a second over sixty contacts: never three within any second', async () => {
    const { running, gateway } = await startEngine({
      contacts: contactRecords(60),
      campaigns: [campaignTo(60)],
      settings: limited({ per_second: 2 })
    })
    const stalls = monitorEventLoopDelay()
    stalls.enable()
    const runId = await running.begin(campaignTo(60)._id)
    await running.until(() => running.run(runId).status === 'finished', 'sixty are sent', 60_000)
    stalls.disable()
    // What left a second apart arrives less than that apart when the first of it was held up on a busy computer.
    const heldUpMs = Math.min(stalls.max / 1e6, 500)
    const at = arrivals(gateway)
    expect(at).toHaveLength(60)
    expect(mostWithin(1_000 - heldUpMs, at)).toBeLessThanOrEqual(2)
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThan(29_000 - heldUpMs)
  })

  it('who gets nothing anyway waits for no limit: the run is over, and holds up no other one', async () => {
    const contacts = contactRecords(4).map((contact, index) =>
      index < 2 ? contact : { ...contact, whatsapp_number: '' }
    )
    const { running, gateway } = await startEngine({
      contacts,
      campaigns: [campaignTo(4)],
      settings: limited({ per_day: 2 })
    })
    const runId = await running.begin(campaignTo(4)._id)
    await running.until(() => running.run(runId).status === 'finished', 'two are sent, two are skipped')
    expect(running.run(runId).counts).toMatchObject({ sent: 2, skipped: 2 })
    expect(gateway.messages).toHaveLength(2)
  })

  it('ten an hour over fifteen contacts: ten are sent, five wait with an ETA, also after a restart; an hour later they go', async () => {
    const clock = new TestClock()
    const { folder, gateway } = await prepare({
      contacts: contactRecords(15),
      campaigns: [campaignTo(15)],
      settings: limited({ per_hour: 10 })
    })
    const first = await openEngine(folder, { clock })
    await first.engine.start()
    const runId = await first.begin(campaignTo(15)._id)
    await first.until(() => first.run(runId).counts.sent === 10, 'ten are sent')
    const [wait] = (await first.detail(runId)).waits
    expect(wait).toMatchObject({ channel: 'whatsapp', queued: 5, reason: 'limit' })
    expect(Date.parse(wait?.until ?? '') - clock.nowMs()).toBeGreaterThan(0.9 * HOUR_MS)
    expect(Date.parse(wait?.eta ?? '') - clock.nowMs()).toBeGreaterThan(0.9 * HOUR_MS)
    await first.engine.stop()

    const second = await openEngine(folder, { clock })
    await second.engine.start()
    expect((await second.detail(runId)).waits[0]).toMatchObject({ queued: 5, reason: 'limit' })
    expect(gateway.messages).toHaveLength(10)
    sleep(clock, second, HOUR_MS)
    expect((await second.finished(runId)).counts.sent).toBe(15)
    expect(gateway.messages).toHaveLength(15)
  })

  it('three a day: the fourth goes out a day after the first', async () => {
    const clock = new TestClock()
    const { running, gateway } = await startEngine(
      { contacts: contactRecords(4), campaigns: [campaignTo(4)], settings: limited({ per_day: 3 }) },
      { clock }
    )
    const runId = await running.begin(campaignTo(4)._id)
    await running.until(() => running.run(runId).counts.sent === 3, 'three are sent')
    sleep(clock, running, DAY_MS / 2)
    await running.until(() => running.lines.some((line) => line.includes('The clock moved')), 'it is noticed')
    expect(gateway.messages).toHaveLength(3)
    sleep(clock, running, DAY_MS / 2)
    expect((await running.finished(runId)).counts.sent).toBe(4)
  })

  it('a limit is shared by all campaigns', async () => {
    const campaigns = [campaignTo(6, 1), campaignTo(6, 2)]
    const { running, gateway } = await startEngine({
      contacts: contactRecords(6),
      campaigns,
      settings: limited({ per_hour: 8 })
    })
    const runIds = [
      await running.begin(campaigns[0]?._id ?? ''),
      await running.begin(campaigns[1]?._id ?? '')
    ]
    const sent = () => runIds.reduce((sum, id) => sum + running.run(id).counts.sent, 0)
    await running.until(() => sent() === 8, 'eight are sent')
    expect(gateway.messages).toHaveLength(8)
    // They take turns: neither waits for the other to be over.
    for (const id of runIds) expect(running.run(id).counts.sent).toBeGreaterThan(0)
  })

  it('so many at the same time and never more', async () => {
    let [now, most] = [0, 0]
    const { running, gateway } = await startEngine({
      contacts: contactRecords(20),
      campaigns: [campaignTo(20)],
      settings: limited({ concurrency: 3 })
    })
    gateway.answer = () => ({
      give: (response, request) => {
        now += 1
        most = Math.max(most, now)
        response.once('finish', () => (now -= 1))
        acceptAfter(30).give(response, request)
      }
    })
    await running.runToEnd(campaignTo(20)._id)
    expect(most).toBe(3)
  })

  it('a random gap keeps messages apart', async () => {
    const { running, gateway } = await startEngine({
      contacts: contactRecords(5),
      campaigns: [campaignTo(5)],
      settings: limited({ gap_min_s: 0.3, gap_max_s: 0.6 })
    })
    await running.runToEnd(campaignTo(5)._id)
    const at = arrivals(gateway)
    const gaps = at.slice(1).map((each, index) => each - (at[index] ?? 0))
    // The network may bring two of them a little closer together than they left.
    for (const gap of gaps) expect(gap).toBeGreaterThan(230)
    expect(new Set(gaps.map((gap) => Math.round(gap / 10))).size).toBeGreaterThan(1)
  })

  it('one slow channel never holds up another: WhatsApp hangs, Telegram is done in its own time', async () => {
    const people = 50
    const { running, gateway } = await startEngine({
      contacts: contactRecords(people),
      campaigns: [campaignTo(people, 1, ['whatsapp', 'telegram'])],
      settings: limited({ concurrency: 1 }),
      answer: ({ path }) => (path === '/whatsapp/send' ? silence : acceptAfter(20))
    })
    const runId = await running.begin(campaignTo(people)._id)
    await running.until(() => running.run(runId).sent_by_channel.telegram >= people - 1, 'Telegram is done')
    // The one contact whose WhatsApp request is in flight waits for it, as the flow wants.
    const hanging = gateway.messages.filter(({ path }) => path === '/whatsapp/send')
    expect(hanging.length).toBeLessThanOrEqual(2)
    expect(running.run(runId).sent_by_channel.whatsapp).toBe(0)
  })

  it('with WhatsApp hanging, Telegram’s throughput is what it was, within 10 %', async () => {
    const people = 60
    const throughput = async (whatsapp: GatewayAnswer): Promise<number> => {
      const { running, gateway, engine } = await startEngine({
        contacts: contactRecords(people),
        campaigns: [campaignTo(people, 1, ['whatsapp', 'telegram'])],
        settings: {
          limits: perChannel((channel) =>
            channel === 'telegram' ? { ...NO_LIMITS, per_second: 12 } : { ...NO_LIMITS, concurrency: 1 }
          ),
          timeouts_s: { whatsapp: 60 }
        },
        answer: ({ path }) => (path === '/whatsapp/send' ? whatsapp : acceptAfter(20))
      })
      const runId = await running.begin(campaignTo(people)._id)
      await running.until(() => running.run(runId).sent_by_channel.telegram >= people - 1, 'Telegram is done')
      const at = gateway.messages.filter(({ path }) => path === '/telegram/send').map(({ atMs }) => atMs)
      await gateway.close()
      await engine.stop()
      const [first = 0, last = 0] = [at[0], at[people - 2]]
      return (people - 2) / (last - first)
    }
    // The limit sets the pace, so the machine's own speed does not count; both are measured in the same run.
    const healthy = await throughput(accept)
    const hanging = await throughput(silence)
    process.stdout.write(
      `Telegram beside a hanging WhatsApp: ${(hanging / healthy).toFixed(3)} of its throughput\n`
    )
    expect(hanging / healthy).toBeGreaterThan(0.9)
    expect(hanging / healthy).toBeLessThan(1.1)
  })

  it('the practice gateway has none', async () => {
    const { running } = await startEngine({
      contacts: contactRecords(30),
      campaigns: [campaignTo(30)],
      settings: { ...limited({ per_hour: 1 }), gateway: 'practice' }
    })
    const { summary } = await running.runToEnd(campaignTo(30)._id)
    expect(summary.counts.sent).toBe(30)
  })

  it('a live gateway starts with careful ones: WhatsApp one at a time, Telegram thirty a minute', async () => {
    const { engine } = await startEngine({ settings: { limits: undefined } })
    const { whatsapp, telegram, ai_call: call } = engine.settings.value.limits
    expect(whatsapp).toMatchObject({
      concurrency: 1,
      per_minute: 20,
      per_hour: 200,
      per_day: 1000,
      gap_min_s: 1,
      gap_max_s: 4
    })
    expect(telegram).toMatchObject({ per_minute: 30 })
    expect(call).toMatchObject({ concurrency: 1, per_minute: 10 })
  })

  it('a limit that is lifted lets go at once what waited for it', async () => {
    const held = new Held()
    const { running, engine, gateway } = await startEngine({
      contacts: contactRecords(6),
      campaigns: [campaignTo(6)],
      settings: limited({ per_day: 1 }),
      answer: () => held.answer
    })
    const runId = await running.begin(campaignTo(6)._id)
    await gateway.until(() => held.count === 1, 'the first is under way')
    gateway.answer = () => accept
    held.release()
    await running.until(() => running.run(runId).counts.sent === 1, 'one is sent')
    const {
      paused_all: _p,
      slots_from: _s,
      emergency_stop: _e,
      clock_hold: _c,
      ...patch
    } = engine.settings.value
    await engine.saveSettings({ ...patch, ...limited({}) })
    expect((await running.finished(runId)).counts.sent).toBe(6)
  })
})
