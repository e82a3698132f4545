import type { ChannelId } from '../../../shared/domain/channel'
import type { PracticeMessage } from '../../../shared/domain/practice'
import { foldText, holdsWords, queryWords } from '../../../shared/text/fold-text'
import { digitsOf, numberQuery } from '../../../shared/text/phone-digits'

const TELEGRAM_LINK = /^https?:\/\/web\.telegram\.org\/k\/#(@.+)$/i

/** The address as a person writes it: the gateway gets a Telegram name as a link. */
export const readableAddress = (to: string): string => TELEGRAM_LINK.exec(to)?.[1] ?? to

/** The practice messages on one channel (or all) whose text or address holds the query. */
export function filterMessages(
  messages: readonly PracticeMessage[],
  channel: ChannelId | 'all',
  query: string
): readonly PracticeMessage[] {
  const words = queryWords(query)
  const digits = numberQuery(query)
  if (channel === 'all' && words.length === 0) return messages
  return messages.filter((message) => {
    if (channel !== 'all' && message.channel !== channel) return false
    if (holdsWords(foldText(`${readableAddress(message.to)}\n${message.text}`), words)) return true
    return digits !== null && digitsOf(message.to).includes(digits)
  })
}
