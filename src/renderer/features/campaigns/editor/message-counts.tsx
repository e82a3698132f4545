import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import { localeOf } from '../../../../shared/i18n/locale'
import { textSizeOf } from '../../../../shared/text/text-size'
import { LONGEST_TEXT, MARKED_UP_TO } from './message-limits'
import { spokenText } from './message-spoken'
import classes from './message.module.css'

interface MessageCountsProps {
  readonly text: string
  /** The channels that say it. */
  readonly channels: readonly ChannelId[]
}

/** Letters of a text up to this length are counted with each key; a longer one is counted when the hands rest. */
const COUNTED_AT_ONCE = 2_000
const REST_MS = 300

/** The text to be counted: telling letters apart takes a tenth of a second in a very long one. */
function useCountedText(text: string): string {
  const [rested, setRested] = useState(text)
  const isShort = text.length <= COUNTED_AT_ONCE
  useEffect(() => {
    if (isShort) return
    const timer = setTimeout(() => setRested(text), REST_MS)
    return () => clearTimeout(timer)
  }, [text, isShort])
  return isShort ? text : rested
}

/** How long a text is: in letters, in messages where it is more than one, and how long a call takes. */
export function MessageCounts({ text, channels }: MessageCountsProps) {
  const { t, i18n } = useTranslation(['message', 'common'])
  const counted = useCountedText(text)
  const written = channels.filter((channel) => channel !== 'ai_call')
  const firstWritten = channels.find((channel) => channel !== 'ai_call') ?? 'whatsapp'
  const size = useMemo(() => textSizeOf(firstWritten, counted), [firstWritten, counted])
  const read = channels.includes('ai_call') ? counted : ''
  const { spoken_s } = useMemo(() => textSizeOf('ai_call', read), [read])
  const isTooLong = text.length > LONGEST_TEXT
  const names = written.map((channel) => t(`channels.${channel}`, { ns: 'common' }))
  const facts = [
    t('counts.characters', { count: size.characters }),
    ...(size.segments === 1 || names.length === 0 || isTooLong
      ? []
      : [
          t('counts.messages', {
            count: size.segments,
            channels: new Intl.ListFormat(localeOf(i18n.language)).format(names)
          })
        ]),
    ...(spoken_s === 0 || isTooLong ? [] : [t('counts.spoken', { duration: spokenText(spoken_s, t) })])
  ]
  return (
    <span className={classes['counts']} data-tone={isTooLong ? 'bad' : undefined}>
      {facts.join(' · ')}
      {isTooLong && <> · {t('counts.too_long', { maximum: LONGEST_TEXT })}</>}
      {!isTooLong && text.length > MARKED_UP_TO && <> · {t('counts.quick')}</>}
    </span>
  )
}
