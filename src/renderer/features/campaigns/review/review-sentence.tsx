import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../../shared/domain/channel'
import type { CampaignReview } from '../../../../shared/domain/rehearsal'
import { localeOf } from '../../../../shared/i18n/locale'
import { formatDate, formatDateTime, formatTime } from '../../../ui/date-format'
import { zoneWords } from '../schedule-summary'
import classes from './review.module.css'

interface ReviewSentenceProps {
  readonly name: string
  readonly review: CampaignReview
}

/** The whole campaign in one sentence: what, to how many, on which channels, when first, in which zone, until when. */
export function ReviewSentence({ name, review }: ReviewSentenceProps) {
  const { t, i18n } = useTranslation(['campaigns', 'rehearsal', 'common'])
  const { language } = i18n
  const { sent_by_channel: sent, first, finished_at: end } = review
  const channels = CHANNEL_IDS.filter((channel) => sent[channel] > 0).map((channel) =>
    t(`rehearsal:review.on.${channel}`, { count: sent[channel] })
  )
  const list = new Intl.ListFormat(localeOf(language), { type: 'conjunction' })
  const isNobody = channels.length === 0
  const parts = [
    isNobody
      ? t('rehearsal:review.nobody', { name })
      : t('rehearsal:review.what', { name, count: review.contacts, channels: list.format(channels) })
  ]
  if (first !== null) {
    const at = new Date(first.at)
    const when = formatDateTime(at, first.zone, language, new Date())
    parts.push(t('rehearsal:review.first', { when, zone: zoneWords(first.zone, t) }))
    if (!isNobody) parts.push(endOf(at, end, first.zone))
  }
  return <p className={classes['sentence']}>{parts.join(' ')}</p>

  function endOf(begins: Date, endsAt: string | null, zone: string): string {
    if (endsAt === null) return t('rehearsal:review.not_within_a_week')
    const ends = new Date(endsAt)
    const isSameDay = formatDate(begins, zone, language, begins) === formatDate(ends, zone, language, begins)
    const when = isSameDay ? formatTime(ends, zone, language) : formatDateTime(ends, zone, language, begins)
    return t('rehearsal:review.finished', { when })
  }
}
