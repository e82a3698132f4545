import { Button } from '@mantine/core'
import { IconLock, IconPhonePause, IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PausedChannel, RunSummary } from '../../../shared/domain/run'
import type { ChannelView } from '../../../shared/ipc/views'
import { formatTimeWithSeconds } from '../../../shared/text/date-format'
import { openPage } from '../../stores/navigation-store'
import { decideCalls, resumeRunChannel } from '../../stores/run-commands'
import { unlockKeychain } from '../../stores/secrets-store'
import { useLocalZone } from '../../stores/settings-store'
import { tryChannelNow } from '../../stores/state-store'
import { reportFailure } from '../../ui/report-failure'
import { standsStillText } from '../../ui/stands-still-text'
import { CardLine, DecisionCard } from './decision-card'
import { DecisionSection } from './decision-section'

type StandingStill =
  | { readonly kind: 'run'; readonly run: RunSummary; readonly paused: PausedChannel }
  | { readonly kind: 'gateway'; readonly view: ChannelView }

interface ChannelsSectionProps {
  /** Runs with channels that stand still. */
  readonly runs: readonly RunSummary[]
  /** Channels that wait for their gateway. */
  readonly waiting: readonly ChannelView[]
}

/** Channels that do not send, in one run or in all. */
export function ChannelsSection({ runs, waiting }: ChannelsSectionProps) {
  const { t } = useTranslation('attention')
  const items: StandingStill[] = [
    ...waiting.map((view) => ({ kind: 'gateway' as const, view })),
    ...runs.flatMap((run) => run.paused_channels.map((paused) => ({ kind: 'run' as const, run, paused })))
  ]
  return (
    <DecisionSection
      title={t('channels.title')}
      about={t('channels.about')}
      items={items}
      keyOf={(item) =>
        item.kind === 'gateway' ? item.view.channel : `${item.run.id} ${item.paused.channel}`
      }
      card={(item) => {
        if (item.kind === 'gateway') return <GatewayCard view={item.view} />
        return item.paused.calls === undefined ? <ErrorsCard {...item} /> : <CallsCard {...item} />
      }}
    />
  )
}

function GatewayCard({ view: { channel, state, until, queued } }: { readonly view: ChannelView }) {
  const { t, i18n } = useTranslation(['attention', 'common'])
  const zone = useLocalZone()
  if (state === 'ready' || state === 'limited') return null
  const name = t(`common:channels.${channel}`)
  const time = until === undefined ? null : formatTimeWithSeconds(new Date(until), zone, i18n.language)
  const tryNow = async () => reportFailure(await tryChannelNow(channel))
  const needsKey = state === 'keychain_locked' || state === 'secret_missing'
  return (
    <DecisionCard
      tone="caution"
      icon={needsKey ? IconLock : IconPlugConnectedX}
      title={t(`channels.${state}`, { channel: name })}
      actions={
        needsKey ? (
          <KeyActions isLocked={state === 'keychain_locked'} />
        ) : (
          <Button size="xs" onClick={() => void tryNow()}>
            {t('channels.try_now')}
          </Button>
        )
      }
    >
      <CardLine>
        {t('channels.waiting', { count: queued })}
        {time !== null &&
          ` · ${t(state === 'unreachable' ? 'channels.next_try' : 'channels.until', { time })}`}
      </CardLine>
    </DecisionCard>
  )
}

/** A gateway's key cannot be used: the keychain is to be opened, or the key entered again. */
function KeyActions({ isLocked }: { readonly isLocked: boolean }) {
  const { t } = useTranslation('attention')
  const unlock = async () => reportFailure(await unlockKeychain())
  return (
    <>
      <Button size="xs" variant={isLocked ? 'default' : 'filled'} onClick={() => void openPage('settings')}>
        {t('channels.open_settings')}
      </Button>
      {isLocked && (
        <Button size="xs" onClick={() => void unlock()}>
          {t('channels.unlock')}
        </Button>
      )}
    </>
  )
}

/** More AI calls than the operator has said yes to. */
function CallsCard({ run, paused }: { readonly run: RunSummary; readonly paused: PausedChannel }) {
  const { t } = useTranslation('attention')
  const { t: common } = useTranslation()
  const decide = async (word: 'call' | 'leave_out') => reportFailure(await decideCalls(run.id, word))
  return (
    <DecisionCard
      tone="caution"
      icon={IconPhonePause}
      title={run.campaign_name}
      actions={
        <>
          <Button size="xs" variant="default" onClick={() => void openPage('runs', { run_id: run.id })}>
            {t('open_run')}
          </Button>
          <Button size="xs" variant="default" onClick={() => void decide('leave_out')}>
            {common('held_calls.leave_out')}
          </Button>
          <Button size="xs" onClick={() => void decide('call')}>
            {common('held_calls.call', { count: paused.calls?.count ?? 0 })}
          </Button>
        </>
      }
    >
      <CardLine>{standsStillText(paused, common)}</CardLine>
      <CardLine>{common('held_calls.hint')}</CardLine>
    </DecisionCard>
  )
}

function ErrorsCard({ run, paused }: { readonly run: RunSummary; readonly paused: PausedChannel }) {
  const { t } = useTranslation('attention')
  const { t: common } = useTranslation()
  const goOn = async () => reportFailure(await resumeRunChannel(run.id, paused.channel))
  return (
    <DecisionCard
      tone="bad"
      icon={IconPlugConnectedX}
      title={run.campaign_name}
      actions={
        <>
          <Button
            size="xs"
            variant="default"
            onClick={() => void openPage('runs', { run_id: run.id, state: 'failed' })}
          >
            {t('open_run')}
          </Button>
          <Button size="xs" onClick={() => void goOn()}>
            {t('channels.go_on')}
          </Button>
        </>
      }
    >
      <CardLine>{standsStillText(paused, common)}</CardLine>
    </DecisionCard>
  )
}
