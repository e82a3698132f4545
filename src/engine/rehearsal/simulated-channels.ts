import { type ChannelId, perChannel } from '../../shared/domain/channel'
import type { Channel, SendRequest, Timers } from '../ports'

export interface SimulatedChannelsContext {
  readonly timers: Timers
  /** How long a request is taken to last, milliseconds. */
  readonly requestMs: Readonly<Record<ChannelId, number>>
  /** The real channels: they know whether a gateway has an address for them. */
  readonly channels: Readonly<Record<ChannelId, Pick<Channel, 'isSetUp'>>>
  readonly onSend: (channel: ChannelId, request: SendRequest) => void
}

/** Channels that send nothing: every request is accepted after the time that one usually takes. */
export function simulatedChannels({
  timers,
  requestMs,
  channels,
  onSend
}: SimulatedChannelsContext): Readonly<Record<ChannelId, Channel>> {
  return perChannel((id) => ({
    id,
    isSetUp: (gateway) => channels[id].isSetUp(gateway),
    isReachable: () => Promise.resolve(true),
    send: (request) => {
      onSend(id, request)
      return new Promise((resolve) => {
        timers.after(requestMs[id], () => resolve({ outcome: { state: 'sent', duration_ms: requestMs[id] } }))
      })
    }
  }))
}
