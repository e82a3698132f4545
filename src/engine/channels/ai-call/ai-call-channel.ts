import type { Channel } from '../../ports'
import type { GatewayConnection } from '../gateway/gateway-client'

/** AI calls: `POST {ai_call_url}`, the text is what the voice is to say. */
export const aiCallChannel = ({ post, canConnect }: GatewayConnection): Channel => ({
  id: 'ai_call',
  isSetUp: (gateway) => gateway.ai_call_url !== '',
  isReachable: (gateway) => canConnect(gateway.ai_call_url),
  send: (request) =>
    post(request.gateway.ai_call_url, { number: request.address, prompt: request.text }, request)
})
