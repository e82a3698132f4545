import { CHANNEL_IDS, type ChannelId } from '../../shared/domain/channel'
import { type Contact, markedChannels } from '../../shared/domain/contact'
import type { ReasonCode } from '../../shared/domain/delivery'
import type { FrequencyCap, Settings } from '../../shared/domain/settings'
import { frozenKey } from '../contacts/contact-keys'
import { ERASED } from '../ledger/erased-text'
import { requestsSince } from '../ledger/sending-history'
import type { Clock, Ledgers, RunIndex } from '../ports'
import type { RunContext, Sendable } from '../runner/run-context'
import type { Lanes } from './lanes'
import { PersonHistory } from './person-history'
import { quietUntilMs } from './quiet-hours'

const DAY_MS = 86_400_000

export interface SendingRulesContext {
  readonly clock: Clock
  readonly settings: () => Settings
  readonly findContact: (id: string) => Contact | undefined
  readonly isBlocked: (channel: ChannelId, address: string) => boolean
}

export interface SendingRules extends Pick<
  RunContext,
  'obstacle' | 'quietUntilMs' | 'onLeave' | 'onNotReached'
> {
  /** Learns from the ledgers what limits and the frequency cap must know about the time before this start. */
  remember(ledgers: Ledgers, index: RunIndex, lanes: Lanes): Promise<void>
  /** The cap is about to look further back. */
  rememberFor(cap: FrequencyCap, ledgers: Ledgers, index: RunIndex): Promise<void>
}

/**
 * What is asked at the moment of sending, whatever a run froze when it began: is the contact still there, does the
 * person want to be contacted, has this person had enough, is it night where they are. Practice counts for nothing.
 */
export function sendingRules({ clock, settings, findContact, isBlocked }: SendingRulesContext): SendingRules {
  const history = new PersonHistory(clock, () => settings().frequency_cap)
  const country = () => settings().default_country
  const keysOf = ({ contactId, channel, address }: Pick<Sendable, 'contactId' | 'channel' | 'address'>) => {
    const key = frozenKey(channel, address, country())
    return key === null ? [contactId] : [contactId, key]
  }
  const isLive = ({ gateway }: Sendable) => gateway.id !== 'practice'
  const learn = async (ledgers: Ledgers, index: RunIndex, days: number, lanes: Lanes | null) => {
    const nowMs = clock.nowMs()
    const sentMs = new Map<ChannelId, number[]>(CHANNEL_IDS.map((channel) => [channel, []]))
    for await (const request of requestsSince(ledgers, index, nowMs - days * DAY_MS)) {
      if (request.atMs >= nowMs - DAY_MS) sentMs.get(request.channel)?.push(request.atMs)
      if (request.isReached) history.add(keysOf(request), request.deliveryId, request.atMs)
    }
    for (const [channel, instants] of sentMs) lanes?.remember(channel, instants)
  }

  return {
    obstacle(delivery): ReasonCode | null {
      const contact = findContact(delivery.contactId)
      // Somebody else may have come under the id of a person who was erased.
      if (contact === undefined || delivery.address === ERASED) return 'deleted'
      // The run froze an address; the person may have another one by now, and be marked with that.
      const isMarked = markedChannels(contact).includes(delivery.channel)
      if (isMarked || isBlocked(delivery.channel, delivery.address)) return 'do_not_contact'
      return isLive(delivery) && history.isFull(keysOf(delivery), delivery.deliveryId)
        ? 'frequency_cap'
        : null
    },

    quietUntilMs(delivery) {
      const hours = settings().quiet_hours[delivery.channel]
      if (!hours.on || !isLive(delivery)) return null
      const own = findContact(delivery.contactId)?.timezone ?? ''
      return quietUntilMs(hours, own === '' ? delivery.timezone : own, clock.nowMs())
    },

    onLeave(delivery) {
      if (isLive(delivery)) history.add(keysOf(delivery), delivery.deliveryId, clock.nowMs())
    },

    onNotReached(delivery) {
      history.remove(keysOf(delivery), delivery.deliveryId)
    },

    remember(ledgers, index, lanes) {
      const { on, days } = settings().frequency_cap
      return learn(ledgers, index, on ? Math.max(1, days) : 1, lanes)
    },

    async rememberFor(cap, ledgers, index) {
      const now = settings().frequency_cap
      if (cap.on && (!now.on || cap.days > now.days)) await learn(ledgers, index, cap.days, null)
    }
  }
}
