import { describe, expect, it } from 'vitest'
import { campaignDraftSchema } from '../../../src/shared/domain/campaign'
import { perChannel } from '../../../src/shared/domain/channel'
import { NO_LIMITS } from '../../../src/shared/domain/settings'
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
import { openEngine, prepare, startEngine, type TestEngine } from '../../support/engine/test-engine'

const DAY_MS = 86_400_000

const reviewOf = async ({ engine }: TestEngine, campaign: CampaignRecord) => {
  const review = await engine.reviews.review(campaignDraftSchema.parse(campaign))
  if (!review.ok) throw new Error(review.error.code)
  return review.value
}

const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.error?.code

const daily = (inMs: number) => ({
  frequency: 'daily' as const,
  start_time: wallTime(Date.now() + inMs),
  timezone: 'UTC'
})

const people = [
  ...contactRecords(10),
  contactRecord(11, { telegram_username: '', first_name: '' }),
  contactRecord(12, {
    phone: phoneOf(1),
    do_not_contact: [{ channel: 'whatsapp', reason: '', at: '2024-01-01T00:00:00.000Z' }]
  })
]
const everybody = people.map(({ _id }) => _id)

describe('a review', () => {
  it('says to how many, on which channels, when first, and when it is over at the limits as they are', async () => {
    const campaign = campaignRecord(1, { contacts: everybody, schedule_settings: daily(DAY_MS) })
    const { running, gateway } = await startEngine({
      contacts: people,
      campaigns: [campaign],
      settings: {
        limits: {
          ...perChannel(() => NO_LIMITS),
          ai_call: { ...NO_LIMITS, concurrency: 1, gap_min_s: 60, gap_max_s: 60 }
        }
      }
    })
    const review = await reviewOf(running, campaign)
    expect(review).toMatchObject({
      contacts: 12,
      sent_by_channel: { whatsapp: 11, telegram: 11, ai_call: 11 },
      gateway: 'custom',
      not_set_up: [],
      obstacle: null,
      first: { zone: 'UTC' }
    })
    expect(
      review.skipped.map(({ channel, reason, names }) => `${channel} ${reason} ${names.join()}`).sort()
    ).toEqual([
      'ai_call duplicate Contact 12',
      'telegram no_address 11',
      'whatsapp do_not_contact Contact 12'
    ])
    const lastsMs = Date.parse(review.finished_at ?? '') - Date.parse(review.first?.at ?? '')
    // Eleven calls, a minute apart, the last of which takes a second.
    expect(lastsMs).toBeGreaterThanOrEqual(10 * 60_000)
    expect(lastsMs).toBeLessThan(10 * 60_000 + 5_000)
    expect(gateway.messages).toEqual([])
  })

  it('knows who lacks what the text names, and who is reached already by an earlier channel', async () => {
    const campaign = campaignRecord(1, {
      contacts: everybody,
      call_script: 'Hello {{ first_name }}',
      placeholders: true,
      schedule_settings: daily(DAY_MS),
      policies: { delivery: 'first_success' }
    })
    const { running } = await startEngine({ contacts: people, campaigns: [campaign] })
    const review = await reviewOf(running, campaign)
    expect(review.sent_by_channel).toEqual({ whatsapp: 10, telegram: 1, ai_call: 0 })
    // Whoever is not reached on the first channel is called after all.
    expect(review.ai_calls).toBe(11)
    expect(review.skipped.filter(({ reason }) => reason === 'missing_value')).toMatchObject([
      { channel: 'whatsapp', detail: 'first_name', count: 1 },
      { channel: 'ai_call', detail: 'first_name', count: 1 }
    ])
    expect(review.message.missing).toMatchObject([{ field: 'first_name', count: 1 }])
  })

  it('names what keeps it from being activated, and what is not over within a week', async () => {
    const nobody = campaignRecord(1, { contacts: [], schedule_settings: daily(DAY_MS) })
    const slow = campaignRecord(2, {
      contacts: everybody,
      flow: ['whatsapp'],
      schedule_settings: daily(DAY_MS)
    })
    const { running } = await startEngine({
      contacts: people,
      campaigns: [nobody, slow],
      settings: {
        gateways: { custom: { base_url: '', ai_call_url: '' } },
        limits: { ...perChannel(() => NO_LIMITS), whatsapp: { ...NO_LIMITS, per_day: 1 } }
      }
    })
    expect(await reviewOf(running, nobody)).toMatchObject({
      contacts: 0,
      finished_at: null,
      obstacle: { code: 'no_contacts' }
    })
    expect(await reviewOf(running, slow)).toMatchObject({
      not_set_up: ['whatsapp'],
      finished_at: null,
      sent_by_channel: { whatsapp: 0 }
    })
    const { settings } = running.engine
    await settings.save({
      ...settings.value,
      gateways: {
        ...settings.value.gateways,
        custom: { base_url: 'http://127.0.0.1:9', ai_call_url: '', user_id: '' }
      }
    })
    expect(await reviewOf(running, slow)).toMatchObject({
      not_set_up: [],
      finished_at: null,
      sent_by_channel: { whatsapp: 11 }
    })
  })

  it('looks far ahead: the first run may be months away', async () => {
    const campaign = campaignRecord(1, {
      contacts: everybody,
      schedule_settings: {
        frequency: 'once',
        start_time: wallTime(Date.now() + 100 * DAY_MS),
        timezone: 'UTC'
      }
    })
    const { running } = await startEngine({ contacts: people, campaigns: [campaign] })
    const { first, finished_at } = await reviewOf(running, campaign)
    expect(Date.parse(finished_at ?? '') - Date.parse(first?.at ?? '')).toBeLessThan(60_000)
  })
})

