import { useTranslation } from 'react-i18next'
import type { CampaignStatus } from '../../shared/domain/campaign'
import type { DeliveryState } from '../../shared/domain/delivery'
import { standsStill } from '../../shared/domain/open-runs'
import type { RunStatus, RunSummary } from '../../shared/domain/run'
import { useStateStore } from '../stores/state-store'
import classes from './status-badge.module.css'

export type Tone = 'neutral' | 'good' | 'bad' | 'caution' | 'busy' | 'doubt'

const CAMPAIGN_TONES: Readonly<Record<CampaignStatus, Tone>> = {
  draft: 'neutral',
  active: 'good',
  paused: 'caution',
  completed: 'busy',
  archived: 'neutral'
}

const RUN_TONES: Readonly<Record<RunStatus, Tone>> = {
  running: 'busy',
  paused: 'caution',
  buffered: 'neutral',
  finished: 'good',
  missed: 'bad'
}

export const DELIVERY_TONES: Readonly<Record<DeliveryState, Tone>> = {
  queued: 'neutral',
  sending: 'busy',
  sent: 'good',
  failed: 'bad',
  unknown: 'doubt',
  skipped: 'neutral'
}

/** A word on a tint, with a dot. Never cut off, and readable without the colour. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={classes['badge']} data-tone={tone}>
      <span className={classes['dot']} aria-hidden />
      {children}
    </span>
  )
}

/** The status that the operator, or the engine, gave a campaign. */
export function CampaignStatusBadge({ status }: { readonly status: CampaignStatus }) {
  const { t } = useTranslation()
  return <Badge tone={CAMPAIGN_TONES[status]}>{t(`campaign_status.${status}`)}</Badge>
}

/** Whether a run is open, over, or never was; and of one that is open, whether it stands still. */
export function RunStatusBadge({ run }: { readonly run: Pick<RunSummary, 'id' | 'status'> }) {
  const { t } = useTranslation()
  const isStill = useStateStore(({ state }) => state !== null && standsStill(run, state))
  const { status } = run
  if (status === 'running' && isStill) return <Badge tone="caution">{t('run_status.still')}</Badge>
  return <Badge tone={RUN_TONES[status]}>{t(`run_status.${status}`)}</Badge>
}

/** What became of one message to one contact on one channel. */
export function DeliveryStateBadge({ state }: { readonly state: DeliveryState }) {
  const { t } = useTranslation()
  return <Badge tone={DELIVERY_TONES[state]}>{t(`delivery_state.${state}`)}</Badge>
}
