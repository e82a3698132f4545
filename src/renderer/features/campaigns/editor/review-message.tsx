import { Skeleton, Spoiler } from '@mantine/core'
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { textOf } from '../../../../shared/domain/campaign'
import type { ChannelId } from '../../../../shared/domain/channel'
import { displayName } from '../../../../shared/domain/contact'
import { useAudiencePeople } from '../../../stores/audience-people'
import { isSameList, useUnchanged } from '../../../stores/unchanged'
import { ChannelIcon } from '../../../ui/channel-icon'
import type { CampaignFormValues } from '../campaign-values'
import { MessageBubble } from './message-bubble'
import { LONGEST_TEXT } from './message-limits'
import { usePreviewPerson } from './message-person'
import { useRenderedMessage } from './message-rendering'
import { type AskedMessage, isSameMessage, messageOf, tabOfChannel } from './message-texts'
import classes from './review-message.module.css'
import { isSameAudience } from './same-audience'

/** Four lines of a bubble; the rest is a click away. */
const FOLDED_PX = 100
/** As high as a short message with its heading. */
const USUAL_PX = 88

/** What goes out, as its first reader gets it: once where all channels say the same, else channel by channel. */
export function ReviewMessage({ values }: { readonly values: CampaignFormValues }) {
  const { t } = useTranslation(['rehearsal', 'common'])
  const titleId = useId()
  const message = useUnchanged(messageOf(values), isSameMessage)
  const flow = useUnchanged(values.flow, isSameList)
  const picked = useUnchanged(values.contacts, isSameList)
  const audience = useUnchanged(values.audience, isSameAudience)
  const person = usePreviewPerson(useAudiencePeople(picked, audience))
  const { timezone } = values.schedule_settings
  const asked: AskedMessage = useMemo(() => ({ ...message, timezone }), [message, timezone])
  const channels = useMemo(
    () => flow.filter((channel) => isShowable(textOf(message, channel))),
    [flow, message]
  )
  const { texts, error } = useRenderedMessage({
    message: channels.length === 0 ? null : asked,
    channels,
    contactId: person.contact?._id ?? null,
    isHeld: !person.isKnown
  })
  if (channels.length === 0 || error !== null) return null
  // It keeps its room: what is below it must not move away from under the pointer.
  if (texts === null) return <Skeleton height={USUAL_PX} radius="md" />

  const { contact } = person
  const isTemplate = message.placeholders && contact === null
  const groups = sharedTexts(channels, (channel) => tabOfChannel(message, channel))
  return (
    <section className={classes['message']} aria-labelledby={titleId}>
      <h3 id={titleId} className={classes['title']}>
        {message.placeholders && contact !== null
          ? t('review.message_for', { name: displayName(contact) })
          : t('review.message')}
      </h3>
      <div className={classes['texts']}>
        {groups.map((group) => {
          const [channel] = group
          const shown = texts.find((text) => text.channel === channel)
          // What is wrong with a text is said beside it already.
          if (channel === undefined || shown === undefined || shown.parts.length === 0) return null
          return (
            <div key={channel} className={classes['text']}>
              <p className={classes['channels']}>
                {group.map((one) => (
                  <span key={one}>
                    <ChannelIcon channel={one} size={15} />
                    {t(`common:channels.${one}`)}
                  </span>
                ))}
              </p>
              <Spoiler
                maxHeight={FOLDED_PX}
                transitionDuration={0}
                showLabel={t('review.message_whole')}
                hideLabel={t('review.message_less')}
                classNames={{ control: classes['more'] ?? '' }}
              >
                <MessageBubble channel={channel} parts={shown.parts} isTemplate={isTemplate} isNamed />
              </Spoiler>
            </div>
          )
        })}
      </div>
    </section>
  )
}

const isShowable = (text: string): boolean => text.trim() !== '' && text.length <= LONGEST_TEXT

/** The channels that say the same, side by side, in the order of the flow. */
function sharedTexts(
  flow: readonly ChannelId[],
  textOfChannel: (channel: ChannelId) => string
): readonly (readonly ChannelId[])[] {
  const groups = new Map<string, ChannelId[]>()
  for (const channel of flow) {
    const text = textOfChannel(channel)
    groups.set(text, [...(groups.get(text) ?? []), channel])
  }
  return [...groups.values()]
}
