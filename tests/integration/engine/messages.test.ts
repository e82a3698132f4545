import { describe, expect, it } from 'vitest'
import { slotRunId } from '../../../src/engine/scheduler/slot-run-id'
import { campaignDraftSchema } from '../../../src/shared/domain/campaign'
import { contactDraftSchema } from '../../../src/shared/domain/contact'
import type { Engine } from '../../../src/engine/engine'
import { importing, valueOf } from '../../support/contacts/importing'
import { accept, status, truncatedJson } from '../../support/gateway/gateway-answers'
import { addressIn, type RecordingGateway, textIn } from '../../support/gateway/recording-gateway'
import {
  activeCampaign,
  type CampaignRecord,
  campaignRecord,
  contactRecord,
  contactRecords,
  type ContactRecord,
  limitsOf,
  phoneOf,
  scheduleFromNow
} from '../../support/engine/records'
import { DAY_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, prepare, startEngine } from '../../support/engine/test-engine'

const NEVER = { error_threshold: { errors: 0, percent: 0, in_a_row: 0 } }

const AN = contactRecord(1, { first_name: 'An', custom: { company: 'Loa' } })
const NOBODY = contactRecord(2, { first_name: '', last_name: 'Trần' })
const people = [AN, NOBODY]

/** A campaign of these people whose placeholders are filled in. */
const campaignOf = (contacts: readonly ContactRecord[], changes: Partial<CampaignRecord> = {}) =>
  campaignRecord(1, {
    contacts: contacts.map(({ _id }) => _id),
    flow: ['whatsapp'],
    placeholders: true,
    ...changes
  })

/** The same, active and due: its text went bad after it was approved. */
const due = (campaign: CampaignRecord): CampaignRecord => ({
  ...campaign,
  status: 'active',
  effective_from: '2024-01-01T00:00:00.000Z',
  schedule_settings: scheduleFromNow(-2_000)
})

/** What arrived: `/whatsapp/send +84901000001: text`, in the order of the requests. */
const arrived = (gateway: RecordingGateway): string[] =>
  gateway.messages.map((request) => `${request.path} ${addressIn(request)}: ${textIn(request)}`)

const rename = async (engine: Engine, contact: ContactRecord, first_name: string) =>
  valueOf(await engine.contacts.save(contactDraftSchema.parse({ ...contact, first_name })))

describe('what a campaign says', () => {
  it('is another text on each channel that has its own, filled in for each person', async () => {
    const campaign = campaignOf([AN], {
      flow: ['whatsapp', 'telegram', 'ai_call'],
      call_script: 'Gọi {{ full_name }}',
      texts: {
        whatsapp: 'Chào {{ first_name }}, {{ custom.company }}',
        telegram: 'Hi {{ telegram_username }}'
      }
    })
    const { gateway, running } = await startEngine({ contacts: [AN], campaigns: [campaign] })
    const { summary } = await running.runToEnd(campaign._id)
    expect(summary.counts.sent).toBe(3)
    expect(arrived(gateway).sort()).toEqual([
      `/call ${phoneOf(1)}: Gọi An 1`,
      '/telegram/send https://web.telegram.org/k/#@contact_1: Hi contact_1',
      `/whatsapp/send ${phoneOf(1)}: Chào An, Loa`
    ])
  })

  it('goes out as it is written while placeholders are off', async () => {
    const text = 'Chào {{ first_name }} {% if %}'
    const campaign = campaignOf(people, { call_script: text, placeholders: false })
    const { folder, gateway, running } = await startEngine({ contacts: people, campaigns: [campaign] })
    const { summary } = await running.runToEnd(campaign._id)
    expect(gateway.messages.map(textIn)).toEqual([text, text])
    expect(await folder.text(`runs/${summary.id}.jsonl`)).not.toContain('"values"')
  })

  it('keeps of each person only what the texts name', async () => {
    const campaign = campaignOf(people, { call_script: '{{ first_name | default: custom.company }}' })
    const { folder, running } = await startEngine({ contacts: people, campaigns: [campaign] })
    const { summary } = await running.runToEnd(campaign._id)
    const records = await folder.ledger(summary.id)
    expect(records.filter(({ type }) => type === 'contact')).toMatchObject([
      { contact_id: AN._id, values: { first_name: 'An', 'custom.company': 'Loa' } },
      { contact_id: NOBODY._id }
    ])
    expect(records[2]).not.toHaveProperty('values')
    expect(records[0]).toMatchObject({ schema_version: 4, placeholders: true, missing_values: 'skip' })
  })
})

