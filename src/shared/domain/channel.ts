import { z } from 'zod'

/** The channels, in the seed's order: WhatsApp, then Telegram, then the AI call. */
export const CHANNEL_IDS = ['whatsapp', 'telegram', 'ai_call'] as const

export const channelIdSchema = z.enum(CHANNEL_IDS)

export type ChannelId = z.infer<typeof channelIdSchema>

/** The contact field that holds a channel's address. */
export const ADDRESS_FIELD = {
  whatsapp: 'whatsapp_number',
  telegram: 'telegram_username',
  ai_call: 'phone'
} as const satisfies Record<ChannelId, string>

/** The same value for every channel: the start of a count or a table. */
export function perChannel<T>(value: (channel: ChannelId) => T): Record<ChannelId, T> {
  return { whatsapp: value('whatsapp'), telegram: value('telegram'), ai_call: value('ai_call') }
}
