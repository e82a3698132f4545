import { describe, expect, it } from 'vitest'
import { EVERYBODY } from '../../../src/shared/domain/contact-query'
import type { Engine } from '../../../src/engine/engine'
import {
  activeCampaign,
  campaignRecord,
  contactRecord,
  contactRecords,
  idOf,
  phoneOf,
  scheduleFromNow
} from '../../support/engine/records'
import { startEngine } from '../../support/engine/test-engine'
import type { RecordingGateway } from '../../support/gateway/recording-gateway'

const whatsappNumbers = (gateway: RecordingGateway): string[] =>
  gateway.requests.map(({ body }) => (body as { phone_numbers: string[] }).phone_numbers[0] ?? '').sort()

async function saveFilter(engine: Engine, filter: Partial<typeof EVERYBODY>): Promise<string> {
  const saved = await engine.filters.save({ name: 'Those', filter: { ...EVERYBODY, ...filter } })
  if (!saved.ok) throw new Error(saved.error.code)
  return saved.value._id
}

describe('an audience by rules', () => {
  it('is whoever has a tag or is found by a filter at the time of the run, without those left out, each once', async () => {
    const contacts = [
      contactRecord(1, { tags: ['vip'] }),
      contactRecord(2, { tags: ['vip', 'left'] }),
      contactRecord(3, { last_name: 'Nguyễn' }),
      contactRecord(4)
    ]
    const { engine, gateway, running } = await startEngine({ contacts })
    const filter = await saveFilter(engine, { text: 'nguyen' })
    const saved = await engine.campaigns.save({
      name: 'By rules',
      type: 'scheduled',
      call_script: 'Hello',
      contacts: [idOf(1)],
      audience: { tags_in: ['vip'], tags_out: ['left'], filters: [filter] },
      flow: ['whatsapp'],
      schedule_settings: {
        frequency: 'once',
        start_time: '2030-01-01T00:00:00',
        timezone: 'UTC',
        interval: 1,
        days_of_week: [],
        exclude_dates: []
      }
    })
    if (!saved.ok) throw new Error(saved.error.code)
    await engine.contacts.save({
      first_name: 'Late',
      last_name: 'Nguyen',
      phone: '',
      whatsapp_number: phoneOf(9),
      telegram_username: '',
      email: '',
      notes: ''
    })
    await running.runToEnd(saved.value._id)
    expect(whatsappNumbers(gateway)).toEqual([phoneOf(1), phoneOf(3), phoneOf(9)])
  })

  it('runs on time by its schedule', async () => {
    const contacts = contactRecords(30).map((contact, index) => ({
      ...contact,
      tags: index < 20 ? ['on'] : []
    }))
    const campaign = activeCampaign(1, {
      audience: { tags_in: ['on'] },
      flow: ['whatsapp'],
      schedule_settings: scheduleFromNow(2_000)
    })
    const { gateway, running } = await startEngine({ contacts, campaigns: [campaign] })
    const run = await running.finished()
    expect(run).toMatchObject({ trigger: 'schedule', total_contacts: 20 })
    expect(gateway.requests).toHaveLength(20)
  })

  it('"never contacted" leaves out whom a run before has reached, also after a restart', async () => {
    const contacts = contactRecords(3)
    const first = campaignRecord(1, { contacts: [idOf(2)], flow: ['whatsapp'] })
    const started = await startEngine({ contacts, campaigns: [first] })
    await started.running.runToEnd(first._id)
    const filter = await saveFilter(started.engine, { contacted: 'never' })
    const found = await started.engine.audiences.find([], { tags_in: [], tags_out: [], filters: [filter] })
    expect(found.map(({ _id }) => _id)).toEqual([idOf(1), idOf(3)])
  })

  it('a filter that was deleted finds nobody, and nobody picked is refused', async () => {
    const { engine } = await startEngine({ contacts: contactRecords(3) })
    const filter = await saveFilter(engine, { channel: 'whatsapp' })
    const audience = { tags_in: [], tags_out: [], filters: [filter] }
    expect(await engine.audiences.find([], audience)).toHaveLength(3)
    await engine.filters.delete(filter)
    expect(await engine.audiences.find([], audience)).toEqual([])
  })

  it('who was merged into another is one person: picked twice, found twice, sent to once', async () => {
    const contacts = [
      contactRecord(1, { tags: ['vip'] }),
      contactRecord(2, { tags: ['vip'], whatsapp_number: phoneOf(1), phone: phoneOf(2) })
    ]
    const campaign = campaignRecord(1, {
      contacts: [idOf(1), idOf(2)],
      audience: { tags_in: ['vip'] },
      flow: ['whatsapp']
    })
    const { engine, gateway, running } = await startEngine({ contacts, campaigns: [campaign] })
    expect(await engine.merging.merge([{ ids: [idOf(1), idOf(2)], values: {} }])).toMatchObject({ ok: true })
    const detail = await running.runToEnd(campaign._id)
    expect(whatsappNumbers(gateway)).toEqual([phoneOf(1)])
    expect(detail.deliveries).toHaveLength(1)
    expect(running.lines.filter((line) => line.includes('unknown'))).toEqual([])
  })
})
