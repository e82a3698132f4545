import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import type { ReachAnswer } from '../../../../shared/ipc/contact-views'
import { formatDateTime } from '../../../../shared/text/date-format'
import { useLocalZone } from '../../../stores/settings-store'
import { fieldInSentence } from '../../../ui/field-in-sentence'
import { textFailureWords } from '../../../ui/text-failure-words'

type VerdictText = (channel: ChannelId, answer: ReachAnswer, goesOut: boolean) => string

/** The sentence for an answer. Without a run that goes out, "nothing stands against it" is all that can be said. */
export function useVerdictText(): VerdictText {
  const { t, i18n } = useTranslation('person')
  const { t: ofMessages } = useTranslation('message')
  const zone = useLocalZone()
  const time = (at: string) => formatDateTime(new Date(at), zone, i18n.language, new Date())
  return (channel, answer, goesOut) => {
    switch (answer.verdict) {
      case 'gets_it':
        return t(goesOut ? 'why.verdicts.gets_it' : 'why.verdicts.nothing_against')
      case 'no_address':
        return t(`why.verdicts.no_address.${channel}`)
      case 'do_not_contact': {
        const by = answer.by_address ? 'marked_address' : 'marked'
        const since =
          answer.since === ''
            ? t(`why.verdicts.${by}`)
            : t(`why.verdicts.${by}_since`, { date: time(answer.since) })
        return answer.reason === ''
          ? since
          : `${since} ${t('why.verdicts.reason', { reason: answer.reason })}`
      }
      case 'duplicate':
        return t('why.verdicts.duplicate', { name: answer.of_name })
      case 'missing_value':
        return t('why.verdicts.missing_value', { field: fieldInSentence(answer.field, ofMessages) })
      case 'template_failed':
        return t('why.verdicts.template_failed', { detail: textFailureWords(answer.detail, ofMessages) })
      case 'quiet_hours':
        return t('why.verdicts.quiet_hours', { time: time(answer.until) })
      case 'limit':
      case 'retry_after':
      case 'unreachable':
      case 'paused':
        return answer.until === undefined
          ? t(`why.verdicts.${answer.verdict}`)
          : `${t(`why.verdicts.${answer.verdict}`)} ${t('why.verdicts.until', { time: time(answer.until) })}`
      case 'invalid_number':
      case 'invalid_username':
      case 'channel_not_set_up':
      case 'frequency_cap':
      case 'keychain_locked':
      case 'secret_missing':
        return t(`why.verdicts.${answer.verdict}`)
    }
  }
}
