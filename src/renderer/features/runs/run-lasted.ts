import type { TFunction } from 'i18next'
import type { RunSummary } from '../../../shared/domain/run'

const SECOND_MS = 1_000
const MINUTE_S = 60
const HOUR_S = 3_600

/** How long a run took, in milliseconds; null while it is not over. */
export function lastedMs({
  started_at: start,
  finished_at: end
}: Pick<RunSummary, 'started_at' | 'finished_at'>): number | null {
  return start === null || end === null ? null : Math.max(0, Date.parse(end) - Date.parse(start))
}

/** `48 s`, `2 min 13 s`, `2 min`, `1 h 5 min`; never nothing at all. */
export function lastedText(durationMs: number, t: TFunction<'runs'>): string {
  const seconds = Math.max(1, Math.round(durationMs / SECOND_MS))
  if (seconds < MINUTE_S) return t('lasted.seconds', { seconds })
  if (seconds < HOUR_S) {
    const rest = seconds % MINUTE_S
    const minutes = Math.floor(seconds / MINUTE_S)
    return rest === 0
      ? t('lasted.whole_minutes', { minutes })
      : t('lasted.minutes', { minutes, seconds: rest })
  }
  return t('lasted.hours', {
    hours: Math.floor(seconds / HOUR_S),
    minutes: Math.floor((seconds % HOUR_S) / MINUTE_S)
  })
}
