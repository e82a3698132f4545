import type { ChannelId } from '../../shared/domain/channel'
import type { DeliveryDetail, DeliveryRef } from '../../shared/domain/delivery'
import { type Channels, requestOf } from '../channels/open-channels'
import type { DeliveryRecord, FrozenContact } from '../ledger/ledger-record'
import type { RunState } from '../ledger/run-state'
import { frozenText } from '../messages/frozen-message'
import type { MessageTexts } from '../messages/message-texts'
import type { FrozenGateway } from '../ports'
import { deliveryView } from '../runner/run-detail'
import { stepsOf } from './delivery-steps'
import { linesLeadingTo } from './live-lines'

export interface DeliveryDetailContext {
  readonly channels: Channels
  readonly texts: MessageTexts
  /** The gateway as a request would find it now: the practice gateway has another port at every start. */
  readonly gatewayNow: (frozen: FrozenGateway) => FrozenGateway
  readonly contactExists: (contactId: string) => boolean
  /** Does the run exist? A retry that took deliveries over and never came to be has sent nothing. */
  readonly runExists: (runId: string) => boolean
}

/**
 * Everything about one delivery; null when the run has none by that name.
 *
 * @param state the run as it stands
 * @param records what its ledger says about the contact
 */
export function deliveryDetail(
  { contact_id, channel }: DeliveryRef,
  state: RunState,
  records: readonly DeliveryRecord[],
  { channels, texts, gatewayNow, contactExists, runExists }: DeliveryDetailContext
): DeliveryDetail | null {
  const position = state.positionOf(contact_id)
  const contact = position === undefined ? undefined : state.contacts[position]
  if (contact?.addresses[channel] === undefined || !state.head.flow.includes(channel)) return null

  const lines = records.filter((line) => line.channel === channel)
  const isVoid = (line: DeliveryRecord) => line.type === 'claimed' && !runExists(line.by)
  const steps = stepsOf(linesLeadingTo(state, contact, channel, lines).filter((line) => !isVoid(line)))
  const { claimed_by, ...delivery } = deliveryView(state, contact, channel)
  const isTaken = claimed_by !== undefined && runExists(claimed_by)

  const written = frozenText(texts, state.head, contact, channel)
  const text = typeof written === 'string' ? written : null
  const isOpen = delivery.state === 'queued' || delivery.state === 'sending'
  const gateway = isOpen ? gatewayNow(state.head.gateway) : state.head.gateway
  const wasAsked = steps.some(({ kind }) => kind === 'request' || kind === 'unknown')
  const isAsked = wasAsked || (isOpen && mayBeAsked(contact, channel) && channels[channel].isSetUp(gateway))
  return {
    delivery: isTaken ? { ...delivery, claimed_by } : delivery,
    text,
    request: isAsked && text !== null ? requestText(channel, gateway, delivery.address, text) : null,
    steps,
    contact_exists: contactExists(contact_id)
  }
}

const mayBeAsked = ({ addresses }: FrozenContact, channel: ChannelId): boolean =>
  addresses[channel]?.skip === undefined

function requestText(channel: ChannelId, gateway: FrozenGateway, address: string, text: string) {
  const { url, payload } = requestOf[channel]({ gateway, address, text })
  return { url, payload: JSON.stringify(payload) }
}
