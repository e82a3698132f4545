import type { Channel } from '../../ports'
import type { GatewayConnection } from '../gateway/gateway-client'
import { endpointUrl } from '../gateway/gateway-url'

/** WhatsApp messages: the seed's `POST {base}/whatsapp/send`. */
export const whatsappChannel = ({ post, canConnect }: GatewayConnection): Channel => ({
  id: 'whatsapp',
  isSetUp: (gateway) => gateway.base_url !== '',
  isReachable: (gateway) => canConnect(gateway.base_url),
  send: (request) => {
    const { user_id, base_url } = request.gateway
    const payload = {
      phone_numbers: [request.address],
      message: request.text,
      ...(user_id !== '' && { user_id })
    }
    return post(endpointUrl(base_url, '/whatsapp/send'), payload, request)
  }
})
