import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import { localeOf } from '../../../../shared/i18n/locale'
import { textSizeOf } from '../../../../shared/text/text-size'
import { MARKED_UP_TO } from './message-field'
import { LONGEST_TEXT } from './message-limits'
import classes from './message.module.css'

interface MessageCountsProps {
  readonly text: string
  /** The channels that say it. */
  readonly channels: readonly ChannelId[]
}

/** How long a text is: in letters, in messages where it is more than one, and how long a call takes. */
export function MessageCounts({ text, channels }: MessageCountsProps) {
  const { t, i18n } = useTranslation(['message', 'common'])
  const sizes = useMemo(
    () => channels.map((channel) => ({ channel, ...textSizeOf(channel, text) })),
    [channels, text]
  )
  const characters = useMemo(
    () => sizes[0]?.characters ?? textSizeOf('whatsapp', text).characters,
    [sizes, text]
  )
  const namesOf = (chosen: readonly ChannelId[]) =>
    new Intl.ListFormat(localeOf(i18n.language)).format(
      chosen.map((channel) => t(`channels.${channel}`, { ns: 'common' }))
    )
  const split = sizes.filter(({ segments }) => segments > 1)
  const spoken = sizes.find(({ spoken_s }) => spoken_s > 0)
  const isTooLong = text.length > LONGEST_TEXT
  const facts = [
    t('counts.characters', { count: characters }),
    ...(split[0] === undefined || isTooLong
      ? []
      : [
          t('counts.messages', {
            count: split[0].segments,
            channels: namesOf(split.map(({ channel }) => channel))
          })
        ]),
    ...(spoken === undefined || isTooLong ? [] : [t('counts.spoken', { seconds: spoken.spoken_s })])
  ]
  return (
    <span className={classes['counts']} data-tone={isTooLong ? 'bad' : undefined}>
      {facts.join(' · ')}
      {isTooLong && <> · {t('counts.too_long', { maximum: LONGEST_TEXT })}</>}
      {!isTooLong && text.length > MARKED_UP_TO && <> · {t('counts.quick')}</>}
    </span>
  )
}