describe('a value that is missing', () => {
  it('skips that delivery, with the field, and the person’s other channels go on', async () => {
    const campaign = campaignOf(people, {
      flow: ['whatsapp', 'telegram'],
      texts: { whatsapp: 'Chào {{ first_name }}', telegram: 'Hi {{ last_name }}' }
    })
    const { gateway, running } = await startEngine({ contacts: people, campaigns: [campaign] })
    const { summary, deliveries } = await running.runToEnd(campaign._id)
    expect(deliveries.find(({ state }) => state === 'skipped')).toMatchObject({
      contact_id: NOBODY._id,
      channel: 'whatsapp',
      reason: { code: 'missing_value', detail: 'first_name' }
    })
    expect(summary.counts).toMatchObject({ sent: 3, skipped: 1, failed: 0 })
    expect(gateway.messages.map(textIn).sort()).toEqual(['Chào An', 'Hi 1', 'Hi Trần'])
    expect(running.lines).toContain('⚠️ [WHATSAPP] Trần: missing first_name, skipped')
  })

  it('moves on to the next channel when one success is enough', async () => {
    const campaign = campaignOf([NOBODY], {
      flow: ['whatsapp', 'telegram'],
      texts: { whatsapp: 'Chào {{ first_name }}', telegram: 'Hi {{ last_name }}' },
      policies: { delivery: 'first_success' }
    })
    const { gateway, running } = await startEngine({ contacts: people, campaigns: [campaign] })
    await running.runToEnd(campaign._id)
    expect(gateway.messages.map(textIn)).toEqual(['Hi Trần'])
  })

  it('is a blank where the campaign allows that, or what the fallback says', async () => {
    const campaign = campaignOf([NOBODY], {
      flow: ['whatsapp', 'telegram'],
      texts: { whatsapp: 'Chào {{ first_name }}!', telegram: 'Chào {{ first_name | default: "bạn" }}!' },
      missing_values: 'blank'
    })
    const { gateway, running } = await startEngine({ contacts: people, campaigns: [campaign] })
    await running.runToEnd(campaign._id)
    expect(gateway.messages.map(textIn).sort()).toEqual(['Chào !', 'Chào bạn!'])
  })
})

describe('a text that cannot be filled in', () => {
  it('fails for that person and that channel only, without a request', async () => {
    const endless = contactRecord(2, { custom: { times: '1000000000' } })
    const once = contactRecord(3, { custom: { times: '1' } })
    const nothing = contactRecord(4, { custom: { times: '0' } })
    const text = '{% assign n = custom.times | plus: 0 %}{% for i in (1..n) %}x{% endfor %}'
    const campaign = campaignOf([endless, once, nothing], {
      flow: ['whatsapp', 'telegram'],
      texts: { whatsapp: text, telegram: 'Hi' },
      policies: NEVER
    })
    const { folder, gateway, running } = await startEngine({
      contacts: [endless, once, nothing],
      campaigns: [campaign]
    })
    const { summary, deliveries } = await running.runToEnd(campaign._id)
    expect(deliveries.filter(({ channel }) => channel === 'whatsapp')).toMatchObject([
      {
        state: 'failed',
        reason: { code: 'template_failed', detail: 'line 1, column 40: it takes too much work to fill in' }
      },
      { state: 'sent' },
      { state: 'failed', reason: { code: 'template_failed', detail: 'nothing is left of the text' } }
    ])
    expect(summary.sent_by_channel).toEqual({ whatsapp: 1, telegram: 3, ai_call: 0 })
    expect(gateway.messages.map(textIn).sort()).toEqual(['Hi', 'Hi', 'Hi', 'x'])
    const written = await folder.ledger(summary.id)
    expect(
      written.filter(
        (record) =>
          record.type === 'sending' && record.contact_id === endless._id && record.channel === 'whatsapp'
      )
    ).toHaveLength(0)
  })

  it('takes no place among the limits, also after a restart', async () => {
    const campaign = due(campaignOf([AN], { call_script: '{% if custom.nothing %}Hi{% endif %}' }))
    const honest = campaignRecord(2, { contacts: [AN._id], flow: ['whatsapp'] })
    const { folder, gateway } = await prepare({
      contacts: people,
      campaigns: [campaign, honest],
      settings: { limits: { ...limitsOf(), whatsapp: { per_hour: 1 } } }
    })
    const first = await openEngine(folder)
    await first.engine.start()
    expect((await first.finished()).counts.failed).toBe(1)
    await first.engine.stop()
    const second = await openEngine(folder)
    await second.engine.start()
    expect((await second.runToEnd(honest._id)).summary.counts.sent).toBe(1)
    expect(gateway.messages).toHaveLength(1)
  })

  it('counts as an error: the channel stands still before everybody has failed', async () => {
    const contacts = contactRecords(20)
    const campaign = due(campaignOf(contacts, { call_script: 'Hi {{ first_name' }))
    const { gateway, running } = await startEngine({ contacts, campaigns: [campaign] })
    await running.until(() => running.runs.length === 1, 'the slot runs')
    const runId = running.runs[0]?.id ?? ''
    await running.until(() => running.run(runId).paused_channels.length === 1, 'the channel stands still')
    expect(running.run(runId)).toMatchObject({
      counts: { failed: 5, queued: 15 },
      paused_channels: [{ channel: 'whatsapp', in_a_row: 5 }]
    })
    expect((await running.detail(runId)).deliveries[0]?.reason).toEqual({
      code: 'template_failed',
      detail: 'line 1, column 4: output "{{ first_name" not closed'
    })
    expect(gateway.messages).toEqual([])
  })
})

