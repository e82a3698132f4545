import { describe, expect, it } from 'vitest'
import type { ChannelId } from '../../../src/shared/domain/channel'
import { campaignDraftSchema } from '../../../src/shared/domain/campaign'
import { contactDraftSchema } from '../../../src/shared/domain/contact'
import { Held } from '../../support/gateway/gateway-answers'
import { addressIn, textIn } from '../../support/gateway/recording-gateway'
import {
  activeCampaign,
  campaignRecord,
  contactRecord,
  idOf,
  limitsOf,
  phoneOf
} from '../../support/engine/records'
import { startEngine } from '../../support/engine/test-engine'

const [ONE, TWO] = [contactRecord(1), contactRecord(2)]
const both = [idOf(1), idOf(2)]

/** A run whose first contact waits for its first answer, while the second has not begun. */
async function runInProgress(flow: ChannelId[] = ['whatsapp', 'telegram', 'ai_call']) {
  const campaign = campaignRecord(1, { contacts: both, flow })
  const held = new Held()
  const started = await startEngine({
    contacts: [ONE, TWO, contactRecord(3)],
    campaigns: [campaign],
    answer: () => held.answer,
    settings: { limits: limitsOf(1) }
  })
  const runId = await started.running.begin(campaign._id)
  await started.gateway.until(() => held.count === 1, 'the first request waits for its answer')
  const finish = async () => {
    started.gateway.answer = () => ({ give: (response) => void response.end('{}') })
    held.release()
    return started.running.finished(runId)
  }
  return { ...started, campaign, runId, finish }
}

describe('what is edited during a run changes the next run only', () => {
  it('text, audience and flow stay as they were frozen', async () => {
    const { engine, gateway, running, campaign, finish } = await runInProgress()
    const draft = campaignDraftSchema.parse({
      ...campaign,
      call_script: 'edited',
      contacts: [idOf(3)],
      flow: ['telegram']
    })
    expect(await engine.campaigns.save(draft)).toMatchObject({ ok: true })
    await finish()
    expect(gateway.requests.map(textIn)).toEqual(Array(6).fill('Hello from campaign 1'))

    await running.runToEnd(campaign._id)
    expect(gateway.requests.slice(6).map((request) => [addressIn(request), textIn(request)])).toEqual([
      ['https://web.telegram.org/k/#@contact_3', 'edited']
    ])
  })

  it('a new number or name of a contact is not used', async () => {
    const { engine, gateway, running, finish } = await runInProgress()
    const draft = contactDraftSchema.parse({ ...TWO, first_name: 'Renamed', phone: phoneOf(99) })
    expect(await engine.contacts.save(draft)).toMatchObject({ ok: true })
    await finish()
    expect(gateway.requests.filter(({ path }) => path === '/call').map(addressIn)).toEqual([
      phoneOf(1),
      phoneOf(2)
    ])
    expect(running.lines.join('\n')).not.toContain('Renamed')
  })

  it('never goes on at another gateway: it pauses, and goes on when its own is chosen again', async () => {
    const { engine, gateway, running, runId, finish } = await runInProgress()
    const own = engine.settings.value
    const saved = await engine.saveSettings({ ...engine.settings.value, gateway: 'practice' })
    expect(saved).toMatchObject({ ok: true })
    await running.until(() => running.run(runId).pause?.reason === 'gateway_changed', 'the run is paused')
    expect(await engine.runs.resume(runId, '')).toMatchObject({
      ok: false,
      error: { code: 'gateway_changed' }
    })
    expect(gateway.requests.length).toBeLessThan(6)
    expect(await engine.saveSettings(own)).toMatchObject({ ok: true })
    expect(await engine.runs.resume(runId, '')).toMatchObject({ ok: true })
    await finish()
    expect(gateway.requests).toHaveLength(6)
    expect(engine.practice.inbox().messages).toEqual([])
  })

  it('a contact that is deleted before its turn is skipped: deleted', async () => {
    const { engine, gateway, running, runId, finish } = await runInProgress(['whatsapp'])
    expect(await engine.contacts.delete([idOf(2)])).toEqual({ ok: true, value: 1 })
    const run = await finish()
    expect(run.counts).toMatchObject({ sent: 1, skipped: 1 })
    expect((await running.states(runId)).slice(1)).toEqual(['Contact 2 whatsapp: skipped deleted'])
    expect(gateway.requests.map(({ idempotencyKey }) => idempotencyKey).join()).not.toContain(idOf(2))
    expect(running.lines).toContain('⚠️ [WHATSAPP] Contact 2 skipped: deleted')
  })
})

