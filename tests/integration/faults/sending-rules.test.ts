import { describe, expect, it } from 'vitest'
import { perChannel } from '../../../src/shared/domain/channel'
import type { ContactDraft } from '../../../src/shared/domain/contact'
import type { QuietHours } from '../../../src/shared/domain/settings'
import { accept, chosenBy, Held, status, truncatedJson } from '../../support/gateway/gateway-answers'
import { addressIn } from '../../support/gateway/recording-gateway'
import {
  type CampaignRecord,
  campaignRecord,
  type ContactRecord,
  contactRecord,
  contactRecords,
  idOf,
  limitsOf,
  phoneOf
} from '../../support/engine/records'
import { heldRun } from '../../support/engine/held-run'
import { sleep } from '../../support/engine/sleeping-laptop'
import { DAY_MS, HOUR_MS, TestClock } from '../../support/engine/test-clock'
import { openEngine, startEngine, type TestEngine } from '../../support/engine/test-engine'

const NEVER = { error_threshold: { errors: 0, percent: 0, in_a_row: 0 } }

const to = (contacts: readonly ContactRecord[], changes: Partial<CampaignRecord> = {}) =>
  campaignRecord(1, { contacts: contacts.map(({ _id }) => _id), flow: ['whatsapp'], ...changes })

/** Quiet from an hour before now to an hour after now, on the clock of that zone. */
function quietAround(nowMs: number, offsetHours: number): QuietHours {
  const clockAt = (ms: number) => new Date(ms + offsetHours * HOUR_MS).toISOString().slice(11, 16)
  return { on: true, from: clockAt(nowMs - HOUR_MS), to: clockAt(nowMs + HOUR_MS) }
}

const draftOf = ({ engine }: TestEngine, number: number): ContactDraft => {
  const contact = engine.contacts.find(idOf(number))
  if (contact === undefined) throw new Error(`There is no contact ${number}`)
  const { created_at: _c, updated_at: _u, written: _w, invalid: _i, tags: _t, custom: _m, ...draft } = contact
  return draft
}

describe('design, Quiet hours: tested at send time, where the contact is', () => {
  it('in the contact’s zone, else the campaign’s; what is held goes out when they end', async () => {
    const clock = new TestClock()
    const contacts = [
      contactRecord(1, { timezone: 'Asia/Ho_Chi_Minh' }),
      contactRecord(2, { timezone: 'UTC' }),
      contactRecord(3)
    ]
    const { running, gateway } = await startEngine(
      {
        contacts,
        campaigns: [
          to(contacts, {
            policies: { catch_up_window_min: 10_080 },
            schedule_settings: { ...to(contacts).schedule_settings, timezone: 'Asia/Bangkok' }
          })
        ],
        settings: { quiet_hours: { whatsapp: quietAround(clock.nowMs(), 7) } }
      },
      { clock }
    )
    const runId = await running.begin(to(contacts)._id)
    await running.until(() => running.run(runId).counts.sent === 1, 'who is awake has it')
    expect(addressIn(gateway.messages[0] ?? (undefined as never))).toBe(phoneOf(2))
    expect((await running.detail(runId)).waits).toMatchObject([{ queued: 2, reason: 'quiet_hours' }])
    sleep(clock, running, HOUR_MS + 60_000)
    expect((await running.finished(runId)).counts.sent).toBe(3)
    expect(gateway.messages).toHaveLength(3)
  })

  it('hold one channel, and leave the others alone', async () => {
    const contacts = contactRecords(2)
    const { running } = await startEngine({
      contacts,
      campaigns: [to(contacts, { flow: ['whatsapp', 'telegram'] })],
      settings: { quiet_hours: { whatsapp: quietAround(Date.now(), 0) } }
    })
    const runId = await running.begin(to(contacts)._id)
    await running.until(() => running.run(runId).sent_by_channel.telegram === 2, 'Telegram goes on')
    expect(running.run(runId)).toMatchObject({ status: 'running', counts: { queued: 2, sent: 2 } })
  })
})