describe('what a run has frozen', () => {
  const text = 'Chào {{ first_name }}, hôm nay {{ "now" | date: "%d/%m %H:%M" }}'

  it('is sent again to the letter, days later and after the contact was edited', async () => {
    const clock = new TestClock()
    const campaign = campaignOf([AN], { call_script: text })
    const { folder, engine, gateway, running } = await startEngine(
      { contacts: people, campaigns: [campaign], answer: () => truncatedJson },
      { clock }
    )
    const { summary } = await running.runToEnd(campaign._id)
    expect(summary.counts.unknown).toBe(1)
    await rename(engine, AN, 'Bình')
    valueOf(await engine.campaigns.save(campaignDraftSchema.parse({ ...campaign, call_script: 'Other' })))
    await engine.stop()
    clock.pass(2 * DAY_MS)
    gateway.answer = () => accept
    const later = await openEngine(folder, { clock })
    await later.engine.start()
    const ref = { contact_id: AN._id, channel: 'whatsapp' as const }
    expect(await later.engine.settleUnknown(summary.id, [ref], 'again')).toEqual({ ok: true, value: 1 })
    await later.until(() => later.run(summary.id).counts.sent === 1, 'it was sent again')
    const [first, second] = gateway.messages
    expect(second?.bodyText).toBe(first?.bodyText)
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey)
    const [date, time] = [
      summary.started_at?.slice(5, 10).split('-').reverse().join('/'),
      summary.started_at?.slice(11, 16)
    ]
    expect(textIn(first!)).toBe(`Chào An, hôm nay ${date} ${time}`)
  })

  it('outlives a stop in the middle of the run', async () => {
    const contacts = [AN, contactRecord(2, { first_name: 'Bảo' }), contactRecord(3, { first_name: '' })]
    const campaign = campaignOf(contacts, { call_script: text })
    const { folder, gateway } = await prepare({
      contacts,
      campaigns: [campaign],
      settings: { limits: limitsOf(1) }
    })
    const first = await openEngine(folder)
    await first.engine.start()
    gateway.answer = () => {
      void first.engine.runs.pause(first.runs[0]?.id ?? '', '')
      return accept
    }
    const runId = await first.begin(campaign._id)
    await first.until(
      () => first.run(runId).pause !== undefined && first.run(runId).counts.sent === 1,
      'it pauses'
    )
    for (const contact of contacts) await rename(first.engine, contact, 'Renamed')
    await first.engine.stop()

    gateway.answer = () => accept
    const second = await openEngine(folder)
    await second.engine.start()
    valueOf(await second.engine.resumeRun(runId, ''))
    const { counts } = await second.finished(runId)
    expect(counts).toMatchObject({ sent: 2, skipped: 1 })
    const [one, two] = gateway.messages.map(textIn)
    expect(one).toMatch(/^Chào An, /)
    expect(two).toBe(one?.replace('An', 'Bảo'))
  })

  it('of an older Loa is sent as it is written, braces and all', async () => {
    const campaign = activeCampaign(1, {
      contacts: [AN._id],
      flow: ['whatsapp'],
      placeholders: true,
      schedule_settings: scheduleFromNow(-10_000)
    })
    const { folder, gateway } = await prepare({ contacts: people, campaigns: [campaign] })
    const nominal = campaign.schedule_settings.start_time
    const runId = slotRunId(campaign._id, { nominal, zone: 'UTC' })
    await folder.writeLedger(runId, [
      {
        type: 'head',
        schema_version: 2,
        run_id: runId,
        campaign_id: campaign._id,
        campaign_name: campaign.name,
        trigger: 'schedule',
        slot: { nominal, zone: 'UTC', at: new Date(Date.parse(`${nominal}Z`)).toISOString() },
        text: 'Hi {{ first_name }}',
        flow: ['whatsapp'],
        gateway: { id: 'custom', base_url: gateway.url, ai_call_url: gateway.callUrl, user_id: '' },
        timeouts_s: { whatsapp: 5, telegram: 5, ai_call: 5 },
        started_at: new Date().toISOString()
      },
      { type: 'contact', contact_id: AN._id, name: 'An', addresses: { whatsapp: { to: phoneOf(1) } } },
      { type: 'ready', contacts: 1 }
    ])
    const running = await openEngine(folder)
    await running.engine.start()
    await running.finished(runId)
    expect(gateway.messages.map(textIn)).toEqual(['Hi {{ first_name }}'])
  })
})

