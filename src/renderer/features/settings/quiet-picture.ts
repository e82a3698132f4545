import type { QuietHours } from '../../../shared/domain/settings'

const DAY_MIN = 24 * 60

/** A stretch of the day in minutes after midnight, `to` exclusive. */
export interface DayStretch {
  readonly from: number
  readonly to: number
}

/** NaN while the time is half typed. */
const minutesOf = (time: string): number => {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? []
  return Number(hours) * 60 + Number(minutes)
}

/** The quiet stretches of one day, midnight to midnight: hours that cross midnight are two. */
export function quietStretches({ on, from, to }: QuietHours): readonly DayStretch[] {
  const [begin, end] = [minutesOf(from), minutesOf(to)]
  if (!on || begin === end || !Number.isFinite(begin) || !Number.isFinite(end)) return []
  if (begin < end) return [{ from: begin, to: end }]
  return [
    { from: 0, to: end },
    { from: begin, to: DAY_MIN }
  ].filter((stretch) => stretch.from < stretch.to)
}

/** A minute of the day as a share of its width, for CSS. */
export const percentOfDay = (minute: number): string => `${(minute / DAY_MIN) * 100}%`
