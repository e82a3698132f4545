import type { CampaignMessage, OwnTexts } from '../../shared/domain/campaign'
import type { ChannelId } from '../../shared/domain/channel'
import type { FrozenContact, LedgerHead } from '../ledger/ledger-record'
import type { FieldValues } from './field-names'
import type { MessageTexts } from './message-texts'
import { sendable, type SendableText } from './sendable-text'

/** What of a ledger's head is the message. */
type FrozenMessage = Pick<LedgerHead, 'text' | 'texts' | 'placeholders' | 'missing_values'>

const NO_VALUES: FieldValues = {}

/** A message as a run of these channels freezes it. */
export function freezeMessage(message: CampaignMessage, flow: readonly ChannelId[]): FrozenMessage {
  const { call_script, texts, placeholders, missing_values } = message
  const own: OwnTexts = Object.fromEntries(
    Object.entries(texts).filter(([channel]) => flow.includes(channel as ChannelId))
  )
  return { text: call_script, texts: own, placeholders, missing_values }
}

/** The message that a run has frozen. */
export const messageOf = ({ text, texts, placeholders, missing_values }: FrozenMessage): CampaignMessage => ({
  call_script: text,
  texts,
  placeholders,
  missing_values
})

/**
 * What a run says to somebody on a channel. Everything that it is made of lies in the ledger (texts, values, the run's
 * start as "now"), so that whenever it is asked for, also after a restart, it is the same text.
 */
export function frozenText(
  texts: MessageTexts,
  head: LedgerHead,
  { values = NO_VALUES }: FrozenContact,
  channel: ChannelId
): SendableText {
  const clock = { nowMs: Date.parse(head.started_at), zone: head.timezone }
  return sendable(texts.fill(messageOf(head), channel, values, clock), head.missing_values)
}
