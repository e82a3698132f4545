import type { ChannelId } from '../../shared/domain/channel'
import type { Channel } from '../ports'
import { aiCallChannel, aiCallRequest } from './ai-call/ai-call-channel'
import type { GatewayConnection } from './gateway/gateway-client'
import type { GatewayRequest, RequestContent } from './gateway/gateway-request'
import { telegramChannel, telegramRequest } from './telegram/telegram-channel'
import { whatsappChannel, whatsappRequest } from './whatsapp/whatsapp-channel'

export type Channels = Readonly<Record<ChannelId, Channel>>

/** Every channel that Loa has. A further one is a folder beside these, an id in the schema and a line in both tables here. */
export const openChannels = (connection: GatewayConnection): Channels => ({
  whatsapp: whatsappChannel(connection),
  telegram: telegramChannel(connection),
  ai_call: aiCallChannel(connection)
})

/** What each channel sends, as its `send` makes it: for whoever shows a request without sending it. */
export const requestOf: Readonly<Record<ChannelId, (content: RequestContent) => GatewayRequest>> = {
  whatsapp: whatsappRequest,
  telegram: telegramRequest,
  ai_call: aiCallRequest
}
