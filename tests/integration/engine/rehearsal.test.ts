import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { campaignDraftSchema, type CampaignDraft } from '../../../src/shared/domain/campaign'
import { CHANNEL_IDS, type ChannelId, perChannel } from '../../../src/shared/domain/channel'
import type { Rehearsal } from '../../../src/shared/domain/rehearsal'
import type { RunDetail, RunSummary } from '../../../src/shared/domain/run'
import { NO_LIMITS } from '../../../src/shared/domain/settings'
import { FastClock } from '../../support/engine/fast-clock'
import {
  activeCampaign,
  type CampaignRecord,
  campaignRecord,
  type ContactRecord,
  contactRecord,
  contactRecords,
  idOf,
  phoneOf,
  type SettingsRecord,
  wallTime
} from '../../support/engine/records'
import { sleep } from '../../support/engine/sleeping-laptop'
import { DAY_MS, MINUTE_MS, TestClock } from '../../support/engine/test-clock'
import { startEngine, type TestEngine } from '../../support/engine/test-engine'
import { byMinute, predictedMinutes } from '../../support/rehearsal/minutes'

/** For runs of an hour on a clock that is a hundred times as fast. */
const SLOW_MS = 180_000
const EARLIER = '2024-01-01T00:00:00.000Z'

const draftOf = (campaign: CampaignRecord): CampaignDraft => campaignDraftSchema.parse(campaign)

async function rehearsed(
  { engine }: TestEngine,
  campaign: CampaignRecord,
  rules: 'as_set_up' | 'as_live' = 'as_set_up'
): Promise<Rehearsal> {
  const result = await engine.rehearsals.rehearse(draftOf(campaign), rules)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Everything in the data folder but the log and the signs of life: name and a digest of the content. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true })
  const files: Record<string, string> = {}
  for (const name of names) {
    if (name.startsWith('logs') || name.startsWith('presence')) continue
    const content = await readFile(join(folder, name)).catch(() => 'folder')
    files[name] = createHash('sha256').update(content).digest('hex')
  }
  return files
}

/** When messages left, to the second, by channel. */
function departures({ deliveries }: RunDetail): Record<ChannelId, number[]> {
  const leftMs = (channel: ChannelId) =>
    deliveries
      .filter((delivery) => delivery.channel === channel && delivery.state === 'sent')
      .map(({ at = '', duration_ms = 0 }) => Date.parse(at) - duration_ms)
      .sort((a, b) => a - b)
  return perChannel(leftMs)
}

/** What a campaign is played with: the world in which it is rehearsed, and then run. */
interface Played {
  readonly contacts: readonly ContactRecord[]
  readonly campaign: CampaignRecord
  readonly settings: Partial<SettingsRecord>
  readonly startMs: number
  /** How many seconds pass in one. */
  readonly rate: number
}

/** Rehearses a campaign, lets it run then, and expects of both the same: who, who not, and when, minute by minute. */
async function expectAgreement({ contacts, campaign, settings, startMs, rate }: Played): Promise<RunDetail> {
  const clock = new FastClock(startMs, rate)
  const { running } = await startEngine(
    { contacts, campaigns: [campaign], settings },
    { clock, timers: clock }
  )
  const rehearsal = await rehearsed(running, campaign)
  const [first] = rehearsal.runs
  await running.until(
    () => running.runs.some(({ status }) => status === 'finished'),
    'the run is over',
    120_000
  )
  const [run] = running.runs
  const detail = await running.detail(run?.id ?? '')
  const left = departures(detail)

  expect(first?.run?.counts).toEqual(run?.counts)
  expect(first?.run?.sent_by_channel).toEqual(run?.sent_by_channel)
  for (const channel of CHANNEL_IDS) {
    expect(predictedMinutes(rehearsal, channel), channel).toEqual(byMinute(left[channel]))
  }
  const skips = detail.deliveries.filter(({ state }) => state === 'skipped').map(({ reason }) => reason?.code)
  expect(rehearsal.skipped.flatMap(({ reason, count }) => Array<string>(count).fill(reason)).sort()).toEqual(
    skips.sort()
  )
  expect(Math.abs(Date.parse(rehearsal.finished_at ?? '') - Date.parse(run?.finished_at ?? ''))).toBeLessThan(
    MINUTE_MS
  )
  return detail
}

