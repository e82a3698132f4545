import { VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useLayoutEffect } from 'react'
import { useRowWindow } from './use-row-window'
import classes from './windowed-table.module.css'

export interface Column<Row> {
  readonly id: string
  readonly header: ReactNode
  /** Read out, not shown: for columns whose meaning is plain to the eye. */
  readonly hidesHeader?: boolean
  /** A CSS grid track, for example `minmax(0, 2fr)`. */
  readonly width: string
  readonly cell: (row: Row) => ReactNode
  readonly sorted?: 'ascending' | 'descending' | 'none'
  readonly align?: 'end'
}

interface Props<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly rowHeight: number
  /** A click anywhere on a row; the keyboard needs a button of its own in one cell, marked `data-opens-row`. */
  readonly onOpen?: (row: Row) => void
  readonly isMarked?: (row: Row) => boolean
  /** When it changes the table goes back to its first row: another filter is another list. */
  readonly resetKey?: string
  /** Shown instead of rows when there are none. */
  readonly whenEmpty?: ReactNode
}

const clickedControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, input, label, a') !== null

/** Arrow keys walk from row to row; Tab still visits every control. */
function walkRows(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = event.target instanceof Element ? event.target.closest('[aria-rowindex]') : null
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  const control = next?.querySelector<HTMLElement>('[data-opens-row]')
  if (!control) return
  event.preventDefault()
  control.focus()
}

/** A table that draws only the rows in sight, with a header that stays, and that says its real size to screen readers. */
export function WindowedTable<Row>(props: Props<Row>) {
  const { columns, rows, rowHeight, onOpen, resetKey } = props
  const { scroller, element, first, end } = useRowWindow(rows.length, rowHeight)
  const gridTemplateColumns = columns.map((column) => column.width).join(' ')

  useLayoutEffect(() => {
    element?.scrollTo({ top: 0 })
  }, [element, resetKey])

  return (
    <div
      className={classes['table']}
      ref={scroller}
      role="table"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
      onKeyDown={walkRows}
    >
      <div role="rowgroup" className={classes['head']}>
        <div role="row" aria-rowindex={1} className={classes['headRow']} style={{ gridTemplateColumns }}>
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={column.sorted}
              className={classes['headCell']}
              data-align={column.align}
            >
              {column.hidesHeader === true ? <VisuallyHidden>{column.header}</VisuallyHidden> : column.header}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes['body']} style={{ height: rows.length * rowHeight }}>
        {rows.slice(first, end).map((row, offset) => (
          <div
            key={props.rowKey(row)}
            role="row"
            aria-rowindex={first + offset + 2}
            className={classes['row']}
            data-marked={props.isMarked?.(row) === true || undefined}
            data-opens={onOpen !== undefined || undefined}
            style={{
              gridTemplateColumns,
              height: rowHeight,
              transform: `translateY(${(first + offset) * rowHeight}px)`
            }}
            onClick={(event) => {
              if (onOpen !== undefined && !clickedControl(event.target)) onOpen(row)
            }}
          >
            {columns.map((column) => (
              <div key={column.id} role="cell" className={classes['cell']} data-align={column.align}>
                {column.cell(row)}
              </div>
            ))}
          </div>
        ))}
      </div>
      {rows.length === 0 && props.whenEmpty}
    </div>
  )
}
