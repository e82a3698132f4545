import type { ChannelId } from '../../shared/domain/channel'
import type { Channel } from '../ports'
import { aiCallChannel } from './ai-call/ai-call-channel'
import type { GatewayConnection } from './gateway/gateway-client'
import { telegramChannel } from './telegram/telegram-channel'
import { whatsappChannel } from './whatsapp/whatsapp-channel'

export type Channels = Readonly<Record<ChannelId, Channel>>

/** Every channel that Loa has. A further one is a folder beside these, an id in the schema and a line here. */
export const openChannels = (connection: GatewayConnection): Channels => ({
  whatsapp: whatsappChannel(connection),
  telegram: telegramChannel(connection),
  ai_call: aiCallChannel(connection)
})
