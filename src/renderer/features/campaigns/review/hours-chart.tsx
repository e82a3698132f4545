import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CHANNEL_IDS } from '../../../../shared/domain/channel'
import type { RehearsedMinute } from '../../../../shared/domain/rehearsal'
import { formatDateTime, formatWeekdayTime } from '../../../../shared/text/date-format'
import { StackedBars } from '../../../ui/chart/stacked-bars'
import { namedHours } from './hour-names'
import { type Hour, hoursOf } from './hours-of'

interface HoursChartProps {
  readonly minutes: readonly RehearsedMinute[]
  readonly zone: string
}

/** Messages an hour, channel upon channel. */
export function HoursChart({ minutes, zone }: HoursChartProps) {
  const { t, i18n } = useTranslation(['rehearsal', 'common'])
  const { language } = i18n
  const hours = useMemo(() => (minutes.length === 0 ? [] : hoursOf(minutes)), [minutes])
  const columns = useMemo(() => {
    const now = new Date()
    const named = namedHours(hours)
    return hours.map(({ atMs }, index) => {
      const at = new Date(atMs)
      return {
        label: formatDateTime(at, zone, language, now),
        tick: named.has(index) ? formatWeekdayTime(at, zone, language) : ''
      }
    })
  }, [hours, zone, language])
  const series = useMemo(
    () =>
      CHANNEL_IDS.filter((channel) => hours.some(({ sent }: Hour) => sent[channel] > 0)).map((channel) => ({
        id: channel,
        label: t(`common:channels.${channel}`),
        paint: channel,
        values: hours.map(({ sent }: Hour) => sent[channel])
      })),
    [hours, t]
  )
  return (
    <StackedBars
      label={t('chart.label')}
      heading={t('chart.hour')}
      columns={columns}
      series={series}
      whenEmpty={t('chart.empty')}
      height={200}
    />
  )
}
