import type { DeliveryView } from '../../shared/domain/delivery'
import { BYTE_ORDER_MARK, csvLine } from '../contacts/export/csv-text'
import { escapeControls } from '../log/escape'
import { factRows } from './csv-facts'
import { gatewayWords } from './gateway-words'
import { END_CELL, HashChain } from './hash-chain'
import type { ExportedBy } from './json-report'
import type { Reader, ReportLabel, ReportWords } from './report-words'
import type { ReportedRun } from './reported-run'
import { clockIn, type ZonedTime } from './zoned-time'

const COLUMNS = [
  'contact_id',
  'name',
  'channel',
  'address',
  'state',
  'reason_code',
  'reason',
  'gateway_words',
  'status_code',
  'busy_answers',
  'time',
  'offset',
  'time_utc',
  'duration_ms',
  'delivery_id'
] as const satisfies readonly ReportLabel[]

const CHAIN_COLUMN = 'chain'

const LINE_END = '\r\n'
const withoutEnd = (line: string): string => line.slice(0, -LINE_END.length)

/**
 * A run as a spreadsheet opens it: facts, an empty row, one row a delivery, the end. The last cell of each row is its
 * hash; line breaks and other controls in names and texts are written as `\n`, so that a row is a line.
 */
export function* csvReport(run: ReportedRun, by: ExportedBy, reader: Reader): Generator<string, void> {
  const { words, zone } = reader
  const clock = clockIn(zone)
  const chain = new HashChain()
  const row = (cells: readonly string[], mark = '') => rowOf(chain, cells, mark)
  let mark = BYTE_ORDER_MARK
  for (const cells of factRows(run, reader)) {
    yield row(cells, mark)
    mark = ''
  }
  yield row([])
  yield row([...COLUMNS.map((column) => columnName(column, reader)), CHAIN_COLUMN])
  for (const delivery of run.deliveries()) yield row(cellsOf(delivery, words, clock))
  const { wall, offset } = clock(by.exported_at)
  const exported = [words.label('exported'), `${wall} ${offset}`, `Loa ${by.app_version}`]
  yield row([END_CELL, String(run.size), ...exported, words.label('seal'), chain.last])
}

/** Rows are filled up to the width of the table; the row of names has its hash behind the name of that column. */
function rowOf(chain: HashChain, cells: readonly string[], mark: string): string {
  const filled = Array<string>(Math.max(0, COLUMNS.length - cells.length)).fill('')
  return chain.line(mark + escapeControls(withoutEnd(csvLine([...cells, ...filled, '']))), LINE_END)
}

const columnName = (column: (typeof COLUMNS)[number], { words, zone }: Reader): string =>
  column === 'time' ? `${words.label('time')} (${zone})` : words.label(column)

function cellsOf(delivery: DeliveryView, words: ReportWords, clock: (at: string) => ZonedTime): string[] {
  const { reason, at } = delivery
  const time = at === undefined ? null : clock(at)
  const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    contact_id: delivery.contact_id,
    name: delivery.contact_name,
    channel: words.channel(delivery.channel),
    address: delivery.address,
    state: words.state(delivery.state),
    reason_code: reason?.code ?? '',
    reason: reason === undefined ? '' : words.advice(reason.code),
    gateway_words: gatewayWords(delivery),
    status_code: numberText(delivery.status_code),
    busy_answers: numberText(delivery.attempts),
    time: time?.wall ?? '',
    offset: time?.offset ?? '',
    time_utc: at ?? '',
    duration_ms: numberText(delivery.duration_ms),
    delivery_id: delivery.id
  }
  return COLUMNS.map((column) => cells[column])
}

const numberText = (number: number | undefined): string => (number === undefined ? '' : String(number))