/** Twenty people, some of whom get nothing, each for another reason. */
const people = [
  ...contactRecords(20),
  contactRecord(21, { whatsapp_number: '', telegram_username: '' }),
  contactRecord(22, { phone: phoneOf(1), whatsapp_number: phoneOf(1), telegram_username: 'contact_1' }),
  contactRecord(23, { do_not_contact: [{ channel: 'ai_call', reason: 'asked to stop', at: EARLIER }] }),
  contactRecord(24, { whatsapp_number: '12', invalid: ['whatsapp_number'] })
]
const everybody = people.map(({ _id }) => _id)

describe('a rehearsal', () => {
  it('sends nothing and writes nothing', async () => {
    const campaign = campaignRecord(1, {
      contacts: everybody,
      schedule_settings: { frequency: 'daily', start_time: wallTime(Date.now() + MINUTE_MS), timezone: 'UTC' }
    })
    const { folder, gateway, running } = await startEngine({ contacts: people, campaigns: [campaign] })
    const before = await contentOf(folder.path)
    const rehearsal = await rehearsed(running, campaign)
    expect(rehearsal.runs).toHaveLength(7)
    expect(rehearsal.runs.map(({ run }) => run?.counts.sent)).toEqual(Array.from({ length: 7 }, () => 65))
    expect(await contentOf(folder.path)).toEqual(before)
    expect(gateway.messages).toEqual([])
    expect(running.runs).toEqual([])
  })

  it('names who is left out and why, each once in a week of runs', async () => {
    const campaign = campaignRecord(1, {
      contacts: everybody,
      schedule_settings: { frequency: 'daily', start_time: wallTime(Date.now() + MINUTE_MS), timezone: 'UTC' }
    })
    const { running } = await startEngine({ contacts: people, campaigns: [campaign] })
    const { skipped } = await rehearsed(running, campaign)
    const said = skipped.map(
      ({ channel, reason, count, names }) => `${channel} ${reason} ${count} ${names.join()}`
    )
    expect(said.sort()).toEqual([
      'ai_call do_not_contact 1 Contact 23',
      'ai_call duplicate 1 Contact 22',
      'telegram duplicate 1 Contact 22',
      'telegram no_address 1 Contact 21',
      'whatsapp duplicate 1 Contact 22',
      'whatsapp invalid_number 1 Contact 24',
      'whatsapp no_address 1 Contact 21'
    ])
  })

  it('is what the run does then: limits, gaps, quiet hours and zones, minute by minute', async () => {
    const dueMs = Date.parse('2026-03-10T06:00:00Z')
    await expectAgreement({
      startMs: dueMs - 90_000,
      rate: 60,
      campaign: activeCampaign(1, {
        contacts: everybody,
        schedule_settings: { frequency: 'once', start_time: wallTime(dueMs), timezone: 'UTC' },
        effective_from: '2026-03-01T00:00:00.000Z'
      }),
      contacts: people.map((person, index) =>
        // Some are where it is an hour later.
        index % 3 === 0 ? { ...person, timezone: 'Africa/Lagos' } : person
      ),
      settings: {
        limits: {
          whatsapp: { ...NO_LIMITS, concurrency: 1, per_minute: 4 },
          telegram: { ...NO_LIMITS, per_minute: 7 },
          ai_call: { ...NO_LIMITS, concurrency: 1, gap_min_s: 20, gap_max_s: 20 }
        },
        // The night is over at 06:20 where most are, and was over when the run began where the others are.
        quiet_hours: {
          whatsapp: { on: false, from: '22:00', to: '07:00' },
          telegram: { on: true, from: '22:00', to: '06:20' },
          ai_call: { on: false, from: '17:00', to: '08:00' }
        }
      }
    })
  })

  describe('over a change of the clocks in Berlin is what the run does then', () => {
    const everyMinutes = (minutes: number) => ({
      ...NO_LIMITS,
      concurrency: 1,
      gap_min_s: 60 * minutes,
      gap_max_s: 60 * minutes
    })
    /** Three are where it is morning, and quiet for nobody. */
    const contacts = contactRecords(12).map((person, index) =>
      index % 4 === 0 ? { ...person, timezone: 'Asia/Ho_Chi_Minh' } : person
    )
    const atNight = (date: string) =>
      activeCampaign(1, {
        contacts: contacts.map(({ _id }) => _id),
        schedule_settings: {
          frequency: 'daily',
          start_time: `${date}T02:30:00`,
          timezone: 'Europe/Berlin',
          max_runs: 1
        },
        effective_from: '2026-01-01T00:00:00.000Z'
      })
    const settings = (whatsapp: string, ai_call: string): Partial<SettingsRecord> => ({
      limits: { whatsapp: everyMinutes(4), telegram: everyMinutes(2), ai_call: everyMinutes(3) },
      quiet_hours: {
        whatsapp: { on: true, from: '22:00', to: whatsapp },
        telegram: { on: false, from: '22:00', to: '07:00' },
        ai_call: { on: true, from: '17:00', to: ai_call }
      }
    })
    /** Who of those in Berlin got it when, as `HH:MM` in UTC, in order. */
    const inBerlin = ({ deliveries }: RunDetail, channel: ChannelId): string[] => {
      const there = new Set(contacts.filter(({ timezone }) => timezone === undefined).map(({ _id }) => _id))
      return deliveries
        .filter((delivery) => delivery.channel === channel && there.has(delivery.contact_id))
        .map(({ at = '', duration_ms = 0 }) =>
          new Date(Date.parse(at) - duration_ms).toISOString().slice(11, 16)
        )
        .sort()
    }

    it(
      'in spring: the slot and the end of the night are an hour that does not exist',
      async () => {
        const detail = await expectAgreement({
          contacts,
          campaign: atNight('2026-03-29'),
          settings: settings('02:45', '02:15'),
          startMs: Date.parse('2026-03-29T01:28:30Z'),
          rate: 100
        })
        expect(detail.summary.slot?.at).toBe('2026-03-29T01:30:00.000Z')
        // 02:45 is 03:45 that night, for whoever has the night of Berlin; 02:15 is 03:15, and was over.
        expect(inBerlin(detail, 'whatsapp')[0]).toBe('01:45')
        expect((inBerlin(detail, 'ai_call')[0] ?? '') < '01:40').toBe(true)
        expect(inBerlin(detail, 'whatsapp')).toHaveLength(9)
      },
      SLOW_MS
    )

    it(
      'in autumn: the hour of the slot comes twice, and it is night a second time',
      async () => {
        const detail = await expectAgreement({
          contacts,
          campaign: atNight('2026-10-25'),
          settings: settings('02:15', '02:35'),
          startMs: Date.parse('2026-10-25T00:28:30Z'),
          rate: 100
        })
        expect(detail.summary.slot?.at).toBe('2026-10-25T00:30:00.000Z')
        const whatsapp = inBerlin(detail, 'whatsapp')
        const calls = inBerlin(detail, 'ai_call')
        // At 01:00 UTC it is 02:00 again: quiet until 02:15, and for calls until 02:35, for the second time.
        for (const [times, until, again] of [
          [whatsapp, '00:30', '01:15'],
          [calls, '00:35', '01:35']
        ] as const) {
          expect(times).toHaveLength(9)
          expect(times.filter((time) => time < until || (time >= '01:00' && time < again))).toEqual([])
          expect(times.filter((time) => time < '01:00').length).toBeGreaterThan(2)
          expect(times.filter((time) => time >= again).length).toBeGreaterThan(0)
        }
      },
      SLOW_MS
    )
  })

  it('goes along with other campaigns and with a run that is open: they share the limits', async () => {
    const nowMs = Date.now()
    const busy = campaignRecord(2, { contacts: idsTo(10), flow: ['whatsapp'] })
    const campaign = campaignRecord(1, {
      contacts: idsTo(5),
      flow: ['whatsapp'],
      schedule_settings: { frequency: 'once', start_time: wallTime(nowMs + 2 * MINUTE_MS), timezone: 'UTC' }
    })
    const { running } = await startEngine({
      contacts: people,
      campaigns: [campaign, busy],
      settings: { limits: { ...perChannel(() => NO_LIMITS), whatsapp: { ...NO_LIMITS, per_hour: 6 } } }
    })
    const runId = await running.begin(busy._id)
    await running.until(() => running.run(runId).counts.sent === 6, 'the hour is used up')
    const { runs } = await rehearsed(running, campaign)
    const firstMs = Date.parse(runs[0]?.run?.first_at ?? '')
    // Ten of the other one are ahead or in turn with its five: the hour begins anew after its first six.
    expect(firstMs).toBeGreaterThan(nowMs + 55 * MINUTE_MS)
    expect(runs[0]?.run?.counts.sent).toBe(5)
    expect(running.run(runId).counts).toMatchObject({ sent: 6, queued: 4 })
  })

  it('says what is missed because the run before is not over, and what is not over by the end of the week', async () => {
    const campaign = campaignRecord(1, {
      contacts: idsTo(20),
      flow: ['whatsapp'],
      schedule_settings: { frequency: 'daily', start_time: wallTime(Date.now() + MINUTE_MS), timezone: 'UTC' }
    })
    const { running } = await startEngine({
      contacts: people,
      campaigns: [campaign],
      settings: { limits: { ...perChannel(() => NO_LIMITS), whatsapp: { ...NO_LIMITS, per_day: 6 } } }
    })
    const { runs, finished_at } = await rehearsed(running, campaign)
    expect(runs.map(({ run, missed_reason }) => run?.counts.sent ?? missed_reason)).toEqual([
      20,
      'overlap',
      'overlap',
      'overlap',
      18,
      'overlap',
      'overlap'
    ])
    expect(finished_at).toBeNull()
  })

  it('counts the frequency cap with what was sent before', async () => {
    const { running } = await startEngine({
      contacts: people,
      campaigns: [campaignRecord(2, { contacts: idsTo(3), flow: ['whatsapp'] })],
      settings: { frequency_cap: { on: true, messages: 2, days: 7 } }
    })
    await running.runToEnd(campaignRecord(2)._id)
    const campaign = campaignRecord(1, {
      contacts: idsTo(4),
      flow: ['whatsapp'],
      schedule_settings: {
        frequency: 'daily',
        start_time: wallTime(Date.now() + MINUTE_MS),
        timezone: 'UTC',
        max_runs: 2
      }
    })
    const { runs, skipped } = await rehearsed(running, { ...campaign, _id: undefined as unknown as string })
    expect(runs.map(({ run }) => run?.counts.sent)).toEqual([4, 1])
    expect(skipped.map(({ reason, count }) => `${reason} ${count}`)).toEqual(['frequency_cap 3'])
  })

  it('is what the runs of three days do then, when some have had enough before and others because of the first', async () => {
    const dueMs = Date.parse('2026-03-10T06:00:00Z')
    const clock = new TestClock()
    clock.jump(dueMs - 600_000 - Date.now())
    const campaign = activeCampaign(1, {
      contacts: idsTo(9),
      flow: ['whatsapp', 'telegram'],
      schedule_settings: {
        frequency: 'daily',
        start_time: wallTime(dueMs),
        timezone: 'UTC',
        max_runs: 3
      },
      effective_from: '2026-03-01T00:00:00.000Z'
    })
    const before = [
      campaignRecord(2, { contacts: idsTo(3) }),
      campaignRecord(3, { contacts: idsTo(6).slice(3), flow: ['whatsapp'] })
    ]
    const { running, gateway } = await startEngine(
      {
        contacts: contactRecords(9),
        campaigns: [campaign, ...before],
        settings: { frequency_cap: { on: true, messages: 3, days: 7 } }
      },
      { clock }
    )
    // Three have had their three messages, three have had one.
    for (const { _id } of before) await running.runToEnd(_id)
    expect(gateway.messages).toHaveLength(12)
    const rehearsal = await rehearsed(running, campaign)

    const details: RunDetail[] = []
    for (const day of [0, 1, 2]) {
      sleep(clock, running, dueMs + day * DAY_MS - 2_000 - clock.nowMs())
      const isNext = ({ slot, status }: RunSummary) =>
        status === 'finished' && slot?.at === new Date(dueMs + day * DAY_MS).toISOString()
      await running.until(() => running.runs.some(isNext), `day ${day + 1} is over`)
      details.push(await running.detail(running.runs.find(isNext)?.id ?? ''))
    }

    // Who had one message has had enough after the first day, who had none after one message of the second.
    expect(details.map(({ summary }) => summary.sent_by_channel)).toEqual([
      { whatsapp: 6, telegram: 6, ai_call: 0 },
      { whatsapp: 3, telegram: 0, ai_call: 0 },
      { whatsapp: 0, telegram: 0, ai_call: 0 }
    ])
    expect(rehearsal.runs.map(({ run }) => [run?.started_at, run?.counts, run?.sent_by_channel])).toEqual(
      details.map(({ summary: { slot, counts, sent_by_channel } }) => [slot?.at, counts, sent_by_channel])
    )
    const left = details.map(departures)
    for (const channel of CHANNEL_IDS) {
      expect(predictedMinutes(rehearsal, channel), channel).toEqual(
        byMinute(left.flatMap((day) => day[channel]))
      )
    }
    const skips = details
      .flatMap(({ deliveries }) => deliveries)
      .filter(({ state }) => state === 'skipped')
      .map(({ channel, reason, contact_name }) => `${channel} ${reason?.code} ${contact_name}`)
    const predictedSkips = rehearsal.skipped.flatMap(({ channel, reason, names }) =>
      names.map((name) => `${channel} ${reason} ${name}`)
    )
    expect(predictedSkips.sort()).toEqual([...new Set(skips)].sort())
  })

  it('knows changes of the clocks', async () => {
    const clock = new FastClock(Date.parse('2026-03-28T12:00:00Z'), 1)
    const campaign = campaignRecord(1, {
      contacts: idsTo(1),
      schedule_settings: { frequency: 'daily', start_time: '2026-03-28T02:30:00', timezone: 'Europe/Berlin' }
    })
    const { running } = await startEngine(
      { contacts: people, campaigns: [campaign] },
      { clock, timers: clock }
    )
    const { runs } = await rehearsed(running, campaign)
    expect(runs[0]?.occurrence).toMatchObject({ nominal: '2026-03-29T02:30:00', notes: ['gap_shifted'] })
    expect(runs.slice(0, 2).map(({ run }) => run?.started_at)).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z'
    ])
  })

  it('goes by the limits of a live gateway while practice is chosen, if that is asked', async () => {
    const campaign = campaignRecord(1, {
      contacts: idsTo(10),
      flow: ['whatsapp'],
      schedule_settings: { frequency: 'once', start_time: wallTime(Date.now() + MINUTE_MS), timezone: 'UTC' }
    })
    const { running } = await startEngine({
      contacts: people,
      campaigns: [campaign],
      settings: {
        gateway: 'practice',
        limits: { ...perChannel(() => NO_LIMITS), whatsapp: { ...NO_LIMITS, per_minute: 1 } }
      }
    })
    const minutes = async (rules: 'as_set_up' | 'as_live') =>
      (await rehearsed(running, campaign, rules)).minutes.length
    expect(await minutes('as_set_up')).toBe(1)
    expect(await minutes('as_live')).toBe(10)
  })

  it('plays a campaign without a schedule through as if it were run now', async () => {
    const campaign = campaignRecord(1, { type: 'manual', contacts: idsTo(3) })
    const { running } = await startEngine({ contacts: people, campaigns: [campaign] })
    const { runs } = await rehearsed(running, campaign)
    expect(runs).toMatchObject([{ occurrence: null, run: { trigger: 'manual', counts: { sent: 9 } } }])
  })

  it('ends when another one is asked for, or nobody wants it any more', async () => {
    const campaign = campaignRecord(1, {
      contacts: everybody,
      schedule_settings: { frequency: 'daily', start_time: wallTime(Date.now() + MINUTE_MS), timezone: 'UTC' }
    })
    const { running } = await startEngine({ contacts: people, campaigns: [campaign] })
    const first = running.engine.rehearsals.rehearse(draftOf(campaign), 'as_set_up')
    const second = running.engine.rehearsals.rehearse(draftOf(campaign), 'as_set_up')
    expect(await first).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    running.engine.rehearsals.cancel()
    expect(await second).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })
})

const idsTo = (count: number): string[] => Array.from({ length: count }, (_, index) => idOf(index + 1))
