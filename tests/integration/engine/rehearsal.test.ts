import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { campaignDraftSchema, type CampaignDraft } from '../../../src/shared/domain/campaign'
import { CHANNEL_IDS, type ChannelId, perChannel } from '../../../src/shared/domain/channel'
import type { Rehearsal } from '../../../src/shared/domain/rehearsal'
import type { RunDetail } from '../../../src/shared/domain/run'
import { NO_LIMITS } from '../../../src/shared/domain/settings'
import { FastClock } from '../../support/engine/fast-clock'
import {
  activeCampaign,
  type CampaignRecord,
  campaignRecord,
  contactRecord,
  contactRecords,
  idOf,
  phoneOf,
  wallTime
} from '../../support/engine/records'
import { startEngine, type TestEngine } from '../../support/engine/test-engine'

const MINUTE_MS = 60_000
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

const byMinute = (instantsMs: readonly number[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const atMs of instantsMs) {
    const minute = new Date(atMs - (atMs % MINUTE_MS)).toISOString()
    counts[minute] = (counts[minute] ?? 0) + 1
  }
  return counts
}

const predicted = ({ minutes }: Rehearsal, channel: ChannelId): Record<string, number> =>
  Object.fromEntries(minutes.flatMap(({ at, sent }) => (sent[channel] > 0 ? [[at, sent[channel]]] : [])))

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
    const startMs = Date.parse('2026-03-10T05:58:30Z')
    const dueMs = Date.parse('2026-03-10T06:00:00Z')
    const clock = new FastClock(startMs, 90)
    const campaign = activeCampaign(1, {
      contacts: everybody,
      schedule_settings: { frequency: 'once', start_time: wallTime(dueMs), timezone: 'UTC' },
      effective_from: '2026-03-01T00:00:00.000Z'
    })
    const { running } = await startEngine(
      {
        contacts: people.map((person, index) =>
          // Some are where it is an hour later.
          index % 3 === 0 ? { ...person, timezone: 'Africa/Lagos' } : person
        ),
        campaigns: [campaign],
        settings: {
          limits: {
            whatsapp: { ...NO_LIMITS, concurrency: 1, per_minute: 4 },
            telegram: { ...NO_LIMITS, per_minute: 7 },
            ai_call: { ...NO_LIMITS, concurrency: 1, gap_min_s: 20, gap_max_s: 20 }
          },
          quiet_hours: {
            whatsapp: { on: false, from: '22:00', to: '07:00' },
            telegram: { on: true, from: '22:00', to: '06:20' },
            ai_call: { on: false, from: '17:00', to: '08:00' }
          }
        }
      },
      { clock, timers: clock }
    )
    const rehearsal = await rehearsed(running, campaign)
    // The night is over at 06:20 where most are, and was over when the run began where the others are.
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
      expect(predicted(rehearsal, channel), channel).toEqual(byMinute(left[channel]))
    }
    const skips = detail.deliveries
      .filter(({ state }) => state === 'skipped')
      .map(({ reason }) => reason?.code)
    expect(
      rehearsal.skipped.flatMap(({ reason, count }) => Array<string>(count).fill(reason)).sort()
    ).toEqual(skips.sort())
    expect(
      Math.abs(Date.parse(rehearsal.finished_at ?? '') - Date.parse(run?.finished_at ?? ''))
    ).toBeLessThan(MINUTE_MS)
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
