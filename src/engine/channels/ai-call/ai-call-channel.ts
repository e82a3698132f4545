import type { Channel } from '../../ports'
import type { GatewayConnection } from '../gateway/gateway-client'
import type { GatewayRequest, RequestContent } from '../gateway/gateway-request'

/** AI calls: `POST {ai_call_url}`, the text is what the voice is to say. */
export const aiCallChannel = ({ post, canConnect }: GatewayConnection): Channel => ({
  id: 'ai_call',
  isSetUp: (gateway) => gateway.ai_call_url !== '',
  isReachable: (gateway) => canConnect(gateway.ai_call_url),
  send: (request) => {
    const { url, payload } = aiCallRequest(request)
    return post(url, payload, request)
  }
})

/** The request of one call. */
export const aiCallRequest = ({ gateway, address, text }: RequestContent): GatewayRequest => ({
  url: gateway.ai_call_url,
  payload: { number: address, prompt: text }
})