describe('who is in a run', () => {
  it('contacts with one address get one delivery a channel, however the number is written', async () => {
    const contacts = [
      contactRecord(1, { whatsapp_number: '+84 33 917 0155', phone: '+84 33 917 0155' }),
      contactRecord(2, { whatsapp_number: '0339170155', telegram_username: '@Contact_1' }),
      contactRecord(3, { phone: '+84339170155' })
    ]
    const campaign = campaignRecord(1, { contacts: contacts.map(({ _id }) => _id) })
    const { gateway, running } = await startEngine({ contacts, campaigns: [campaign] })
    const { summary } = await running.runToEnd(campaign._id)
    expect(await running.states(summary.id)).toEqual([
      'Contact 1 whatsapp: sent',
      'Contact 1 telegram: sent',
      'Contact 1 ai_call: sent',
      'Contact 2 whatsapp: skipped duplicate',
      'Contact 2 telegram: skipped duplicate',
      'Contact 2 ai_call: sent',
      'Contact 3 whatsapp: sent',
      'Contact 3 telegram: sent',
      'Contact 3 ai_call: skipped duplicate'
    ])
    expect(gateway.requests).toHaveLength(6)
  })

  it('a contact that is picked twice is served once', async () => {
    const campaign = campaignRecord(1, { contacts: [idOf(1), idOf(1), idOf(1)] })
    const { gateway, running } = await startEngine({ campaigns: [campaign] })
    const { summary } = await running.runToEnd(campaign._id)
    expect(summary.total_contacts).toBe(1)
    expect(gateway.requests).toHaveLength(3)
  })

  it('ids that name nobody are left out, with a line that says how many', async () => {
    const campaign = activeCampaign(1, { contacts: [idOf(77), idOf(1), idOf(78)] })
    const { gateway, running } = await startEngine({ campaigns: [campaign] })
    const { summary } = await running.runToEnd(campaign._id)
    expect(summary).toMatchObject({ total_contacts: 1, counts: { sent: 3 } })
    expect(gateway.requests).toHaveLength(3)
    expect(running.lines).toContain("⚠️ [CAMPAIGN] 'Campaign 1' names 2 contacts that do not exist, left out")
  })

  it('who lacks an address or has an invalid one is skipped on that channel and says so', async () => {
    const contacts = [
      contactRecord(1, { whatsapp_number: '', telegram_username: '', phone: '' }),
      contactRecord(2, { whatsapp_number: '12', telegram_username: 'no spaces please', phone: '+84 1' })
    ]
    const campaign = campaignRecord(1, { contacts: both })
    const { gateway, running } = await startEngine({ contacts, campaigns: [campaign] })
    const { summary } = await running.runToEnd(campaign._id)
    expect(gateway.requests).toEqual([])
    expect(summary.counts.skipped).toBe(6)
    expect(running.lines).toEqual(
      expect.arrayContaining([
        '⚠️ [WHATSAPP] Contact 1 has no WhatsApp number, skipped',
        '⚠️ [TELEGRAM] Contact 1 has no Telegram username, skipped',
        '⚠️ [AI_CALL] Contact 1 has no phone number, skipped',
        '⚠️ [WHATSAPP] Contact 2 skipped: invalid number',
        '⚠️ [TELEGRAM] Contact 2 skipped: invalid Telegram username',
        '⚠️ [AI_CALL] Contact 2 skipped: invalid number',
        '⚠️ [CAMPAIGN] Not sent: 0 failed, 0 unknown, 6 skipped'
      ])
    )
  })

  it('do not contact wins, for one channel or for all', async () => {
    const at = '2024-01-01T00:00:00.000Z'
    const contacts = [
      contactRecord(1, { do_not_contact: true }),
      contactRecord(2, { do_not_contact: [{ channel: 'telegram', reason: 'asked', at }] })
    ]
    const campaign = campaignRecord(1, { contacts: both })
    const { running } = await startEngine({ contacts, campaigns: [campaign] })
    const { summary } = await running.runToEnd(campaign._id)
    expect(await running.states(summary.id)).toEqual([
      'Contact 1 whatsapp: skipped do_not_contact',
      'Contact 1 telegram: skipped do_not_contact',
      'Contact 1 ai_call: skipped do_not_contact',
      'Contact 2 whatsapp: sent',
      'Contact 2 telegram: skipped do_not_contact',
      'Contact 2 ai_call: sent'
    ])
  })
})
