import { describe, expect, it } from 'vitest'
import {
  contactRecord,
  contactRecords,
  activeCampaign,
  idOf,
  scheduleFromNow
} from '../../support/engine/records'
import { ACCEPTED_TEXT, Held, status } from '../../support/gateway/gateway-answers'
import { addressIn } from '../../support/gateway/recording-gateway'
import { startEngine } from '../../support/engine/test-engine'

/** The seed's contact and campaign, but for the time. */
const JOHN = contactRecord(1, {
  first_name: 'John',
  last_name: 'Doe',
  phone: '+84 33 917 0155',
  whatsapp_number: '+84 33 917 0155',
  telegram_username: 'johndoe',
  email: 'john@example.com'
})
const SEED_CAMPAIGN = activeCampaign(1, {
  name: 'Scheduled Campaign',
  call_script: 'Hello, this is a test message...',
  contacts: [idOf(1)],
  schedule_settings: scheduleFromNow(-2_000)
})

describe('a due campaign of the seed', () => {
  it('sends exactly the three payloads of the seed, in order, each with its own Idempotency-Key', async () => {
    const { gateway, running } = await startEngine({ contacts: [JOHN], campaigns: [SEED_CAMPAIGN] })
    const run = await running.finished()
    expect(run.trigger).toBe('schedule')
    expect(gateway.requests.map(({ method, path, bodyText }) => ({ method, path, bodyText }))).toEqual([
      {
        method: 'POST',
        path: '/whatsapp/send',
        bodyText: '{"phone_numbers":["+84 33 917 0155"],"message":"Hello, this is a test message..."}'
      },
      {
        method: 'POST',
        path: '/telegram/send',
        bodyText:
          '{"urls":["https://web.telegram.org/k/#@johndoe"],"message":"Hello, this is a test message..."}'
      },
      {
        method: 'POST',
        path: '/call',
        bodyText: '{"number":"+84 33 917 0155","prompt":"Hello, this is a test message..."}'
      }
    ])
    expect(gateway.requests.map(({ idempotencyKey }) => idempotencyKey)).toEqual(
      ['whatsapp', 'telegram', 'ai_call'].map((channel) => `${run.id}.${idOf(1)}.${channel}`)
    )
    for (const { headers } of gateway.requests) {
      expect(headers['content-type']).toBe('application/json')
      expect(headers.host).toBe(new URL(gateway.url).host)
    }
  })

  it("writes exactly the seed's lines, in memory and in logs/scheduler.log", async () => {
    const { folder, running, engine } = await startEngine({ contacts: [JOHN], campaigns: [SEED_CAMPAIGN] })
    await running.finished()
    await engine.stop()
    const ofTheRun = running.lines.filter((line) => !line.includes('[LOA]'))
    expect(ofTheRun).toEqual([
      `🚀 [CAMPAIGN] Starting Campaign: 'Scheduled Campaign' (ID: ${SEED_CAMPAIGN._id})`,
      '👥 [CAMPAIGN] Total Contacts: 1',
      '📱 [WHATSAPP] Sending WhatsApp message to John Doe (+84 33 917 0155)',
      `✅ [WHATSAPP] WhatsApp message sent to John Doe: ${ACCEPTED_TEXT}`,
      '📱 [TELEGRAM] Sending Telegram message to John Doe (@johndoe)',
      `✅ [TELEGRAM] Telegram message sent to John Doe: ${ACCEPTED_TEXT}`,
      '🤖 [AI_CALL] Calling AI API for John Doe (+84 33 917 0155)',
      `✅ [AI_CALL] AI call initiated for John Doe: ${ACCEPTED_TEXT}`,
      '📊 [CAMPAIGN] Summary: 1 calls made, 1 WhatsApp messages sent, 1 Telegram messages sent'
    ])
    const written = (await folder.text('logs/scheduler.log')).trimEnd().split('\n')
    expect(written.map((line) => line.replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /, ''))).toEqual(
      running.lines
    )
  })

  it('adds the user_id to the first two payloads, and to them only, when one is set', async () => {
    const { gateway, running, engine } = await startEngine({
      contacts: [JOHN],
      campaigns: [{ ...SEED_CAMPAIGN, status: 'draft' }]
    })
    const settings = engine.settings.value
    const custom = { ...settings.gateways.custom, user_id: 'operator-7' }
    await engine.settings.save({ ...settings, gateways: { ...settings.gateways, custom } })
    await running.runToEnd(SEED_CAMPAIGN._id)
    expect(gateway.requests.map(({ body }) => body)).toEqual([
      expect.objectContaining({ user_id: 'operator-7' }),
      expect.objectContaining({ user_id: 'operator-7' }),
      expect.not.objectContaining({ user_id: 'operator-7' })
    ])
  })
})

describe('contacts of one run', () => {
  it('are served side by side, each through its channels in the order of the flow', async () => {
    const contacts = contactRecords(20)
    const campaign = activeCampaign(1, {
      contacts: contacts.map(({ _id }) => _id),
      flow: ['ai_call', 'whatsapp', 'telegram'],
      schedule_settings: scheduleFromNow(-2_000)
    })
    const held = new Held()
    const { gateway, running } = await startEngine({
      contacts,
      campaigns: [campaign],
      answer: () => held.answer
    })
    await gateway.until(() => held.count === 20, 'all contacts are served at the same time')
    expect(new Set(gateway.requests.map(addressIn)).size).toBe(20)
    gateway.answer = () => status(200, { ok: true })
    held.release()
    const run = await running.finished()
    expect(run.counts.sent).toBe(60)
    expect(gateway.requests).toHaveLength(60)
    for (const { _id } of contacts) {
      const own = gateway.requests.filter(({ idempotencyKey }) => idempotencyKey.includes(_id))
      expect(own.map(({ path }) => path)).toEqual(['/call', '/whatsapp/send', '/telegram/send'])
    }
  })
})
