import type { Channel } from '../../ports'
import type { PostToGateway } from '../gateway/gateway-client'

/** AI calls: `POST {ai_call_url}`, the text is what the voice is to say. */
export const aiCallChannel = (post: PostToGateway): Channel => ({
  id: 'ai_call',
  isSetUp: (gateway) => gateway.ai_call_url !== '',
  send: (request) =>
    post(request.gateway.ai_call_url, { number: request.address, prompt: request.text }, request)
})
