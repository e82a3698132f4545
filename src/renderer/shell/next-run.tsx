import { useTranslation } from 'react-i18next'
import { openRuns, openRunsSaid } from '../../shared/domain/open-runs'
import type { AppState } from '../../shared/ipc/views'
import { formatDateTimeOf } from '../../shared/text/date-format'
import { visibleText } from '../../shared/text/foreign-text'
import { useLocalZone } from '../stores/settings-store'
import { countdownText } from '../ui/countdown-text'
import { Foreign } from '../ui/foreign'
import { useIsTight } from '../ui/use-is-narrow'
import { useNow } from '../ui/use-now'
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
  const isTight = useIsTight()
  return <div className={classes['next']}>{isTight ? <Most state={state} /> : <All state={state} />}</div>
}

/** In a tight window: one thing, the one that matters most. */
function Most({ state }: { readonly state: AppState }) {
  const { t } = useTranslation()
  const { next } = state
  const held = heldBy(state)
  if (held === 'next_emergency') return <span>{t('status_bar.next_emergency')}</span>
  if (held !== null) return <span title={t(`status_bar.${held}`)}>{t(`status_bar.short.${held}`)}</span>
  const [open] = openRunsSaid(openRuns(state))
  if (open !== undefined) {
    const { key, count } = open
    return (
      <span className={classes['open']} data-standing={key} title={t(key, { count })}>
        {t(`${key}_short`, { count })}
      </span>
    )
  }
  if (next === null) return <span title={t('status_bar.no_next')}>{t('status_bar.short.no_next')}</span>
  return <Countdown next={next} />
}

function All({ state }: { readonly state: AppState }) {
  const { t, i18n } = useTranslation()
  const now = new Date(useNow(SECOND_MS))
  const localZone = useLocalZone()

  const { next } = state
  const held = heldBy(state)
  const at = next === null ? null : new Date(next.occurrence.at)
  const open = openRunsSaid(openRuns(state))
  return (
    <>
      {open.map(({ key, count }) => (
        <span key={key} className={classes['open']} data-standing={key} title={t(key, { count })}>
          {t(open.length > 1 ? `${key}_short` : key, { count })}
        </span>
      ))}
      {held !== null && <span>{t(`status_bar.${held}`)}</span>}
      {held === null && (next === null || at === null) && <span>{t('status_bar.no_next')}</span>}
      {held === null && next !== null && at !== null && (
        <>
          <span className={classes['caption']}>{t('status_bar.next')}</span>
          <span className={classes['campaign']} title={visibleText(next.campaign_name)}>
            <Foreign>{next.campaign_name}</Foreign>
          </span>
          <span className={classes['time']}>
            {formatDateTimeOf(at, next.occurrence.zone, localZone, i18n.language, now)}
          </span>
          <Countdown next={next} />
        </>
      )}
    </>
  )
}

function Countdown({ next }: { readonly next: NonNullable<AppState['next']> }) {
  const { t, i18n } = useTranslation()
  const nowMs = useNow(SECOND_MS)
  const text = countdownText(new Date(next.occurrence.at), nowMs, t, i18n.language)
  return (
    <span className={classes['countdown']} title={visibleText(next.campaign_name)}>
      {text}
    </span>
  )
}
