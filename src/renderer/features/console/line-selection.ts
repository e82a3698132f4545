/** Lines that are chosen: from where the choice began to where it is now, in either direction. */
export interface LineSelection {
  readonly anchorSeq: number
  readonly focusSeq: number
}

/** The first and the last number of a selection. */
export const seqsOf = ({ anchorSeq, focusSeq }: LineSelection): readonly [number, number] => [
  Math.min(anchorSeq, focusSeq),
  Math.max(anchorSeq, focusSeq)
]

/** The selection after a click or a key that leads to a line; `extends` (Shift) keeps where it began. */
export const movedTo = (
  selection: LineSelection | null,
  seq: number,
  isExtending: boolean
): LineSelection => ({
  anchorSeq: isExtending && selection !== null ? selection.anchorSeq : seq,
  focusSeq: seq
})

/** Where the arrow and page keys lead from a place between the first and the last; null for other keys. */
export function placeAfterKey(
  key: string,
  current: number,
  { first, last, page }: { readonly first: number; readonly last: number; readonly page: number }
): number | null {
  const from = current === -1 ? last : current
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: current === -1 ? last : from - 1,
    ArrowDown: from + 1,
    PageUp: from - page,
    PageDown: from + page,
    Home: first,
    End: last
  }
  const target = targets[key]
  return target === undefined ? null : Math.max(first, Math.min(last, target))
}
