import { type Ref, useMemo } from 'react'
import classes from './message-field.module.css'
import { placeholderSpans } from './placeholder-spans'
import type { TextRange } from './message-place'

interface MessageHighlightProps {
  readonly ref: Ref<HTMLDivElement>
  readonly text: string
  /** Are placeholders filled in at all? */
  readonly isOn: boolean
  /** What cannot be right. */
  readonly wrong: TextRange | null
}

interface Piece extends TextRange {
  readonly mark: 'output' | 'tag' | 'wrong' | null
}

function piecesOf(text: string, isOn: boolean, wrong: TextRange | null): Piece[] {
  const overlaps = (range: TextRange): boolean =>
    wrong !== null && range.start < wrong.end && wrong.start < range.end
  const marks: Piece[] = isOn
    ? placeholderSpans(text)
        .filter((span) => !overlaps(span))
        .map(({ kind, start, end }) => ({ mark: kind, start, end }))
    : []
  if (wrong !== null && wrong.start < wrong.end && wrong.end <= text.length)
    marks.push({ ...wrong, mark: 'wrong' })
  const pieces: Piece[] = []
  let at = 0
  for (const mark of marks.toSorted((one, other) => one.start - other.start)) {
    if (mark.start > at) pieces.push({ mark: null, start: at, end: mark.start })
    pieces.push(mark)
    at = mark.end
  }
  return [...pieces, { mark: null, start: at, end: text.length }]
}

/** The same text behind the field, invisible but for the marks: it also gives the field its height. */
export function MessageHighlight({ ref, text, isOn, wrong }: MessageHighlightProps) {
  const pieces = useMemo(() => piecesOf(text, isOn, wrong), [text, isOn, wrong])
  return (
    <div ref={ref} className={classes['layer']} dir="auto" aria-hidden>
      {pieces.map(({ mark, start, end }) =>
        mark === null ? (
          text.slice(start, end)
        ) : (
          <mark key={start} data-mark={mark}>
            {text.slice(start, end)}
          </mark>
        )
      )}
      {/* A last line without a letter has no height of its own. */}
      {'\u200B'}
    </div>
  )
}
