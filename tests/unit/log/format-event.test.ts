import { describe, expect, it } from 'vitest'
import { formatEvent } from '../../../src/engine/log/format-event'
import type { LogEvent } from '../../../src/engine/log/log-event'
import type { ChannelId } from '../../../src/shared/domain/channel'
import type { Outcome } from '../../../src/shared/domain/delivery'
import type { RunSummary } from '../../../src/shared/domain/run'

const of = { campaign_id: 'c1', run_id: 'r1' }
const to = (channel: ChannelId) => ({
  ...of,
  channel,
  contact_id: 'p1',
  contact_name: 'John Doe',
  address: channel === 'telegram' ? 'johndoe' : '+84 33 917 0155'
})
const texts = (event: LogEvent) => formatEvent(event).map((line) => line.text)
const delivered = (channel: ChannelId, outcome: Outcome) =>
  texts({ type: 'delivered', ...to(channel), outcome })

const summary = (counts: Partial<RunSummary['counts']>, sent: RunSummary['sent_by_channel']): RunSummary => ({
  id: 'r1',
  campaign_id: 'c1',
  campaign_name: 'Campaign Name',
  trigger: 'schedule',
  status: 'finished',
  slot: null,
  gateway: 'practice',
  started_at: null,
  finished_at: null,
  total_contacts: 1,
  counts: { queued: 0, sending: 0, sent: 0, failed: 0, unknown: 0, skipped: 0, ...counts },
  paused_channels: [],
  sent_by_channel: sent
})

describe('the log lines of the seed, to the letter', () => {
  it('start of a run', () =>
    expect(texts({ type: 'run_started', ...of, campaign_name: 'Campaign Name', total_contacts: 5 })).toEqual([
      "🚀 [CAMPAIGN] Starting Campaign: 'Campaign Name' (ID: c1)",
      '👥 [CAMPAIGN] Total Contacts: 5'
    ]))

  it.each<[ChannelId, string, string]>([
    [
      'whatsapp',
      '📱 [WHATSAPP] Sending WhatsApp message to John Doe (+84 33 917 0155)',
      '✅ [WHATSAPP] WhatsApp message sent to John Doe: {"ok":true}'
    ],
    [
      'telegram',
      '📱 [TELEGRAM] Sending Telegram message to John Doe (@johndoe)',
      '✅ [TELEGRAM] Telegram message sent to John Doe: {"ok":true}'
    ],
    [
      'ai_call',
      '🤖 [AI_CALL] Calling AI API for John Doe (+84 33 917 0155)',
      '✅ [AI_CALL] AI call initiated for John Doe: {"ok":true}'
    ]
  ])('%s', (channel, sending, sent) => {
    expect(texts({ type: 'sending', ...to(channel) })).toEqual([sending])
    expect(delivered(channel, { state: 'sent', answer: '{"ok":true}' })).toEqual([sent])
  })

  it('summary; what was not sent gets a line of its own', () => {
    const all = summary({ sent: 3 }, { whatsapp: 1, telegram: 1, ai_call: 1 })
    const some = summary(
      { sent: 1, failed: 2, unknown: 1, skipped: 3 },
      { whatsapp: 1, telegram: 0, ai_call: 0 }
    )
    expect(texts({ type: 'run_finished', ...of, summary: all })).toEqual([
      '📊 [CAMPAIGN] Summary: 1 calls made, 1 WhatsApp messages sent, 1 Telegram messages sent'
    ])
    expect(texts({ type: 'run_finished', ...of, summary: some })).toEqual([
      '📊 [CAMPAIGN] Summary: 0 calls made, 1 WhatsApp messages sent, 0 Telegram messages sent',
      '⚠️ [CAMPAIGN] Not sent: 2 failed, 1 unknown, 3 skipped'
    ])
  })
})

describe('the lines about what a message says', () => {
  it('name the value that somebody lacks, and why a text could not be filled in', () => {
    const missing = { code: 'missing_value', detail: 'first_name' } as const
    expect(delivered('whatsapp', { state: 'skipped', reason: missing })).toEqual([
      '⚠️ [WHATSAPP] John Doe: missing first_name, skipped'
    ])
    const failed = { code: 'template_failed', detail: 'nothing is left of the text' } as const
    expect(delivered('telegram', { state: 'failed', reason: failed })).toEqual([
      '❌ [TELEGRAM] Telegram message failed for John Doe: the text could not be filled in: nothing is left of the text'
    ])
  })

  it('of a test message belong to no campaign and no run', () => {
    const test = { campaign_id: '', run_id: '', contact_id: '', contact_name: 'Test' }
    expect(formatEvent({ type: 'sending', ...to('ai_call'), ...test })).toEqual([
      { source: 'ai_call', level: 'info', text: '🤖 [AI_CALL] Calling AI API for Test (+84 33 917 0155)' }
    ])
  })
})

describe('the lines that the design adds', () => {
  it('failed, unknown and skipped', () => {
    expect(
      delivered('whatsapp', { state: 'failed', reason: { code: 'http_error', detail: 'HTTP 500' } })
    ).toEqual([
      '❌ [WHATSAPP] WhatsApp message failed for John Doe: the gateway answered with an error: HTTP 500'
    ])
    expect(delivered('whatsapp', { state: 'unknown', reason: { code: 'timeout' } })).toEqual([
      '❓ [WHATSAPP] WhatsApp message to John Doe may have been delivered: no answer in time'
    ])
    expect(delivered('telegram', { state: 'skipped', reason: { code: 'no_address' } })).toEqual([
      '⚠️ [TELEGRAM] John Doe has no Telegram username, skipped'
    ])
  })

  it('control characters of a name cannot break a line or drive a terminal', () => {
    const event = {
      ...to('whatsapp'),
      type: 'sending' as const,
      contact_name: 'A\nB\u001b[31m\u202eC\u2028D'
    }
    expect(texts(event)).toEqual([
      '📱 [WHATSAPP] Sending WhatsApp message to A\\nB\\u001b[31m\\u202eC\\u2028D (+84 33 917 0155)'
    ])
  })
})
