/** Even one failure among 100,000 must be seen. */
const SMALLEST_PX = 2
const WIDEST_BAR_PX = 34
/** Columns that are closer than this touch each other: gaps would flicker. */
const CLOSE_PX = 5
const BAR_SHARE = 0.72
/** Room between the names of two columns. */
const TICK_GAP_PX = 18

/** A part of a column, in pixels above the baseline. */
export interface Segment {
  /** Which series. */
  readonly series: number
  readonly from: number
  readonly to: number
}

/**
 * The parts of one column from the baseline up. A small part is drawn higher than it is, never left out.
 *
 * @param gap pixels that stay free between two parts
 */
export function segmentsOf(values: readonly number[], pxPerUnit: number, gap: number): Segment[] {
  const segments: Segment[] = []
  let from = 0
  for (const [series, value] of values.entries()) {
    if (!(value > 0)) continue
    const height = Math.max(SMALLEST_PX, value * pxPerUnit)
    segments.push({ series, from, to: from + height })
    from += height
  }
  return segments.map((segment, index) => {
    const isTop = index === segments.length - 1
    const room = segment.to - segment.from - SMALLEST_PX
    return isTop ? segment : { ...segment, to: segment.to - Math.min(gap, Math.max(0, room)) }
  })
}

/** How wide the bar of a column is, in the unit of the column. */
export function barWidth(columnWidth: number, pxRatio: number): number {
  if (columnWidth < CLOSE_PX * pxRatio) return columnWidth
  return Math.min(columnWidth * BAR_SHARE, WIDEST_BAR_PX * pxRatio)
}

/** What all series come to in each column. */
export function columnTotals(
  series: readonly { readonly values: readonly number[] }[],
  columns: number
): number[] {
  return Array.from({ length: columns }, (_, column) =>
    series.reduce((sum, { values }) => sum + (values[column] ?? 0), 0)
  )
}

/**
 * Which columns are named under the axis, so that no two names touch: every so-manieth of those that have a name, the
 * last one always.
 */
export function namedColumns(
  names: readonly string[],
  columnWidthPx: number,
  widthOf: (name: string) => number
): number[] {
  const candidates = names.flatMap((name, column) => (name === '' ? [] : [column]))
  const widest = candidates.reduce((most, column) => Math.max(most, widthOf(names[column] ?? '')), 0)
  const closest = candidates.reduce(
    (least, column, index) => (index === 0 ? least : Math.min(least, column - (candidates[index - 1] ?? 0))),
    Infinity
  )
  const step = Math.max(1, Math.ceil((widest + TICK_GAP_PX) / (closest * columnWidthPx)))
  return candidates.filter((_, index) => (candidates.length - 1 - index) % step === 0)
}
