import { type KeyboardEvent, memo, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { useKeptPlace } from './use-kept-place'
import { useRowWindow } from './use-row-window'
import classes from './windowed-table.module.css'

export interface Column<Row> {
  readonly id: string
  readonly header: ReactNode
  /** A CSS grid track, for example `minmax(0, 2fr)`. */
  readonly width: string
  /** `above` is the row before it, for cells that need not say the same twice. */
  readonly cell: (row: Row, above: Row | undefined) => ReactNode
  readonly sorted?: 'ascending' | 'descending' | 'none'
  readonly align?: 'end'
}

/** An array, or rows that are read as they come into sight: those that are not there yet are `undefined`. */
export interface RowList<Row> {
  readonly length: number
  at(index: number): Row | undefined
}

interface Props<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: RowList<Row>
  /** Which rows are drawn (the end is exclusive), for lists that are read as one goes. */
  readonly onLook?: (first: number, end: number) => void
  readonly rowKey: (row: Row) => string
  readonly rowHeight: number
  /** A click anywhere on a row; the keyboard needs a button of its own in one cell, marked `data-opens-row`. */
  readonly onOpen?: (row: Row) => void
  readonly isMarked?: (row: Row) => boolean
  /** When it changes the table goes back to its first row: another filter is another list. */
  readonly resetKey?: string
  /** Rows come and go by themselves: what is being read stays where it is. `rows` is another object each time. */
  readonly keepsPlace?: boolean
  /** Shown instead of rows when there are none. */
  readonly whenEmpty?: ReactNode
}

const clickedControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, input, label, a') !== null

/** In another row: the same cell (`data-opens-cell` names its column), else the button that opens the row. */
function stopIn(row: Element | null, from: HTMLElement): HTMLElement | null | undefined {
  const column = from.dataset['opensCell']
  const same = column === undefined ? null : row?.querySelector<HTMLElement>(`[data-opens-cell="${column}"]`)
  return same ?? row?.querySelector<HTMLElement>('[data-opens-row]')
}

/** In the same row: the next thing that can be opened. From a field there is none: its arrows belong to the text. */
function stopBeside(row: Element, from: HTMLElement, step: number): HTMLElement | undefined {
  const stops = [...row.querySelectorAll<HTMLElement>('[data-opens-row], [data-opens-cell]')]
  const place = stops.indexOf(from)
  return place < 0 ? undefined : stops[place + step]
}

/** Arrow keys walk from row to row, and along the cells that can be opened; Tab still visits every other control. */
function walkRows(event: KeyboardEvent<HTMLDivElement>): void {
  const { key, target } = event
  if (!(target instanceof HTMLElement)) return
  const row = target.closest('[aria-rowindex]')
  if (row === null) return
  const walks: Readonly<Record<string, () => HTMLElement | null | undefined>> = {
    ArrowDown: () => stopIn(row.nextElementSibling, target),
    ArrowUp: () => stopIn(row.previousElementSibling, target),
    ArrowLeft: () => stopBeside(row, target, -1),
    ArrowRight: () => stopBeside(row, target, 1)
  }
  const control = walks[key]?.()
  if (!control) return
  event.preventDefault()
  control.focus()
}

interface TableRowProps<Row> {
  readonly row: Row
  readonly above: Row | undefined
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly gridTemplateColumns: string
  readonly height: number
  readonly isMarked: boolean
  readonly onOpen: ((row: Row) => void) | undefined
}

function TableRow<Row>({ row, above, index, columns, onOpen, ...look }: TableRowProps<Row>) {
  const { gridTemplateColumns, height } = look
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes['row']}
      data-marked={look.isMarked || undefined}
      data-opens={onOpen !== undefined || undefined}
      style={{ gridTemplateColumns, height, transform: `translateY(${index * height}px)` }}
      onClick={(event) => {
        if (onOpen !== undefined && !clickedControl(event.target)) onOpen(row)
      }}
    >
      {columns.map((column) => (
        <div key={column.id} role="cell" className={classes['cell']} data-align={column.align}>
          {column.cell(row, above)}
        </div>
      ))}
    </div>
  )
}

// While somebody scrolls only the rows that come into sight are drawn; the others keep what they have.
const MemoRow = memo(TableRow) as typeof TableRow

/** A row that is still being read: the list keeps its length and its rhythm. */
function PendingRow({ top, height }: { readonly top: number; readonly height: number }) {
  return (
    <div
      role="presentation"
      className={classes['pending']}
      style={{ height, transform: `translateY(${top}px)` }}
    />
  )
}

/** A table that draws only the rows in sight, with a header that stays, and that says its real size to screen readers. */
export function WindowedTable<Row>(props: Props<Row>) {
  const { columns, rows, rowHeight, onOpen, resetKey, keepsPlace = false } = props
  const rowWindow = useRowWindow(rows.length, rowHeight)
  const { scroller, element, first, end } = rowWindow
  const gridTemplateColumns = columns.map((column) => column.width).join(' ')

  const { onLook } = props
  const shownKey = useRef(resetKey)
  useLayoutEffect(() => {
    // A list that has just come is at its top: to ask where it is costs a layout of the whole page.
    if (shownKey.current !== resetKey) element?.scrollTo({ top: 0 })
    shownKey.current = resetKey
  }, [element, resetKey])
  useKeptPlace(keepsPlace, rowWindow, props)
  useEffect(() => onLook?.(first, end), [onLook, first, end])
  const drawn = Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset)

  return (
    <div className={classes['frame']}>
      <div className={classes['scroller']} ref={scroller} onKeyDown={walkRows}>
        <div role="table" aria-label={props.label} aria-rowcount={rows.length + 1}>
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
                  {column.header}
                </div>
              ))}
            </div>
          </div>
          <div role="rowgroup" className={classes['body']} style={{ height: rows.length * rowHeight }}>
            {drawn.map((index) => {
              const row = rows.at(index)
              if (row === undefined) {
                return <PendingRow key={`pending ${index}`} top={index * rowHeight} height={rowHeight} />
              }
              return (
                <MemoRow
                  key={props.rowKey(row)}
                  row={row}
                  above={index === 0 ? undefined : rows.at(index - 1)}
                  index={index}
                  columns={columns}
                  gridTemplateColumns={gridTemplateColumns}
                  height={rowHeight}
                  isMarked={props.isMarked?.(row) === true}
                  onOpen={onOpen}
                />
              )
            })}
          </div>
        </div>
        {rows.length === 0 && props.whenEmpty}
      </div>
    </div>
  )
}
