import { useTranslation } from 'react-i18next'
import type { MessageCheck } from '../../../../shared/domain/message'
import { localeOf } from '../../../../shared/i18n/locale'
import { spokenText } from './message-spoken'

/** How long the longest text is that anybody gets, once it is filled in. */
export function MessageLongest({ longest }: Pick<MessageCheck, 'longest'>) {
  const { t, i18n } = useTranslation(['message', 'common'])
  const most = Math.max(0, ...longest.map(({ size }) => size.characters))
  const split = longest.filter(({ size }) => size.segments > 1)
  const seconds = Math.max(0, ...longest.map(({ size }) => size.spoken_s))
  if (most === 0) return null
  const names = split.map(({ channel }) => t(`channels.${channel}`, { ns: 'common' }))
  const sentences = [
    t('check.longest', { count: most }),
    ...(split.length === 0
      ? []
      : [
          t('check.longest_split', {
            count: Math.max(...split.map(({ size }) => size.segments)),
            channels: new Intl.ListFormat(localeOf(i18n.language)).format(names)
          })
        ]),
    ...(seconds === 0 ? [] : [t('check.longest_spoken', { duration: spokenText(seconds, t) })])
  ]
  return <>{sentences.join(' ')}</>
}
