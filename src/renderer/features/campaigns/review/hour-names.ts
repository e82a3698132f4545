import type { Hour } from './hours-of'

/** With one stretch alone, about so many of its hours are named. */
const NAMED = 8

const isSilent = (hour: Hour | undefined): boolean =>
  hour === undefined || Object.values(hour.sent).every((count) => count === 0)

/** Which hours are named under the axis: where sending begins anew; in one unbroken stretch, some at equal distances. */
export function namedHours(hours: readonly Hour[]): ReadonlySet<number> {
  const begins = hours.flatMap((hour, index) =>
    isSilent(hours[index - 1]) && !isSilent(hour) ? [index] : []
  )
  if (begins.length > 1) return new Set(begins)
  const every = Math.max(1, Math.ceil(hours.length / NAMED))
  return new Set(hours.flatMap((_, index) => (index % every === 0 ? [index] : [])))
}
