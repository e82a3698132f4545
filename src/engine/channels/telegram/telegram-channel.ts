import type { Channel } from '../../ports'
import type { GatewayConnection } from '../gateway/gateway-client'
import type { GatewayRequest, RequestContent } from '../gateway/gateway-request'
import { endpointUrl } from '../gateway/gateway-url'

/** Telegram messages: the seed's `POST {base}/telegram/send`, which takes web addresses of chats. */
export const telegramChannel = ({ post, canConnect }: GatewayConnection): Channel => ({
  id: 'telegram',
  isSetUp: (gateway) => gateway.base_url !== '',
  isReachable: (gateway) => canConnect(gateway.base_url),
  send: (request) => {
    const { url, payload } = telegramRequest(request)
    return post(url, payload, request)
  }
})

/** The request of one message. */
export const telegramRequest = ({ gateway, address, text }: RequestContent): GatewayRequest => ({
  url: endpointUrl(gateway.base_url, '/telegram/send'),
  payload: {
    urls: [`https://web.telegram.org/k/#@${address}`],
    message: text,
    ...(gateway.user_id !== '' && { user_id: gateway.user_id })
  }
})
