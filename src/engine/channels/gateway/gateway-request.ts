import type { SendRequest } from '../../ports'

/** What a request says, before it is one. */
export type RequestContent = Pick<SendRequest, 'gateway' | 'address' | 'text'>

/** A request as the gateway gets it. */
export interface GatewayRequest {
  readonly url: string
  readonly payload: object
}
