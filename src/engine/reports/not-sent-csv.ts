import type { DeliveryView } from '../../shared/domain/delivery'
import { BYTE_ORDER_MARK, csvLine } from '../contacts/export/csv-text'
import { escapeControls } from '../log/escape'
import { gatewayWords } from './gateway-words'
import { NOT_SENT } from './not-sent'
import type { Reader, ReportLabel } from './report-words'
import type { ReportedRun } from './reported-run'
import { clockIn } from './zoned-time'

const COLUMNS = [
  'name',
  'channel',
  'address',
  'state',
  'reason',
  'what_to_do',
  'gateway_words',
  'status_code',
  'time',
  'contact_id'
] as const satisfies readonly ReportLabel[]

type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>

/** Who got nothing, or may have got nothing: where, why, and what to do. A plain table to work through, without hashes. */
export function* notSentCsv(
  { deliveries }: Pick<ReportedRun, 'deliveries'>,
  { words, zone }: Reader
): Generator<string, void> {
  const clock = clockIn(zone)
  const cellsOf = (delivery: DeliveryView): Cells => ({
    name: delivery.contact_name,
    channel: words.channel(delivery.channel),
    address: delivery.address,
    state: words.state(delivery.state),
    reason: delivery.reason === undefined ? '' : words.reason(delivery.reason.code),
    what_to_do: delivery.reason === undefined ? '' : words.advice(delivery.reason.code),
    gateway_words: gatewayWords(delivery),
    status_code: delivery.status_code === undefined ? '' : String(delivery.status_code),
    time: delivery.at === undefined ? '' : clock(delivery.at).wall,
    contact_id: delivery.contact_id
  })
  const names = COLUMNS.map((column) => words.label(column))
  yield BYTE_ORDER_MARK + csvLine(names)
  for (const delivery of deliveries(NOT_SENT)) {
    const cells = cellsOf(delivery)
    yield csvLine(COLUMNS.map((column) => escapeControls(cells[column])))
  }
}
