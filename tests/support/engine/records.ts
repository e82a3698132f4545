import type { z } from 'zod'
import type { campaignSchema } from '../../../src/shared/domain/campaign'
import type { contactSchema } from '../../../src/shared/domain/contact'
import { perChannel } from '../../../src/shared/domain/channel'
import { NO_LIMITS, type settingsSchema } from '../../../src/shared/domain/settings'
import type { RecordingGateway } from '../gateway/recording-gateway'

/** Records as they lie in the files; what a schema fills in may be left out. */
export type ContactRecord = z.input<typeof contactSchema>
export type CampaignRecord = z.input<typeof campaignSchema>
export type SettingsRecord = z.input<typeof settingsSchema>

const EARLIER = '2024-01-01T00:00:00.000Z'

export const idOf = (number: number): string => number.toString(16).padStart(24, '0')

/** A valid Vietnamese mobile number, another one for each contact. */
export const phoneOf = (number: number): string => `+8490${1_000_000 + number}`

/** Somebody who can be reached on every channel, "Contact 7" for 7. */
export const contactRecord = (number: number, changes: Partial<ContactRecord> = {}): ContactRecord => ({
  _id: idOf(number),
  first_name: 'Contact',
  last_name: String(number),
  phone: phoneOf(number),
  whatsapp_number: phoneOf(number),
  telegram_username: `contact_${number}`,
  created_at: EARLIER,
  updated_at: EARLIER,
  ...changes
})

export const contactRecords = (count: number): ContactRecord[] =>
  Array.from({ length: count }, (_, index) => contactRecord(index + 1))

/** Wall time in UTC to the second, as a schedule writes it. */
export const wallTime = (atMs: number): string => new Date(atMs).toISOString().slice(0, 19)

/** A schedule in UTC that starts `fromNowMs` from now, on the full second before. */
export const scheduleFromNow = (
  fromNowMs: number,
  changes: Partial<CampaignRecord['schedule_settings']> = {}
): CampaignRecord['schedule_settings'] => ({
  frequency: 'once',
  start_time: wallTime(Date.now() + fromNowMs),
  timezone: 'UTC',
  ...changes
})

/** A draft of all contacts and channels that is due tomorrow, its AI calls approved, "Campaign 1" for 1. */
export const campaignRecord = (number: number, changes: Partial<CampaignRecord> = {}): CampaignRecord => ({
  _id: idOf(0xca_0000 + number),
  name: `Campaign ${number}`,
  type: 'scheduled',
  status: 'draft',
  call_script: `Hello from campaign ${number}`,
  contacts: [],
  schedule_settings: scheduleFromNow(86_400_000),
  approval: { at: EARLIER, ai_calls: 1_000_000 },
  created_at: EARLIER,
  updated_at: EARLIER,
  ...changes
})

/** Active since long ago, so that slots of the past count. */
export const activeCampaign = (number: number, changes: Partial<CampaignRecord> = {}): CampaignRecord =>
  campaignRecord(number, { status: 'active', effective_from: EARLIER, ...changes })

/** No limits, or so many requests side by side on each channel. */
export const limitsOf = (concurrency = 0): SettingsRecord['limits'] =>
  perChannel(() => ({ ...NO_LIMITS, concurrency }))

/** Settings that send everything to a recording gateway, as fast as it goes. */
export const settingsFor = (
  { url, callUrl }: Pick<RecordingGateway, 'url' | 'callUrl'>,
  changes: Partial<SettingsRecord> = {}
): SettingsRecord => ({
  gateway: 'custom',
  gateways: { custom: { base_url: url, ai_call_url: callUrl } },
  timeouts_s: perChannel(() => 5),
  limits: limitsOf(),
  ...changes
})
