import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/domain/log-line'
import type { RowWindow } from '../../ui/use-row-window'
import { type LineSelection, movedTo, placeAfterKey, seqsOf } from './line-selection'
import type { LineView } from './line-search'
import { LogRow, useRowWords } from './log-row'
import classes from './console.module.css'

export const LINE_HEIGHT = 26

interface LogListProps {
  readonly view: LineView
  /** Which of them are in sight; shared with what follows the end of the log. */
  readonly sight: RowWindow
  readonly selection: LineSelection | null
  readonly onSelect: (selection: LineSelection | null) => void
  readonly onCopy: (selection: LineSelection) => void
  readonly whenEmpty: ReactNode
}

/**
 * The lines, drawn only where they are in sight. A listbox: arrow keys choose the line whose detail is shown, with Shift
 * they choose a stretch.
 */
export function LogList({ view, sight, selection, onSelect, onCopy, whenEmpty }: LogListProps) {
  const { t } = useTranslation('console')
  const listId = useId()
  const { found, first, end } = view
  const { scroller, element } = sight
  const focusSeq = selection?.focusSeq ?? null
  const [fromSeq, toSeq] = selection === null ? [0, -1] : seqsOf(selection)
  const count = end - first
  const words = useRowWords()

  // Only when the selection moves: new lines must not pull the view back to it.
  useEffect(() => {
    const row = element?.querySelector('[data-focus]')
    row?.scrollIntoView({ block: 'nearest' })
  }, [element, focusSeq])

  const chooseAll = () => {
    const [oldest, newest] = [found.at(first), found.at(end - 1)]
    if (oldest !== undefined && newest !== undefined)
      onSelect({ anchorSeq: oldest.seq, focusSeq: newest.seq })
  }

  const bringIntoSight = (place: number) => {
    if (element === null) return
    const top = (place - first) * LINE_HEIGHT
    if (top < element.scrollTop) element.scrollTo({ top })
    if (top + LINE_HEIGHT > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: top + LINE_HEIGHT - element.clientHeight })
  }

  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onSelect(null)
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase()
      if (key === 'a') {
        event.preventDefault()
        chooseAll()
      }
      if (key === 'c' && selection !== null && getSelection()?.toString() === '') onCopy(selection)
      return
    }
    const page = Math.max(1, Math.floor((element?.clientHeight ?? 0) / LINE_HEIGHT) - 1)
    const current = focusSeq === null ? -1 : found.placeOf(focusSeq)
    const place = placeAfterKey(event.key, current, { first, last: end - 1, page })
    const line = place === null ? undefined : found.at(place)
    if (place === null || line === undefined) return
    event.preventDefault()
    bringIntoSight(place)
    onSelect(movedTo(selection, line.seq, event.shiftKey))
  }

  const clicked = (event: MouseEvent, { seq }: LogLine) => {
    const isOnlyOne = fromSeq === seq && toSeq === seq
    onSelect(isOnlyOne && !event.shiftKey ? null : movedTo(selection, seq, event.shiftKey))
  }

  if (count === 0) return <div className={classes['list']}>{whenEmpty}</div>
  const rows: ReactNode[] = []
  for (let index = sight.first; index < sight.end; index += 1) {
    const line = found.at(first + index)
    if (line === undefined) continue
    rows.push(
      <div
        key={line.seq}
        id={`${listId}-${line.seq}`}
        role="option"
        aria-selected={line.seq >= fromSeq && line.seq <= toSeq}
        aria-setsize={count}
        aria-posinset={index + 1}
        className={classes['line']}
        data-level={line.level}
        data-focus={line.seq === focusSeq || undefined}
        style={{ height: LINE_HEIGHT, transform: `translateY(${index * LINE_HEIGHT}px)` }}
        // A stretch of lines is chosen, not a stretch of the page's text.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onClick={(event) => clicked(event, line)}
      >
        <LogRow line={line} words={words} />
      </div>
    )
  }
  return (
    <div
      className={classes['list']}
      ref={scroller}
      role="listbox"
      aria-multiselectable
      aria-label={t('lines_label')}
      aria-activedescendant={focusSeq === null ? undefined : `${listId}-${focusSeq}`}
      tabIndex={0}
      onKeyDown={pressed}
    >
      <div className={classes['lines']} role="presentation" style={{ height: count * LINE_HEIGHT }}>
        {rows}
      </div>
    </div>
  )
}
