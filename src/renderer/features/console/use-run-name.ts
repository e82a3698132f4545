import { useTranslation } from 'react-i18next'
import type { RunSummary } from '../../../shared/domain/run'
import { formatDateTime } from '../../../shared/text/date-format'
import { useLocalZone } from '../../stores/settings-store'
import { useNow } from '../../ui/use-now'

const MINUTE_MS = 60_000

/** What a run is called: `Morning reminder, Tue 24 Nov, 09:00`. */
export function useRunName(): (run: RunSummary) => string {
  const { i18n } = useTranslation()
  const zone = useLocalZone()
  const now = new Date(useNow(MINUTE_MS))
  return ({ campaign_name: name, started_at: startedAt, slot }) => {
    const at = startedAt ?? slot?.at
    return at === undefined ? name : `${name}, ${formatDateTime(new Date(at), zone, i18n.language, now)}`
  }
}
