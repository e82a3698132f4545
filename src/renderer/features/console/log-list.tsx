import { type KeyboardEvent, type ReactNode, useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../shared/domain/log-line'
import { useLocalZone } from '../../stores/settings-store'
import { formatTimeWithSeconds } from '../../ui/date-format'
import type { RowWindow } from '../../ui/use-row-window'
import { LEVEL_TONES, LevelIcon } from './level-icon'
import classes from './console.module.css'

export const LINE_HEIGHT = 26

interface LogListProps {
  readonly lines: readonly LogLine[]
  /** Which of them are in sight; shared with what follows the end of the log. */
  readonly sight: RowWindow
  readonly selectedSeq: number | null
  readonly onSelect: (line: LogLine | null) => void
  readonly onCopy: (line: LogLine) => void
  readonly whenEmpty: ReactNode
}

/** Where the arrow and page keys lead to from a line; null for other keys. */
function targetIndex(key: string, current: number, count: number, page: number): number | null {
  const last = count - 1
  const from = current === -1 ? last : current
  const targets: Readonly<Record<string, number>> = {
    ArrowUp: current === -1 ? last : from - 1,
    ArrowDown: from + 1,
    PageUp: from - page,
    PageDown: from + page,
    Home: 0,
    End: last
  }
  const target = targets[key]
  return target === undefined ? null : Math.max(0, Math.min(last, target))
}

/** The lines, drawn only where they are in sight. A listbox: arrow keys choose the line whose detail is shown. */
export function LogList({ lines, sight, selectedSeq, onSelect, onCopy, whenEmpty }: LogListProps) {
  const { t, i18n } = useTranslation('console')
  const zone = useLocalZone()
  const listId = useId()
  const { scroller, element, first, end } = sight
  const selected = selectedSeq === null ? -1 : lines.findIndex((line) => line.seq === selectedSeq)

  // Only when the selection moves: new lines must not pull the view back to it.
  useEffect(() => {
    const row = element?.querySelector('[aria-selected="true"]')
    row?.scrollIntoView({ block: 'nearest' })
  }, [element, selectedSeq])

  const pressed = (event: KeyboardEvent) => {
    const current = lines[selected]
    if (event.key === 'Escape') onSelect(null)
    if (event.key === 'c' && (event.ctrlKey || event.metaKey) && current !== undefined) {
      if (getSelection()?.toString() === '') onCopy(current)
      return
    }
    const page = Math.max(1, Math.floor((element?.clientHeight ?? 0) / LINE_HEIGHT) - 1)
    const index = targetIndex(event.key, selected, lines.length, page)
    const line = index === null ? undefined : lines[index]
    if (index === null || line === undefined || element === null) return
    event.preventDefault()
    const top = index * LINE_HEIGHT
    if (top < element.scrollTop) element.scrollTo({ top })
    if (top + LINE_HEIGHT > element.scrollTop + element.clientHeight)
      element.scrollTo({ top: top + LINE_HEIGHT - element.clientHeight })
    onSelect(line)
  }

  if (lines.length === 0) return <div className={classes['list']}>{whenEmpty}</div>
  return (
    <div
      className={classes['list']}
      ref={scroller}
      role="listbox"
      aria-label={t('lines_label')}
      aria-activedescendant={selected === -1 ? undefined : `${listId}-${selectedSeq}`}
      tabIndex={0}
      onKeyDown={pressed}
    >
      <div className={classes['lines']} role="presentation" style={{ height: lines.length * LINE_HEIGHT }}>
        {lines.slice(first, end).map((line, offset) => {
          const index = first + offset
          return (
            <div
              key={line.seq}
              id={`${listId}-${line.seq}`}
              role="option"
              aria-selected={index === selected}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              className={classes['line']}
              data-level={line.level}
              style={{ height: LINE_HEIGHT, transform: `translateY(${index * LINE_HEIGHT}px)` }}
              onClick={() => onSelect(index === selected ? null : line)}
            >
              <time dateTime={line.at} className={classes['time']}>
                {formatTimeWithSeconds(new Date(line.at), zone, i18n.language)}
              </time>
              <span className={classes['level']} data-tone={LEVEL_TONES[line.level]}>
                <LevelIcon level={line.level} />
              </span>
              <span className={classes['text']}>{line.text}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
