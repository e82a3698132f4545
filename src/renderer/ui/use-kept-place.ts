import { useLayoutEffect, useRef } from 'react'
import type { RowWindow } from './use-row-window'

/** How far a row is looked for from where it was. */
const SEARCHED_ROWS = 60

interface Listed<Row> {
  readonly rows: { at(index: number): Row | undefined }
  readonly rowKey: (row: Row) => string
  readonly rowHeight: number
  readonly resetKey?: string
}

interface Place<Row> extends Pick<Listed<Row>, 'rows' | 'resetKey'> {
  /** The first row in sight, and the keys of the rows from there on. */
  readonly top: number
  readonly keys: readonly string[]
}

/**
 * When rows come in or go out above what is being read, scrolls by as much, so that it stays where it is. At the very
 * top nothing is kept: who looks there wants to see what comes in.
 */
export function useKeptPlace<Row>(
  isOn: boolean,
  { element, firstSeen, seen }: Pick<RowWindow, 'element' | 'firstSeen' | 'seen'>,
  { rows, rowKey, rowHeight, resetKey }: Listed<Row>
): void {
  const place = useRef<Place<Row> | null>(null)

  useLayoutEffect(() => {
    if (!isOn || element === null) return
    const keyAt = (index: number): string => {
      const row = index < 0 ? undefined : rows.at(index)
      return row === undefined ? '' : rowKey(row)
    }
    const before = place.current
    const isSameList = before !== null && before.rows !== rows && before.resetKey === resetKey
    const moved = isSameList && before.top > 0 ? movedBy(before, keyAt) : 0
    if (moved !== 0) element.scrollBy({ top: moved * rowHeight })
    const top = firstSeen + moved
    const keys = Array.from({ length: seen }, (_, offset) => keyAt(top + offset))
    place.current = { rows, ...(resetKey !== undefined && { resetKey }), top, keys }
  }, [isOn, element, firstSeen, seen, rows, rowKey, rowHeight, resetKey])
}

/** By how many rows the first one that is still there has moved. */
function movedBy<Row>({ top, keys }: Place<Row>, keyAt: (index: number) => string): number {
  const now = new Map<string, number>()
  for (let index = top - SEARCHED_ROWS; index < top + keys.length + SEARCHED_ROWS; index += 1) {
    now.set(keyAt(index), index)
  }
  const offset = keys.findIndex((key) => key !== '' && now.has(key))
  return offset < 0 ? 0 : (now.get(keys[offset] ?? '') ?? 0) - (top + offset)
}
