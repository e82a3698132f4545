import { z } from 'zod'
import { perChannel } from './channel'
import { instantSchema, lineSchema } from './primitives'

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
  /** ISO 3166 country for numbers that are typed without a country code. */
  default_country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'country_unknown')
    .default('VN'),
  language: z.enum(['system', 'en', 'vi']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Acts as a pause of every campaign and leaves each campaign's own status alone. */
  paused_all: z.boolean().default(false),
  /** When "pause all" was last lifted: slots at or before it are not missed and never run. */
  slots_from: instantSchema.nullable().default(null)
})

export type Settings = Readonly<z.infer<typeof settingsSchema>>

/** What the settings page may change; pausing everything has its own call. */
export const settingsPatchSchema = settingsSchema.omit({ paused_all: true, slots_from: true })

export type SettingsPatch = z.infer<typeof settingsPatchSchema>
