import type { Channel } from '../../ports'
import type { GatewayConnection } from '../gateway/gateway-client'
import { endpointUrl } from '../gateway/gateway-url'

/** Telegram messages: the seed's `POST {base}/telegram/send`, which takes web addresses of chats. */
export const telegramChannel = ({ post, canConnect }: GatewayConnection): Channel => ({
  id: 'telegram',
  isSetUp: (gateway) => gateway.base_url !== '',
  isReachable: (gateway) => canConnect(gateway.base_url),
  send: (request) => {
    const { user_id, base_url } = request.gateway
    const payload = {
      urls: [`https://web.telegram.org/k/#@${request.address}`],
      message: request.text,
      ...(user_id !== '' && { user_id })
    }
    return post(endpointUrl(base_url, '/telegram/send'), payload, request)
  }
})