describe('design, Do not contact: belongs to the address', () => {
  it('marked on one contact it holds for every contact with that address, however it is written', async () => {
    const contacts = [
      contactRecord(1, { do_not_contact: true }),
      contactRecord(2, { phone: '090 100 0001', whatsapp_number: '0901000001', telegram_username: 'other' }),
      contactRecord(3)
    ]
    const { running, gateway } = await startEngine({
      contacts,
      campaigns: [to(contacts)],
      settings: { default_country: 'VN' }
    })
    const { summary } = await running.runToEnd(to(contacts)._id)
    expect(summary.counts).toMatchObject({ sent: 1, skipped: 2 })
    expect(gateway.messages.map(addressIn)).toEqual([phoneOf(3)])
  })

  it('marked while a run is under way it still wins', async () => {
    const held = new Held()
    const contacts = contactRecords(3)
    const { running, gateway } = await startEngine({
      contacts,
      campaigns: [to(contacts)],
      settings: { limits: limitsOf(1) },
      answer: () => held.answer
    })
    const runId = await running.begin(to(contacts)._id)
    await gateway.until(() => held.count === 1, 'the first is under way')
    await running.engine.contacts.save({ ...draftOf(running, 3), do_not_contact: true } as ContactDraft)
    gateway.answer = () => accept
    held.release()
    await running.finished(runId)
    expect((await running.states(runId))[2]).toBe('Contact 3 whatsapp: skipped do_not_contact')
    expect(gateway.messages).toHaveLength(2)
  })

  it('who asks to stop during a run gets nothing more, although the run froze an address that was changed since', async () => {
    const { running, engine, runId, release } = await heldRun({ people: 2 })
    const changed = await engine.contacts.save({ ...draftOf(running, 2), whatsapp_number: phoneOf(77) })
    expect(changed).toMatchObject({ ok: true })
    expect(await engine.marks.stop([idOf(2)], ['whatsapp'], 'asked to stop')).toMatchObject({ ok: true })
    release()
    await running.finished(runId)
    expect((await running.states(runId))[1]).toBe('Contact 2 whatsapp: skipped do_not_contact')
  })

  it('outlives the contact: deleted, forgotten and typed in again, the address stays blocked', async () => {
    const contacts = [contactRecord(1, { do_not_contact: true }), contactRecord(2)]
    const { engine, folder, gateway } = await startEngine({ contacts, campaigns: [to(contacts)] })
    await engine.contacts.delete([idOf(1)])
    await engine.stop()
    const again = await openEngine(folder)
    await again.engine.start()
    expect(await folder.text('suppressions.json')).not.toContain(phoneOf(1))
    const { _id: _old, ...fields } = draftOf(again, 2)
    const typed = await again.engine.contacts.save({
      ...fields,
      first_name: 'Same',
      phone: phoneOf(1),
      whatsapp_number: phoneOf(1),
      do_not_contact: []
    } as ContactDraft)
    if (!typed.ok) throw new Error(typed.error.code)
    const present = again.engine.campaigns.find(to(contacts)._id)
    if (present === undefined) throw new Error('no campaign')
    const { status: _s, effective_from: _e, created_at: _c, updated_at: _u, ...draft } = present
    await again.engine.campaigns.save({ ...draft, contacts: [typed.value._id] })
    const { summary, deliveries } = await again.runToEnd(present._id)
    expect(summary.counts.skipped).toBe(1)
    expect(deliveries[0]?.reason?.code).toBe('do_not_contact')
    expect(gateway.messages).toEqual([])
  })
})

describe('the frequency cap', () => {
  it('at most so many messages a person in the period, over all campaigns, also after a restart; later again', async () => {
    const clock = new TestClock()
    const contacts = contactRecords(2)
    const campaigns = [1, 2, 3].map((number) => ({ ...to(contacts), _id: idOf(0xca_0000 + number) }))
    const { running, engine, folder, gateway } = await startEngine(
      {
        contacts,
        campaigns,
        settings: { frequency_cap: { on: true, messages: 2, days: 7 } }
      },
      { clock }
    )
    for (const { _id } of campaigns.slice(0, 2)) await running.runToEnd(_id)
    await engine.stop()
    const again = await openEngine(folder, { clock })
    await again.engine.start()
    const third = await again.runToEnd(campaigns[2]?._id ?? '')
    expect(third.deliveries.map(({ reason }) => reason?.code)).toEqual(['frequency_cap', 'frequency_cap'])
    expect(gateway.messages).toHaveLength(4)
    sleep(clock, again, 7 * DAY_MS + HOUR_MS)
    await again.until(() => again.lines.some((line) => line.includes('The clock moved')), 'a week has passed')
    const fourth = await again.runToEnd(campaigns[2]?._id ?? '')
    expect(fourth.summary.counts.sent).toBe(2)
  })

  it('a message that is sent again because it may not have arrived is no second one', async () => {
    const contacts = contactRecords(1)
    const { running, engine, gateway } = await startEngine({
      contacts,
      campaigns: [to(contacts, { policies: NEVER })],
      settings: { frequency_cap: { on: true, messages: 1, days: 7 } },
      answer: () => truncatedJson
    })
    const { summary } = await running.runToEnd(to(contacts)._id)
    gateway.answer = () => accept
    await engine.settleUnknown(summary.id, [{ contact_id: idOf(1), channel: 'whatsapp' }], 'again')
    await running.finished(summary.id)
    expect(await running.states(summary.id)).toEqual(['Contact 1 whatsapp: sent'])
  })

  it('what failed does not count', async () => {
    const contacts = contactRecords(1)
    const campaign = to(contacts, { policies: NEVER })
    const { running, gateway } = await startEngine({
      contacts,
      campaigns: [campaign],
      settings: { frequency_cap: { on: true, messages: 1, days: 7 } },
      answer: () => status(500)
    })
    await running.runToEnd(campaign._id)
    gateway.answer = () => accept
    expect((await running.runToEnd(campaign._id)).summary.counts.sent).toBe(1)
    expect((await running.runToEnd(campaign._id)).summary.counts.skipped).toBe(1)
  })
})

