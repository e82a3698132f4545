import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChannelId } from '../../../../shared/domain/channel'
import { noDeliveries } from '../../../../shared/domain/delivery'
import { type ChannelWait, isOpen, type PausedChannel, type RunOverview } from '../../../../shared/domain/run'
import { decideCalls, resumeRunChannel } from '../../../stores/run-commands'
import { tryChannelNow } from '../../../stores/state-store'
import { ChannelIcon } from '../../../ui/channel-icon'
import { reportFailure } from '../../../ui/report-failure'
import { standsStillText } from '../../../ui/stands-still-text'
import { RunCounts } from '../run-counts'
import { RunProgressBar } from '../../../ui/run-progress-bar'
import { useWaitText } from './wait-text'
import classes from './run.module.css'

/** How each channel of a run stands, what it waits for, and what can be done about that. */
export function ChannelLines({ overview }: { readonly overview: RunOverview }) {
  const { t } = useTranslation('runs')
  const { summary: run, flow, waits } = overview
  return (
    <ul
      className={classes['channels']}
      data-over={!isOpen(run) || undefined}
      aria-label={t('channels_table')}
    >
      {flow.map((channel) => (
        <ChannelLine
          key={channel}
          channel={channel}
          overview={overview}
          wait={waits.find((one) => one.channel === channel)}
          paused={isOpen(run) ? run.paused_channels.find((one) => one.channel === channel) : undefined}
        />
      ))}
    </ul>
  )
}

interface ChannelLineProps {
  readonly channel: ChannelId
  readonly overview: RunOverview
  readonly wait: ChannelWait | undefined
  /** It stands still: too much went wrong on it, or its calls wait for a yes. */
  readonly paused: PausedChannel | undefined
}

function ChannelLine({ channel, overview, wait, paused }: ChannelLineProps) {
  const { t } = useTranslation(['runs', 'common'])
  const counts = overview.by_channel[channel] ?? noDeliveries
  return (
    <li className={classes['channelLine']}>
      <span className={classes['channelName']}>
        <ChannelIcon channel={channel} />
        {t(`common:channels.${channel}`)}
      </span>
      <RunProgressBar counts={counts} />
      <RunCounts counts={counts} />
      {paused?.calls !== undefined && <CallsHeld runId={overview.summary.id} paused={paused} />}
      {paused !== undefined && paused.calls === undefined && (
        <StandsStill runId={overview.summary.id} paused={paused} />
      )}
      {paused === undefined && wait !== undefined && <Waits wait={wait} />}
    </li>
  )
}

function StandsStill({ runId, paused }: { readonly runId: string; readonly paused: PausedChannel }) {
  const { t } = useTranslation('runs')
  const { t: common } = useTranslation()
  const goOn = async () => reportFailure(await resumeRunChannel(runId, paused.channel))
  return (
    <span className={classes['wait']} data-tone="bad" data-selectable>
      <span className={classes['waitReason']}>{t('waits.errors')}</span>
      <span className={classes['waitWhy']} title={standsStillText(paused, common)}>
        {standsStillText(paused, common)} {t('notice.find_out')}
      </span>
      <UnstyledButton className={classes['act']} onClick={() => void goOn()}>
        {t('notice.go_on')}
      </UnstyledButton>
    </span>
  )
}

function CallsHeld({ runId, paused }: { readonly runId: string; readonly paused: PausedChannel }) {
  const { t } = useTranslation('runs')
  const { t: common } = useTranslation()
  const decide = async (word: 'call' | 'leave_out') => reportFailure(await decideCalls(runId, word))
  return (
    <span className={classes['wait']} data-tone="caution" data-selectable>
      <span className={classes['waitReason']}>{t('waits.approval')}</span>
      <span className={classes['waitWhy']} title={standsStillText(paused, common)}>
        {standsStillText(paused, common)}
      </span>
      <UnstyledButton className={classes['act']} onClick={() => void decide('leave_out')}>
        {common('held_calls.leave_out')}
      </UnstyledButton>
      <UnstyledButton className={classes['act']} onClick={() => void decide('call')}>
        {common('held_calls.call', { count: paused.calls?.count ?? 0 })}
      </UnstyledButton>
    </span>
  )
}

/** Waits that the operator can end: the others end by themselves. */
const ENDED_BY_HAND: ReadonlySet<ChannelWait['reason']> = new Set(['retry_after', 'unreachable', 'paused'])

function Waits({ wait }: { readonly wait: ChannelWait }) {
  const { t } = useTranslation('runs')
  const text = useWaitText(wait)
  const canTry = ENDED_BY_HAND.has(wait.reason)
  const tryNow = async () => reportFailure(await tryChannelNow(wait.channel))
  return (
    <span
      className={classes['wait']}
      data-tone={wait.reason === 'errors' ? 'bad' : canTry ? 'caution' : 'neutral'}
    >
      <span className={classes['waitReason']}>{t(`waits.${wait.reason}`)}</span>
      <span className={classes['waitWhy']}>{text}</span>
      {canTry && (
        <UnstyledButton className={classes['act']} onClick={() => void tryNow()}>
          {t('waits.try_now')}
        </UnstyledButton>
      )}
    </span>
  )
}
