import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChannelWait } from '../../../shared/domain/run'
import { useLocalZone } from '../../stores/settings-store'
import { tryChannelNow } from '../../stores/state-store'
import { ChannelIcon } from '../../ui/channel-icon'
import { formatBeside, formatDateTime, formatTimeWithSeconds } from '../../ui/date-format'
import { reportFailure } from '../../ui/report-failure'
import { useNow } from '../../ui/use-now'
import classes from './run-waits.module.css'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** What the channels of an open run wait for, and when they are expected to be done. */
export function RunWaits({ waits }: { readonly waits: readonly ChannelWait[] }) {
  const { t } = useTranslation('runs')
  if (waits.length === 0) return null
  return (
    <ul className={classes['waits']} aria-label={t('waits.label')}>
      {waits.map((wait) => (
        <WaitItem key={wait.channel} wait={wait} />
      ))}
    </ul>
  )
}

function WaitItem({ wait: { channel, queued, reason, until, eta } }: { readonly wait: ChannelWait }) {
  const { t, i18n } = useTranslation(['runs', 'common'])
  const zone = useLocalZone()
  const nowMs = useNow(MINUTE_MS)
  const time = (at: string): string => {
    const instant = new Date(at)
    const isNear = instant.getTime() - nowMs < DAY_MS
    if (!isNear) return formatDateTime(instant, zone, i18n.language, new Date(nowMs))
    return instant.getTime() - nowMs < 2 * MINUTE_MS
      ? formatTimeWithSeconds(instant, zone, i18n.language)
      : formatBeside(instant, zone, zone, i18n.language)
  }
  const isGateway = reason === 'retry_after' || reason === 'unreachable' || reason === 'paused'
  const tryNow = async () => reportFailure(await tryChannelNow(channel))
  const facts = [
    t('waits.queued', { count: queued }),
    ...(until === undefined ? [] : [t('waits.next', { time: time(until) })]),
    ...(eta === undefined ? [] : [t('waits.eta', { time: time(eta) })])
  ]
  return (
    <li
      className={classes['wait']}
      data-tone={reason === 'errors' ? 'bad' : isGateway ? 'caution' : 'neutral'}
    >
      <ChannelIcon channel={channel} size={15} />
      <span className={classes['channel']}>{t(`common:channels.${channel}`)}</span>
      <span className={classes['reason']}>{t(`waits.${reason}`)}</span>
      <span>{facts.join(' · ')}</span>
      {isGateway && (
        <UnstyledButton className={classes['try']} onClick={() => void tryNow()}>
          {t('waits.try_now')}
        </UnstyledButton>
      )}
    </li>
  )
}