describe('design, Error threshold: the channel pauses in this run, and the operator is told', () => {
  const many = contactRecords(40)

  it('at five in a row; the other channels go on; resuming starts the count anew', async () => {
    const alerts: string[] = []
    const { running, engine, gateway } = await startEngine({
      contacts: many,
      campaigns: [to(many, { flow: ['whatsapp', 'telegram'] })],
      settings: { limits: limitsOf(1) },
      answer: ({ path }) => (path === '/whatsapp/send' ? status(500) : accept)
    })
    engine.subscribe((change) => {
      if (change.kind === 'alert') alerts.push(change.alert.type)
    })
    const runId = await running.begin(to(many)._id)
    await running.until(() => running.run(runId).paused_channels.length === 1, 'WhatsApp stands still')
    await running.until(() => running.run(runId).sent_by_channel.telegram === 40, 'Telegram goes on')
    expect(running.run(runId)).toMatchObject({
      status: 'running',
      paused_channels: [{ channel: 'whatsapp', errors: 5, in_a_row: 5 }],
      counts: { failed: 5, queued: 35 }
    })
    expect(alerts).toContain('channel_paused')
    gateway.answer = () => accept
    expect(await engine.runs.resumeChannel(runId, 'whatsapp')).toMatchObject({ ok: true })
    expect((await running.finished(runId)).counts).toMatchObject({ failed: 5, sent: 75 })
  })

  it('at ten that are more than 10 % of the attempts, and not at ten that are fewer', async () => {
    let asked = 0
    const every = (step: number) => () => {
      asked += 1
      return asked % step === 0 ? status(400) : accept
    }
    const crowd = contactRecords(130)
    const { running, gateway } = await startEngine({
      contacts: crowd,
      campaigns: [to(crowd)],
      settings: { limits: limitsOf(1) },
      answer: every(11)
    })
    const few = await running.runToEnd(to(crowd)._id)
    expect(few.summary.counts.failed).toBe(11)
    asked = 0
    gateway.answer = every(4)
    const runId = await running.begin(to(crowd)._id)
    await running.until(() => running.run(runId).paused_channels.length === 1, 'the channel stands still')
    expect(running.run(runId).counts).toMatchObject({ failed: 10, sent: 30 })
  })

  it('survives a restart; unknown counts as well; 0 means never', async () => {
    const { running, engine, folder } = await startEngine({
      contacts: many,
      campaigns: [to(many), { ...to(many, { policies: NEVER }), _id: idOf(0xca_0002) }],
      settings: { limits: limitsOf(1) },
      answer: () => truncatedJson
    })
    const runId = await running.begin(to(many)._id)
    await running.until(() => running.run(runId).paused_channels.length === 1, 'the channel stands still')
    const never = await running.runToEnd(idOf(0xca_0002))
    expect(never.summary.counts.unknown).toBe(40)
    await engine.stop()
    const again = await openEngine(folder)
    await again.engine.start()
    expect(again.run(runId)).toMatchObject({
      paused_channels: [{ channel: 'whatsapp' }],
      counts: { unknown: 5 }
    })
  })
})

