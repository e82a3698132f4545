import type { ChannelId } from '../../shared/domain/channel'
import type { Outcome, ReasonCode } from '../../shared/domain/delivery'
import type { TestDelivery } from '../../shared/domain/message'
import type { Settings } from '../../shared/domain/settings'
import { readAddress } from '../contacts/address-key'
import type { DoNotContact } from '../contacts/do-not-contact'
import type { Holds } from '../holds'
import { type NoTurn, visitLane } from '../limits/lane-visit'
import type { Lanes } from '../limits/lanes'
import type { Permit } from '../limits/pace'
import type { Channel, Clock, FrozenGateway, Log, SendResult } from '../ports'
import type { SendableText } from './sendable-text'

export interface TestMessageContext {
  readonly clock: Clock
  readonly log: Log
  readonly channels: Readonly<Record<ChannelId, Channel>>
  readonly lanes: Lanes
  readonly holds: Holds
  readonly doNotContact: Pick<DoNotContact, 'isBlocked'>
  readonly settings: () => Settings
}

/** One message to the operator, on one channel. */
export interface TestOrder {
  /** Also the `Idempotency-Key` of the request. */
  readonly id: string
  readonly channel: ChannelId
  /** The address as it was typed. */
  readonly typed: string
  readonly text: SendableText
  readonly gateway: FrozenGateway
  /** Is that the chosen gateway still? */
  readonly isChosen: (frozen: FrozenGateway) => boolean
  readonly signal: AbortSignal
}

const NO_TURN: Readonly<Record<NoTurn, ReasonCode>> = {
  busy: 'busy',
  unreachable: 'unreachable',
  limit: 'limit_reached',
  held: 'sending_held',
  keychain_locked: 'keychain_locked',
  secret_missing: 'secret_missing'
}

/** Sends one test message in the turn of its channel, and tells what came of it. Never rejects, never tries again. */
export async function sendTestMessage(order: TestOrder, context: TestMessageContext): Promise<TestDelivery> {
  const { channel, typed } = order
  const reading = readAddress(channel, typed, context.settings().default_country)
  const address = reading?.to ?? typed
  const outcome = await outcomeOf(order, reading?.to ?? null, context)
  context.log({ type: 'delivered', ...eventOf(channel, address), outcome })
  return { channel, address, ...outcome }
}

async function outcomeOf(
  order: TestOrder,
  address: string | null,
  context: TestMessageContext
): Promise<Outcome> {
  const { channel, gateway, text } = order
  if (address === null) {
    return notSent('skipped', channel === 'telegram' ? 'invalid_username' : 'invalid_number')
  }
  if (context.doNotContact.isBlocked(channel, address)) return notSent('skipped', 'do_not_contact')
  if (!context.channels[channel].isSetUp(gateway)) return notSent('skipped', 'channel_not_set_up')
  return typeof text === 'string' ? inTurn(order, address, text, context) : text
}

async function inTurn(
  order: TestOrder,
  address: string,
  text: string,
  context: TestMessageContext
): Promise<Outcome> {
  const { channel, gateway, isChosen, signal } = order
  // Another gateway may be chosen while it waits for its turn.
  const isHeld = () => signal.aborted || context.holds.isHeld || !isChosen(gateway)
  let result: SendResult | null = null
  const noTurn = await visitLane(context.lanes.of(gateway.id)[channel], {
    clock: context.clock,
    isHeld,
    probe: () => context.channels[channel].isReachable(gateway),
    act: async (permit) => {
      // As for any delivery: whatever stopped the sending while it waited has the last word.
      if (isHeld() || context.doNotContact.isBlocked(channel, address)) permit.cancel()
      else result = await request(order, address, text, permit, context)
      return result?.wait ?? null
    }
  })
  if (noTurn !== null) return notSent('failed', NO_TURN[noTurn])
  return (result as SendResult | null)?.outcome ?? notSent('failed', 'sending_held')
}

function request(
  { id, channel, gateway, signal }: TestOrder,
  address: string,
  text: string,
  permit: Permit,
  { channels, log, settings }: TestMessageContext
): Promise<SendResult> {
  permit.leave()
  log({ type: 'sending', ...eventOf(channel, address) })
  return channels[channel].send({
    delivery_id: id,
    address,
    text,
    gateway,
    timeout_ms: settings().timeouts_s[channel] * 1000,
    signal
  })
}

const eventOf = (channel: ChannelId, address: string) => ({
  campaign_id: '',
  run_id: '',
  contact_id: '',
  contact_name: 'Test',
  channel,
  address
})

const notSent = (state: 'failed' | 'skipped', code: ReasonCode): Outcome => ({ state, reason: { code } })
