import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryState } from '../../../../shared/domain/delivery'
import { isOpen, type RunOverview, type RunSummary } from '../../../../shared/domain/run'
import { formatDateTime, formatTime } from '../../../../shared/text/date-format'
import { useLocalZone } from '../../../stores/settings-store'
import { spanText } from '../../../ui/span-text'
import { useNow } from '../../../ui/use-now'
import { SETTLED_STATES, StateCount } from '../run-counts'
import { settledOf } from '../run-progress'
import { RunProgressBar } from '../../../ui/run-progress-bar'
import { ChannelLines } from './channel-lines'
import classes from './run.module.css'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** How often "in 42 minutes" is looked at again. */
const LOOK_AGAIN_MS = 10_000

interface RunStandingProps {
  readonly overview: RunOverview
  readonly onState: (state: DeliveryState) => void
}

/** How far a run is, how fast it goes and when it will be done; afterwards, how it went. Per channel, too. */
export function RunStanding({ overview, onState }: RunStandingProps) {
  const { summary: run, flow } = overview
  return (
    <section className={classes['standing']}>
      {run.status === 'finished' ? (
        <FinishedLine run={run} onState={onState} />
      ) : (
        <ProgressLine overview={overview} />
      )}
      <RunProgressBar counts={run.counts} />
      {(isOpen(run) || flow.length > 1) && <ChannelLines overview={overview} />}
    </section>
  )
}

/** `12,400 of 300,000 done · 310 a minute · done about 14:35, in 42 minutes`. */
function ProgressLine({
  overview: { summary: run, per_minute: perMinute, eta }
}: Pick<RunStandingProps, 'overview'>) {
  const { t } = useTranslation('runs')
  const ends = useEtaText(eta)
  const facts = [...(perMinute > 0 ? [t('headline.per_minute', { count: perMinute })] : []), ...ends]
  return (
    <p className={classes['headline']}>
      <strong>{t('progress', settledOf(run.counts))}</strong>
      {run.status === 'running' && facts.map((fact) => <span key={fact}>{fact}</span>)}
    </p>
  )
}

/** When the last delivery is expected to be over, in words; nothing when nobody can say. */
function useEtaText(eta: string | null): readonly string[] {
  const { t, i18n } = useTranslation('runs')
  const { t: common } = useTranslation()
  const zone = useLocalZone()
  const nowMs = useNow(LOOK_AGAIN_MS)
  if (eta === null) return []
  const at = new Date(eta)
  const leftMs = at.getTime() - nowMs
  if (leftMs < MINUTE_MS) return [t('headline.eta_soon')]
  const time =
    leftMs < DAY_MS
      ? formatTime(at, zone, i18n.language)
      : formatDateTime(at, zone, i18n.language, new Date(nowMs))
  return [t('headline.eta', { time, span: spanText(leftMs, common) })]
}

interface FinishedLineProps {
  readonly run: RunSummary
  readonly onState: (state: DeliveryState) => void
}

/** `Finished: 117 sent, 2 failed, 1 unknown, 3 skipped`; what did not go well leads to those deliveries. */
function FinishedLine({ run, onState }: FinishedLineProps) {
  const { t } = useTranslation('runs')
  const { counts } = run
  const how = run.stop !== undefined ? 'stopped' : run.trigger === 'rehearsal' ? 'rehearsed' : 'finished'
  const shown = SETTLED_STATES.filter((state) => counts[state] > 0)
  const allSent = shown.length === 1 && shown[0] === 'sent'
  return (
    <p className={classes['headline']} data-words>
      <strong>
        {t(`headline.${how}`)}{' '}
        {shown.map((state, index) => (
          <Fragment key={state}>
            {index > 0 && ', '}
            <StateCount state={state} count={counts[state]} onState={onState} />
          </Fragment>
        ))}
        {allSent && `, ${t('headline.nothing_failed')}`}
      </strong>
    </p>
  )
}