describe('design, One contact: first_success', () => {
  const FIRST = { delivery: 'first_success' as const, ...NEVER }
  const contacts = contactRecords(3)

  it('one after the other until one was sent or may have been; the rest is skipped: reached', async () => {
    const answer = chosenBy((request) => {
      if (request.path !== '/whatsapp/send') return accept
      if (addressIn(request) === phoneOf(1)) return accept
      return addressIn(request) === phoneOf(2) ? truncatedJson : status(400)
    })
    const { running, gateway } = await startEngine({
      contacts,
      campaigns: [to(contacts, { flow: ['whatsapp', 'telegram', 'ai_call'], policies: FIRST })],
      answer: () => answer
    })
    const { summary } = await running.runToEnd(to(contacts)._id)
    expect(await running.states(summary.id)).toEqual([
      'Contact 1 whatsapp: sent',
      'Contact 1 telegram: skipped reached',
      'Contact 1 ai_call: skipped reached',
      'Contact 2 whatsapp: unknown connection_lost',
      'Contact 2 telegram: skipped reached',
      'Contact 2 ai_call: skipped reached',
      'Contact 3 whatsapp: failed http_error',
      'Contact 3 telegram: sent',
      'Contact 3 ai_call: skipped reached'
    ])
    expect(gateway.messages).toHaveLength(4)
    // Whoever was reached on any channel has nothing to retry.
    expect(await running.engine.retries.plan(summary.id)).toMatchObject({
      error: { code: 'nothing_to_retry' }
    })
  })

  it('a channel that only waits is no reason to move on', async () => {
    let refused = false
    const { running, gateway } = await startEngine({
      contacts: contacts.slice(0, 1),
      campaigns: [to(contacts.slice(0, 1), { flow: ['whatsapp', 'telegram'], policies: FIRST })]
    })
    gateway.answer = ({ path }) => {
      if (path !== '/whatsapp/send' || refused) return accept
      refused = true
      return status(429, '', { 'retry-after': '1' })
    }
    const { summary } = await running.runToEnd(to(contacts)._id)
    expect(await running.states(summary.id)).toEqual([
      'Contact 1 whatsapp: sent',
      'Contact 1 telegram: skipped reached'
    ])
    expect(gateway.messages.map(({ path }) => path)).toEqual(['/whatsapp/send', '/whatsapp/send'])
  })

  it('without an address the next channel has its turn', async () => {
    const people = [contactRecord(1, { whatsapp_number: '' })]
    const { running } = await startEngine({
      contacts: people,
      campaigns: [to(people, { flow: ['whatsapp', 'telegram'], policies: FIRST })]
    })
    const { summary } = await running.runToEnd(to(people)._id)
    expect(await running.states(summary.id)).toEqual([
      'Contact 1 whatsapp: skipped no_address',
      'Contact 1 telegram: sent'
    ])
  })
})

describe('design, One contact: delivery "all"', () => {
  it('only the contact’s own request in flight holds its next channel', async () => {
    const held = new Held()
    const contacts = contactRecords(2)
    const { running, gateway } = await startEngine({
      contacts,
      campaigns: [to(contacts, { flow: ['whatsapp', 'telegram'] })],
      settings: { limits: perChannel((channel) => ({ concurrency: channel === 'whatsapp' ? 1 : 0 })) },
      answer: ({ path }) => (path === '/whatsapp/send' ? held.answer : accept)
    })
    const runId = await running.begin(to(contacts)._id)
    await running.until(
      () => running.run(runId).sent_by_channel.telegram === 1,
      'the one who waits is overtaken'
    )
    expect(await running.states(runId)).toEqual([
      'Contact 1 whatsapp: sending',
      'Contact 1 telegram: queued',
      'Contact 2 whatsapp: queued',
      'Contact 2 telegram: sent'
    ])
    gateway.answer = () => accept
    held.release()
    await running.finished(runId)
    const own = gateway.messages.filter(({ idempotencyKey }) => idempotencyKey.includes(`.${idOf(1)}.`))
    expect(own.map(({ path }) => path)).toEqual(['/whatsapp/send', '/telegram/send'])
  })
})

describe('design, One human, one message', () => {
  it('two contacts with one address get one delivery a channel; under first_success on later channels too', async () => {
    const contacts = [
      contactRecord(1),
      contactRecord(2, { phone: phoneOf(1), whatsapp_number: phoneOf(1), telegram_username: 'somebody' })
    ]
    const { running, gateway } = await startEngine({
      contacts,
      campaigns: [
        to(contacts, {
          flow: ['whatsapp', 'telegram'],
          policies: { delivery: 'first_success', ...NEVER }
        })
      ]
    })
    const { summary } = await running.runToEnd(to(contacts)._id)
    expect(await running.states(summary.id)).toEqual([
      'Contact 1 whatsapp: sent',
      'Contact 1 telegram: skipped reached',
      'Contact 2 whatsapp: skipped duplicate',
      'Contact 2 telegram: skipped duplicate'
    ])
    expect(gateway.messages).toHaveLength(1)
  })
})
