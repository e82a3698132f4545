import type { Occurrence } from '../../../../shared/domain/schedule'

/** A line of the preview: a run, one that falls away, or so many of those in a row that need not all be shown. */
export type PreviewLine =
  | { readonly kind: 'run' | 'left_out'; readonly occurrence: Occurrence }
  | { readonly kind: 'more'; readonly count: number; readonly key: string }

/** So many in a row are shown one by one; of more, the first few are. */
const MOST_IN_A_ROW = 4
const SHOWN_OF_MORE = 3

/** Runs and those that fall away, in the order of time. Both are ascending. */
export function previewLines(runs: readonly Occurrence[], leftOut: readonly Occurrence[]): PreviewLine[] {
  const lines: PreviewLine[] = []
  let next = 0
  for (const run of [...runs, null]) {
    const from = next
    while (next < leftOut.length && (run === null || (leftOut[next]?.at ?? '') < run.at)) next += 1
    lines.push(...rowOf(leftOut.slice(from, next)))
    if (run !== null) lines.push({ kind: 'run', occurrence: run })
  }
  return lines
}

function rowOf(row: readonly Occurrence[]): PreviewLine[] {
  const isLong = row.length > MOST_IN_A_ROW
  const shown = isLong ? row.slice(0, SHOWN_OF_MORE) : row
  return [
    ...shown.map((occurrence): PreviewLine => ({ kind: 'left_out', occurrence })),
    ...(isLong
      ? [{ kind: 'more' as const, count: row.length - SHOWN_OF_MORE, key: row[SHOWN_OF_MORE]?.nominal ?? '' }]
      : [])
  ]
}
