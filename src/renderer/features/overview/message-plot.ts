import type { DayOfMessages } from '../../../shared/domain/calendar'
import { CHANNEL_IDS } from '../../../shared/domain/channel'
import { localeOf } from '../../../shared/i18n/locale'
import type { PlotColumn, PlotSeries } from '../../ui/chart/plot-model'

/** What the plot of the messages is divided by. */
export const DIVISIONS = ['outcome', 'channel'] as const

export type Division = (typeof DIVISIONS)[number]

const OUTCOMES = ['sent', 'failed', 'unknown', 'skipped'] as const

export type Outcome = (typeof OUTCOMES)[number]

const totalOf = ({ by_channel }: DayOfMessages, outcome: Outcome): number =>
  CHANNEL_IDS.reduce((sum, channel) => sum + by_channel[channel][outcome], 0)

/** What came to that end in all days together. */
export const totalInAll = (days: readonly DayOfMessages[], outcome: Outcome): number =>
  days.reduce((sum, day) => sum + totalOf(day, outcome), 0)

/** Nothing came to any end. */
export const isEmpty = (days: readonly DayOfMessages[]): boolean =>
  OUTCOMES.every((outcome) => totalInAll(days, outcome) === 0)

/** What became of everything, or what was sent on each channel; every part is there, also an empty one. */
export function messageSeries(
  days: readonly DayOfMessages[],
  division: Division,
  nameOf: (part: PlotSeries['paint']) => string
): PlotSeries[] {
  const series = (paint: PlotSeries['paint'], values: readonly number[]): PlotSeries => ({
    id: paint,
    label: nameOf(paint),
    paint,
    values
  })
  if (division === 'outcome')
    return OUTCOMES.map((outcome) =>
      series(
        outcome,
        days.map((day) => totalOf(day, outcome))
      )
    )
  return CHANNEL_IDS.map((channel) =>
    series(
      channel,
      days.map((day) => day.by_channel[channel].sent)
    )
  )
}

/** The days as they are named beside the plot: `Thu 26 Nov`, and short under it. */
export function dayColumns(days: readonly DayOfMessages[], language: string): PlotColumn[] {
  const month = language === 'vi' ? 'numeric' : 'short'
  const short = new Intl.DateTimeFormat(localeOf(language), { day: 'numeric', month, timeZone: 'UTC' })
  const whole = new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month,
    timeZone: 'UTC'
  })
  return days.map(({ date }) => {
    const at = new Date(`${date}T00:00:00Z`)
    return { label: whole.format(at), tick: short.format(at) }
  })
}
