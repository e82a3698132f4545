import type { Channel } from '../../ports'
import type { GatewayConnection } from '../gateway/gateway-client'
import type { GatewayRequest, RequestContent } from '../gateway/gateway-request'
import { endpointUrl } from '../gateway/gateway-url'

/** WhatsApp messages: the seed's `POST {base}/whatsapp/send`. */
export const whatsappChannel = ({ post, canConnect }: GatewayConnection): Channel => ({
  id: 'whatsapp',
  isSetUp: (gateway) => gateway.base_url !== '',
  isReachable: (gateway) => canConnect(gateway.base_url),
  send: (request) => {
    const { url, payload } = whatsappRequest(request)
    return post(url, payload, request)
  }
})

/** The request of one message. */
export const whatsappRequest = ({ gateway, address, text }: RequestContent): GatewayRequest => ({
  url: endpointUrl(gateway.base_url, '/whatsapp/send'),
  payload: {
    phone_numbers: [address],
    message: text,
    ...(gateway.user_id !== '' && { user_id: gateway.user_id })
  }
})