describe('a retry', () => {
  /** A run that failed for both, after which the text of WhatsApp and the second contact were mended. */
  async function failed() {
    const contacts = [AN, contactRecord(2, { first_name: 'Bao' })]
    const campaign = campaignOf(contacts, {
      texts: { whatsapp: 'Chào {{ first_name }}' },
      policies: NEVER
    })
    const started = await startEngine({ contacts, campaigns: [campaign], answer: () => status(500) })
    const { engine, gateway, running } = started
    const { summary } = await running.runToEnd(campaign._id)
    await rename(engine, contactRecord(2), 'Bảo')
    const edited = { ...campaign, texts: { whatsapp: 'Hi {{ first_name }} {{ last_name }}' } }
    valueOf(await engine.campaigns.save(campaignDraftSchema.parse(edited)))
    gateway.answer = () => accept
    gateway.forget()
    const plan = valueOf(await engine.retries.plan(summary.id))
    const retry = async (text: 'original' | 'current') => {
      valueOf(await engine.retries.start(summary.id, plan.run_id, text))
      await running.finished(plan.run_id)
      return gateway.messages.map(textIn)
    }
    return { plan, retry, engine, campaign, runId: summary.id }
  }

  it('with the original text says what the run said, with the values as they are now', async () => {
    const { plan, retry } = await failed()
    expect(plan).toMatchObject({
      text_changed: true,
      original_text: 'Chào {{ first_name }}',
      current_text: 'Hi {{ first_name }} {{ last_name }}'
    })
    expect(await retry('original')).toEqual(['Chào An', 'Chào Bảo'])
  })

  it('with the current text says what the campaign says by now', async () => {
    const { retry } = await failed()
    expect(await retry('current')).toEqual(['Hi An 1', 'Hi Bảo 2'])
  })

  it('knows that a text is another one when only its placeholders were turned off', async () => {
    const { engine, campaign, runId } = await failed()
    const literal = campaignDraftSchema.parse({ ...campaign, placeholders: false })
    valueOf(await engine.campaigns.save(literal))
    expect(valueOf(await engine.retries.plan(runId))).toMatchObject({ text_changed: true })
  })
})

describe('a campaign that is imported', () => {
  it('says what is written in it, and nobody has approved it, whatever the file says', async () => {
    const { engine, folder } = await importing()
    const document = campaignRecord(7, {
      call_script: 'Hi {{ first_name }}',
      status: 'active',
      placeholders: true,
      approval: { at: '2026-01-01T00:00:00.000Z', ai_calls: 1000 }
    })
    const path = folder.file('theirs.json')
    await folder.write('theirs.json', JSON.stringify([document]))
    const { options } = valueOf(await engine.importing.open(path, 'campaigns'))
    valueOf(await engine.importing.checkCampaigns(options))
    valueOf(await engine.importing.commit())
    expect(engine.campaigns.find(document._id)).toMatchObject({
      status: 'draft',
      placeholders: false,
      approval: null,
      call_script: 'Hi {{ first_name }}'
    })
  })
})