describe('the yes to a campaign', () => {
  const withCalls = campaignRecord(1, {
    contacts: everybody,
    schedule_settings: daily(DAY_MS),
    approval: null
  })

  it('is needed for the number of calls, and holds for as many', async () => {
    const { engine } = await startEngine({ contacts: people, campaigns: [withCalls] })
    const id = withCalls._id
    const refused = await engine.approvals.activate(id)
    expect(refused).toMatchObject({ ok: false, error: { code: 'calls_not_approved', params: { count: 11 } } })
    expect(codeOf(await engine.approvals.activate(id, { ai_calls: 10 }))).toBe('calls_not_approved')
    expect(engine.campaigns.find(id)?.status).toBe('draft')
    expect(await engine.approvals.activate(id, { ai_calls: 11 })).toMatchObject({
      ok: true,
      value: { status: 'active', approval: { ai_calls: 11 } }
    })
    await engine.campaigns.setStatus(id, 'paused')
    expect(codeOf(await engine.approvals.activate(id, { ai_calls: 0 }))).toBe('calls_not_approved')
    expect(codeOf(await engine.approvals.activate(id))).toBe('ok')
  })

  it('is asked again when an edit of an active campaign makes more calls than were approved', async () => {
    const quiet = activeCampaign(1, {
      contacts: everybody,
      flow: ['whatsapp'],
      schedule_settings: daily(DAY_MS),
      approval: null
    })
    const { engine } = await startEngine({ contacts: people, campaigns: [quiet] })
    const louder = campaignDraftSchema.parse({ ...quiet, flow: ['whatsapp', 'ai_call'] })
    expect(codeOf(await engine.approvals.save(louder))).toBe('calls_not_approved')
    expect(engine.campaigns.find(quiet._id)?.flow).toEqual(['whatsapp'])
    expect(codeOf(await engine.approvals.save(louder, { ai_calls: 11 }))).toBe('ok')
    expect(engine.campaigns.find(quiet._id)).toMatchObject({
      flow: ['whatsapp', 'ai_call'],
      approval: { ai_calls: 11 }
    })
    expect(codeOf(await engine.approvals.save({ ...louder, call_script: 'Another text' }))).toBe('ok')
  })

  it('is asked of what was active before there was one at its next run, and when it is edited', async () => {
    const older = activeCampaign(1, {
      contacts: [idOf(1), idOf(2)],
      flow: ['ai_call'],
      schedule_settings: daily(2_000),
      approval: null
    })
    const { folder, gateway } = await prepare({ contacts: people })
    await folder.write('campaigns.json', JSON.stringify({ schema_version: 2, campaigns: [older] }))
    const running = await openEngine(folder)
    const { engine } = running
    await engine.start()
    await running.until(() => engine.runs.live(running.runs[0]?.id ?? '') !== null, 'its run is open')
    const [run] = running.runs
    expect(run).toMatchObject({
      trigger: 'schedule',
      paused_channels: [{ calls: { count: 2, approved: 0 } }]
    })
    expect(gateway.messages).toEqual([])
    expect(engine.campaigns.find(older._id)).toMatchObject({ status: 'active', approval: null })

    const edited = campaignDraftSchema.parse({ ...older, name: 'Another name' })
    expect(await engine.approvals.save(edited)).toMatchObject({
      ok: false,
      error: { code: 'calls_not_approved', params: { count: 2 } }
    })
    expect(engine.campaigns.find(older._id)).toMatchObject({ name: older.name, approval: null })
    await engine.campaigns.setStatus(older._id, 'paused')
    expect(codeOf(await engine.approvals.activate(older._id))).toBe('calls_not_approved')
    expect(codeOf(await engine.heldCalls.allow(run?.id ?? ''))).toBe('ok')
    await running.finished(run?.id)
    expect(gateway.messages).toHaveLength(2)
    expect(codeOf(await engine.approvals.activate(older._id))).toBe('ok')
    expect(codeOf(await engine.approvals.save(edited))).toBe('ok')
    await engine.stop()
    expect(await folder.json('campaigns.json')).toMatchObject({
      schema_version: 3,
      campaigns: [{ name: 'Another name', approval: { ai_calls: 2 } }]
    })
  })

  it('is not needed where nobody is called', async () => {
    const silent = campaignRecord(1, {
      contacts: [idOf(1)],
      flow: ['telegram'],
      schedule_settings: daily(DAY_MS)
    })
    const { engine } = await startEngine({ contacts: people, campaigns: [silent] })
    expect(codeOf(await engine.approvals.activate(silent._id))).toBe('ok')
  })

  it.each([
    ['Hello {{ first_name', 'a text that cannot be read'],
    ['Hello {{ frist_name }}', 'a placeholder that nobody knows'],
    ['Hello {{ custom.company }}', 'a field that nobody has'],
    ['{% for i in (1..1000000000) %}x{% endfor %}', 'a text that never ends'],
    ['{{ last_name }}{% for i in (1..1000000000) %}x{% endfor %}', 'one that never ends for any of a few']
  ])('is refused for %s: %s', async (call_script) => {
    const wrong = campaignRecord(1, {
      contacts: everybody,
      flow: ['telegram'],
      placeholders: true,
      call_script,
      schedule_settings: daily(DAY_MS)
    })
    const { engine } = await startEngine({ contacts: people, campaigns: [wrong] })
    expect(codeOf(await engine.approvals.activate(wrong._id))).toBe('message_wrong')
  })

  it('is not given to what was changed while the people were counted', async () => {
    const { engine } = await startEngine({
      contacts: people,
      campaigns: [{ ...withCalls, contacts: [idOf(1)] }]
    })
    const activating = engine.approvals.activate(withCalls._id, { ai_calls: 1 })
    const saved = engine.campaigns.save(campaignDraftSchema.parse(withCalls))
    expect((await saved).ok).toBe(true)
    const activated = await activating
    const campaign = engine.campaigns.find(withCalls._id)
    // Either the yes came first, to one call, or it was refused for eleven: never a yes to eleven.
    if (activated.ok) expect(activated.value.contacts).toEqual([idOf(1)])
    else expect(activated.error.code).toBe('calls_not_approved')
    expect(campaign?.contacts).toHaveLength(12)
  })

  it('is asked of an edit that comes while the campaign is being activated', async () => {
    const silent = campaignRecord(1, {
      contacts: everybody,
      flow: ['telegram'],
      schedule_settings: daily(DAY_MS),
      approval: null
    })
    const { engine } = await startEngine({ contacts: people, campaigns: [silent] })
    const louder = campaignDraftSchema.parse({ ...silent, flow: ['telegram', 'ai_call'] })
    const [activated, saved] = await Promise.all([
      engine.campaigns.setStatus(silent._id, 'active'),
      engine.approvals.save(louder)
    ])
    expect([codeOf(activated), codeOf(saved)]).toEqual(['ok', 'calls_not_approved'])
    expect(engine.campaigns.find(silent._id)).toMatchObject({ status: 'active', flow: ['telegram'] })
  })

  it('that was given to practice activates nothing at a live gateway', async () => {
    const silent = campaignRecord(1, {
      contacts: everybody,
      flow: ['telegram'],
      schedule_settings: daily(DAY_MS)
    })
    const { engine } = await startEngine({
      contacts: people,
      campaigns: [silent],
      settings: {
        gateway: 'practice',
        gateways: { custom: { base_url: 'http://127.0.0.1:9', ai_call_url: '' } }
      }
    })
    const [activated, switched] = await Promise.all([
      engine.approvals.activate(silent._id),
      engine.saveSettings({ ...engine.settings.value, gateway: 'custom' })
    ])
    expect(switched.ok).toBe(true)
    expect(['ok', 'gateway_changed']).toContain(codeOf(activated))
    expect(engine.campaigns.find(silent._id)?.status).not.toBe('active')
  })
})
