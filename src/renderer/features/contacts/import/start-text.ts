import type { TFunction } from 'i18next'
import type { CampaignImportCheck } from '../../../../shared/ipc/contact-views'
import { formatDateTime } from '../../../../shared/text/date-format'
import { zoneCity } from '../../../../shared/text/zone-clock'

type Start = Pick<CampaignImportCheck['campaigns'][number], 'frequency' | 'start_time' | 'timezone'>

const FREQUENCIES = ['once', 'daily', 'weekly', 'monthly', 'yearly'] as const
const HAS_OFFSET = /(Z|[+-]\d{2}:?\d{2})$/

/** `Daily, from Tue 24 Nov, 09:00 (Ho Chi Minh)`: when a campaign of the file begins, by its own clock. */
export function startText(
  { frequency, start_time, timezone }: Start,
  language: string,
  t: TFunction<'import'>
): string {
  // A wall time is formatted as if it were UTC: then it is shown as it is written.
  const isInstant = HAS_OFFSET.test(start_time)
  const at = new Date(isInstant ? start_time : `${start_time}Z`)
  const shown = Number.isNaN(at.getTime())
    ? start_time
    : formatDateTime(at, isInstant ? timezone : 'UTC', language, new Date())
  const known = FREQUENCIES.find((each) => each === frequency)
  return t(`campaign.starts.${known ?? 'once'}`, { time: shown, zone: zoneCity(timezone) })
}
