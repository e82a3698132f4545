import { z } from 'zod'
import { type ChannelId, perChannel } from './channel'
import { instantSchema, lineSchema, zoneSchema } from './primitives'

/** `practice` is the gateway inside the app; `reference` is the address of the seed; `custom` is the operator's own. */
export const GATEWAY_IDS = ['practice', 'reference', 'custom'] as const

export const gatewayIdSchema = z.enum(GATEWAY_IDS)

export type GatewayId = z.infer<typeof gatewayIdSchema>

/** An http or https address without a user name, password or fragment; empty means: not set up. */
const webAddressSchema = z.url({ protocol: /^https?$/i })

const urlSchema = lineSchema(2000).superRefine((text, context) => {
  if (text === '') return
  if (!webAddressSchema.safeParse(text).success) context.addIssue({ code: 'custom', message: 'url_invalid' })
  else if (/^https?:\/\/[^/?#]*@/i.test(text))
    context.addIssue({ code: 'custom', message: 'url_has_credentials' })
})

const addressesSchema = z.object({
  /** WhatsApp and Telegram are at `{base_url}/whatsapp/send` and `{base_url}/telegram/send`. */
  base_url: urlSchema.default(''),
  ai_call_url: urlSchema.default(''),
  /** Added to WhatsApp and Telegram requests when set. */
  user_id: lineSchema(200).default('')
})

export type GatewayAddresses = Readonly<z.infer<typeof addressesSchema>>

const timeoutSchema = z
  .number('timeout_range')
  .int('timeout_range')
  .min(5, 'timeout_range')
  .max(300, 'timeout_range')

/** The address in the seed. It is never used before the operator chooses and confirms it. */
const REFERENCE_BASE_URL = 'http://3.106.56.62:8000'

const concurrencySchema = z
  .number('concurrency_range')
  .int('concurrency_range')
  .min(0, 'concurrency_range')
  .max(256, 'concurrency_range')

const limitSchema = z
  .number('limit_range')
  .int('limit_range')
  .min(0, 'limit_range')
  .max(1_000_000, 'limit_range')

const gapSchema = z.number('gap_range').min(0, 'gap_range').max(3600, 'gap_range')

/** How fast one channel may send, over all campaigns. 0 means: no limit of this kind. */
export const channelLimitsSchema = z
  .object({
    /** Requests in flight at the same time. */
    concurrency: concurrencySchema.default(0),
    per_second: limitSchema.default(0),
    per_minute: limitSchema.default(0),
    per_hour: limitSchema.default(0),
    per_day: limitSchema.default(0),
    /** A random pause between two messages, drawn between these two. */
    gap_min_s: gapSchema.default(0),
    gap_max_s: gapSchema.default(0)
  })
  .refine(({ gap_min_s, gap_max_s }) => gap_min_s <= gap_max_s, { error: 'gap_order', path: ['gap_max_s'] })

export type ChannelLimits = Readonly<z.infer<typeof channelLimitsSchema>>

export const NO_LIMITS: ChannelLimits = {
  concurrency: 0,
  per_second: 0,
  per_minute: 0,
  per_hour: 0,
  per_day: 0,
  gap_min_s: 0,
  gap_max_s: 0
}

/** Careful, because WhatsApp bans senders that look like machines. They hold for live gateways only. */
export const DEFAULT_LIMITS: Readonly<Record<ChannelId, ChannelLimits>> = {
  whatsapp: {
    ...NO_LIMITS,
    concurrency: 1,
    per_minute: 20,
    per_hour: 200,
    per_day: 1000,
    gap_min_s: 1,
    gap_max_s: 4
  },
  telegram: { ...NO_LIMITS, per_minute: 30 },
  ai_call: { ...NO_LIMITS, concurrency: 1, per_minute: 10 }
}

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_of_day_invalid')

/** Nothing goes out from `from` (inclusive) to `to` (exclusive), local time of the contact; may cross midnight. */
export const quietHoursSchema = z.object({
  on: z.boolean().default(false),
  from: timeOfDaySchema.default('22:00'),
  to: timeOfDaySchema.default('07:00')
})

export type QuietHours = Readonly<z.infer<typeof quietHoursSchema>>

/** Vietnam's Decree 91/2020: advertising messages from 7 to 22 o'clock only, calls from 8 to 17. */
export const VIETNAM_QUIET_HOURS: Readonly<Record<ChannelId, QuietHours>> = {
  whatsapp: { on: true, from: '22:00', to: '07:00' },
  telegram: { on: true, from: '22:00', to: '07:00' },
  ai_call: { on: true, from: '17:00', to: '08:00' }
}

const quietPreset = (channel: ChannelId): QuietHours => ({ ...VIETNAM_QUIET_HOURS[channel], on: false })

const frequencyCapSchema = z.object({
  on: z.boolean().default(false),
  /** At most so many messages a person ... */
  messages: z
    .number('cap_messages_range')
    .int('cap_messages_range')
    .min(1, 'cap_messages_range')
    .max(1000, 'cap_messages_range')
    .default(3),
  /** ... in so many days, over all campaigns and channels. */
  days: z
    .number('cap_days_range')
    .int('cap_days_range')
    .min(1, 'cap_days_range')
    .max(90, 'cap_days_range')
    .default(7)
})

export type FrequencyCap = Readonly<z.infer<typeof frequencyCapSchema>>

/** Of what the operator hears while the window is elsewhere. What stops all sending is said as long as `on`. */
const notificationsSchema = z.object({
  on: z.boolean().default(true),
  run_failed: z.boolean().default(true),
  unknown: z.boolean().default(true),
  missed: z.boolean().default(true),
  /** A run or a channel of it does not go on by itself. */
  channel_paused: z.boolean().default(true),
  calls_held: z.boolean().default(true),
  gateway_down: z.boolean().default(true),
  asleep_likely: z.boolean().default(true)
})

export type NotificationChoice = Readonly<z.infer<typeof notificationsSchema>>

const backupSchema = z.object({
  /** Writes a copy of everything once a day. */
  daily: z.boolean().default(true),
  keep_days: z
    .number('backup_days_range')
    .int('backup_days_range')
    .min(1, 'backup_days_range')
    .max(3650, 'backup_days_range')
    .default(14),
  /** Where the daily copies go; empty means `backups` in the data folder. */
  folder: lineSchema(4000).default('')
})

export type BackupSettings = Readonly<z.infer<typeof backupSchema>>

/** Why nothing at all may be sent until the operator says so. */
export const emergencyReasonSchema = z.enum(['operator', 'restored', 'copied', 'other_machine', 'fallback'])

export type EmergencyReason = z.infer<typeof emergencyReasonSchema>

const emergencyStopSchema = z.object({
  at: instantSchema,
  reason: emergencyReasonSchema,
  /** A backup was put back: when that was made. */
  backup_at: instantSchema.optional()
})

export type EmergencyStop = Readonly<z.infer<typeof emergencyStopSchema>>

/** The clock jumped by hours without a reported sleep: sending waits until the operator confirms the time. */
const clockHoldSchema = z.object({ at: instantSchema, by_ms: z.number() })

export type ClockHold = Readonly<z.infer<typeof clockHoldSchema>>

const FEWEST_DAYS_KEPT = 30

export const settingsSchema = z.object({
  gateway: gatewayIdSchema.default('practice'),
  gateways: z
    .object({
      reference: addressesSchema.prefault({ base_url: REFERENCE_BASE_URL }),
      custom: addressesSchema.prefault({})
    })
    .prefault({}),
  /** How long one request may take, connecting included. The seed: 30 seconds. */
  timeouts_s: z.object(perChannel(() => timeoutSchema.default(30))).prefault({}),
  limits: z
    .object(perChannel((channel) => channelLimitsSchema.prefault(DEFAULT_LIMITS[channel])))
    .prefault({}),
  quiet_hours: z
    .object(perChannel((channel) => quietHoursSchema.prefault(quietPreset(channel))))
    .prefault({}),
  frequency_cap: frequencyCapSchema.prefault({}),
  /** The operator's own addresses, for test messages; empty where there is none. */
  test_addresses: z.object(perChannel(() => lineSchema(200).default(''))).prefault({}),
  /** ISO 3166 country for numbers that are typed without a country code. */
  default_country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'country_unknown')
    .default('VN'),
  /** How long logs that were set aside are kept. */
  log_keep_days: z
    .number('log_days_range')
    .int('log_days_range')
    .min(1, 'log_days_range')
    .max(365, 'log_days_range')
    .default(30),
  /** The zone of new campaigns; empty: this computer's. */
  default_zone: z.union([z.literal(''), zoneSchema]).default(''),
  /** How long finished runs are kept; 0: for ever. Less than 30 would tear holes into the overview. */
  keep_runs_days: z
    .number('keep_days_range')
    .int('keep_days_range')
    .max(3650, 'keep_days_range')
    .refine((days) => days === 0 || days >= FEWEST_DAYS_KEPT, 'keep_days_range')
    .default(0),
  backup: backupSchema.prefault({}),
  language: z.enum(['system', 'en', 'vi']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  notifications: notificationsSchema.prefault({}),
  /** Fetch updates, where Loa does that itself. Nobody is asked for one before this is on. */
  updates_on: z.boolean().default(false),
  /** Acts as a pause of every campaign and leaves each campaign's own status alone. */
  paused_all: z.boolean().default(false),
  /** When "pause all" was last lifted: slots at or before it are not missed and never run. */
  slots_from: instantSchema.nullable().default(null),
  emergency_stop: emergencyStopSchema.nullable().default(null),
  clock_hold: clockHoldSchema.nullable().default(null)
})

export type Settings = Readonly<z.infer<typeof settingsSchema>>

/** What the settings page may change; what holds back all sending has calls of its own. */
export const settingsPatchSchema = settingsSchema.omit({
  paused_all: true,
  slots_from: true,
  emergency_stop: true,
  clock_hold: true
})

export type SettingsPatch = z.infer<typeof settingsPatchSchema>
