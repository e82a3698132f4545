import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../../shared/domain/channel'
import type { CampaignReview } from '../../../../shared/domain/rehearsal'
import { localeOf } from '../../../../shared/i18n/locale'
import { formatDateTime } from '../../../../shared/text/date-format'
import { zoneWords } from '../schedule-summary'
import { endWhen } from './end-when'
import classes from './review.module.css'

interface ReviewSentenceProps {
  readonly name: string
  readonly review: CampaignReview
  /** It is being asked anew: what is shown may be over in a moment. */
  readonly isAsking: boolean
}

/** The whole campaign in one sentence: what, to how many, on which channels, when first, in which zone, until when. */
export function ReviewSentence({ name, review, isAsking }: ReviewSentenceProps) {
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
    const when = inOneLine(formatDateTime(at, first.zone, language, new Date()))
    parts.push(t('rehearsal:review.first', { when, zone: zoneWords(first.zone, t) }))
    if (!isNobody) parts.push(endOf(at, end, first.zone))
  }
  return (
    <p className={classes['sentence']} data-asking={isAsking || undefined} aria-busy={isAsking}>
      {parts.join(' ')}
    </p>
  )

  function endOf(begins: Date, endsAt: string | null, zone: string): string {
    if (endsAt === null) return t('rehearsal:review.not_within_a_week')
    const when = endWhen(begins, new Date(endsAt), zone, language)
    return when === null
      ? t('rehearsal:review.finished_at_once')
      : t('rehearsal:review.finished', { when: inOneLine(when) })
  }
}

/** A date that is broken in two is read twice. */
const inOneLine = (when: string): string => when.replaceAll(' ', '\u00a0')
