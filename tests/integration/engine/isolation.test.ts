import { describe, expect, it } from 'vitest'
import { Held, resetAfterReading, status } from '../../support/gateway/gateway-answers'
import { campaignRecord, contactRecords, idOf } from '../../support/engine/records'
import { startEngine } from '../../support/engine/test-engine'

const contacts = contactRecords(3)
const everybody = contacts.map(({ _id }) => _id)

describe('a failure stays with its delivery', () => {
  it('a contact whose messages fail gets the other channels, and the other contacts get theirs', async () => {
    const campaign = campaignRecord(1, { contacts: everybody })
    const { gateway, running } = await startEngine({ contacts, campaigns: [campaign] })
    gateway.answer = ({ idempotencyKey }) =>
      idempotencyKey.includes(idOf(2)) && !idempotencyKey.endsWith('ai_call')
        ? status(500, { error: 'no' })
        : status(200, { ok: true })
    const { summary, deliveries } = await running.runToEnd(campaign._id)
    expect(
      deliveries.map(({ contact_name, channel, state }) => `${contact_name} ${channel} ${state}`)
    ).toEqual([
      'Contact 1 whatsapp sent',
      'Contact 1 telegram sent',
      'Contact 1 ai_call sent',
      'Contact 2 whatsapp failed',
      'Contact 2 telegram failed',
      'Contact 2 ai_call sent',
      'Contact 3 whatsapp sent',
      'Contact 3 telegram sent',
      'Contact 3 ai_call sent'
    ])
    expect(summary.counts).toMatchObject({ sent: 7, failed: 2 })
    expect(running.lines).toContain(
      '❌ [WHATSAPP] WhatsApp message failed for Contact 2: the gateway answered with an error: HTTP 500: {"error":"no"}'
    )
    expect(running.lines.slice(-2)).toEqual([
      '📊 [CAMPAIGN] Summary: 3 calls made, 2 WhatsApp messages sent, 2 Telegram messages sent',
      '⚠️ [CAMPAIGN] Not sent: 2 failed, 0 unknown, 0 skipped'
    ])
  })

  it('a channel that is dead for everybody leaves the other channels alone', async () => {
    const campaign = campaignRecord(1, { contacts: everybody })
    const { gateway, running } = await startEngine({ contacts, campaigns: [campaign] })
    gateway.answer = ({ path }) => (path === '/whatsapp/send' ? resetAfterReading : status(200, {}))
    const { summary } = await running.runToEnd(campaign._id)
    expect(summary.counts).toMatchObject({ sent: 6, unknown: 3 })
    expect(summary.sent_by_channel).toEqual({ whatsapp: 0, telegram: 3, ai_call: 3 })
  })

  it('a channel without a gateway address is skipped and says so', async () => {
    const campaign = campaignRecord(1, { contacts: everybody })
    const { gateway, running, engine } = await startEngine({ contacts, campaigns: [campaign] })
    const { gateways, ...settings } = engine.settings.value
    const custom = { ...gateways.custom, ai_call_url: '' }
    await engine.settings.save({ ...settings, gateways: { ...gateways, custom } })
    const { summary } = await running.runToEnd(campaign._id)
    expect(summary.counts).toMatchObject({ sent: 6, skipped: 3 })
    expect(gateway.requests.filter(({ path }) => path === '/call')).toEqual([])
    expect(running.lines).toContain('⚠️ [AI_CALL] Contact 1 skipped: channel not set up')
  })

  it('a run that waits for its gateway does not hold up another campaign', async () => {
    const [slow, quick] = [
      campaignRecord(1, { contacts: everybody, call_script: 'slow' }),
      campaignRecord(2, { contacts: everybody, call_script: 'quick' })
    ]
    const held = new Held()
    const { gateway, running } = await startEngine({ contacts, campaigns: [slow, quick] })
    gateway.answer = ({ idempotencyKey }) =>
      idempotencyKey.startsWith(slow._id) ? held.answer : status(200, {})
    const slowRun = await running.begin(slow._id)
    await gateway.until(() => held.count === 3, 'the slow campaign waits for three answers')
    const { summary } = await running.runToEnd(quick._id)
    expect(summary.counts.sent).toBe(9)
    expect(running.run(slowRun).status).toBe('running')
    gateway.answer = () => status(200, {})
    held.release()
    expect((await running.finished(slowRun)).counts.sent).toBe(9)
  })
})
