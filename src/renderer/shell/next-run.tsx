import { useTranslation } from 'react-i18next'
import type { AppState } from '../../shared/ipc/views'
import { useLocalZone } from '../stores/settings-store'
import { countdownText } from '../ui/countdown-text'
import { formatDateTime } from '../ui/date-format'
import { Foreign } from '../ui/foreign'
import { useNow } from '../ui/use-now'
import { sameOffset, zoneCity } from '../ui/zones'
import classes from './status-bar.module.css'

const SECOND_MS = 1_000

/** What keeps the next run from going out, if anything does. */
function heldBy({ emergency_stop: stop, clock_hold: clockHold, paused_all: paused }: AppState) {
  if (stop !== null) return 'next_emergency'
  if (clockHold !== null) return 'next_clock'
  return paused ? 'next_paused' : null
}

/** The next run with a countdown: to the second in the last ten minutes, coarser before. */
export function NextRun({ state }: { readonly state: AppState }) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(SECOND_MS)
  const now = new Date(nowMs)
  const localZone = useLocalZone()

  const { next, working_runs: workingRuns } = state
  const held = heldBy(state)
  const at = next === null ? null : new Date(next.occurrence.at)
  return (
    <div className={classes['next']}>
      {workingRuns > 0 && (
        <span className={classes['running']}>{t('status_bar.running', { count: workingRuns })}</span>
      )}
      {held !== null && <span>{t(`status_bar.${held}`)}</span>}
      {held === null && (next === null || at === null) && <span>{t('status_bar.no_next')}</span>}
      {held === null && next !== null && at !== null && (
        <>
          <span className={classes['caption']}>{t('status_bar.next')}</span>
          <span className={classes['campaign']}>
            <Foreign>{next.campaign_name}</Foreign>
          </span>
          <span className={classes['time']}>
            {formatDateTime(at, next.occurrence.zone, i18n.language, now)}
            {!sameOffset(at, next.occurrence.zone, localZone) && ` ${zoneCity(next.occurrence.zone)}`}
          </span>
          <span className={classes['countdown']}>{countdownText(at, nowMs, t, i18n.language)}</span>
        </>
      )}
    </div>
  )
}
