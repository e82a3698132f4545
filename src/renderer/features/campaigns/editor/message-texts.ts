import { CHANNEL_IDS, type ChannelId } from '../../../../shared/domain/channel'
import type { TypedMessage } from '../../../../shared/domain/message'
import type { CampaignFormValues } from '../campaign-values'

/** Which text is being written: the one of all channels, or a channel's own. */
export type TextTab = 'all' | ChannelId

/** A message as the engine is asked about it: dates in it are written by the campaign's zone. */
export type AskedMessage = TypedMessage & { readonly timezone: string }

/** What of a campaign is its message. */
export type MessageValues = Pick<
  CampaignFormValues,
  'call_script' | 'texts' | 'placeholders' | 'missing_values'
>

/** The message without the rest of the form. */
export const messageOf = ({
  call_script,
  texts,
  placeholders,
  missing_values
}: MessageValues): MessageValues => ({ call_script, texts, placeholders, missing_values })

/** The text of a tab; undefined when the channel has none of its own. */
export const textOfTab = ({ call_script, texts }: MessageValues, tab: TextTab): string | undefined =>
  tab === 'all' ? call_script : texts[tab]

/** The message with another text on a tab; undefined takes the channel's own text away. */
export function withTextOfTab(message: MessageValues, tab: TextTab, text: string | undefined): MessageValues {
  if (tab === 'all') return text === undefined ? message : { ...message, call_script: text }
  const { [tab]: _before, ...others } = message.texts
  return { ...message, texts: text === undefined ? others : { ...others, [tab]: text } }
}

/** Where the form keeps the text of a tab. */
export const fieldOfTab = (tab: TextTab): string => (tab === 'all' ? 'call_script' : `texts.${tab}`)

/** The tab whose text a channel says. */
export const tabOfChannel = ({ texts }: Pick<MessageValues, 'texts'>, channel: ChannelId): TextTab =>
  texts[channel] === undefined ? 'all' : channel

/** The channels of a flow that say the text of a tab. */
export const channelsOfTab = (
  message: Pick<MessageValues, 'texts'>,
  tab: TextTab,
  flow: readonly ChannelId[]
): ChannelId[] =>
  flow.filter((channel) => (tab === 'all' ? tabOfChannel(message, channel) === 'all' : channel === tab))

/** The same message, whatever objects it is made of. */
export const isSameMessage = (one: MessageValues, other: MessageValues): boolean =>
  one.call_script === other.call_script &&
  one.placeholders === other.placeholders &&
  one.missing_values === other.missing_values &&
  CHANNEL_IDS.every((channel) => one.texts[channel] === other.texts[channel])
