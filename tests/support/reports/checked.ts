import { csvReport } from '../../../src/engine/reports/csv-report'
import { jsonReport } from '../../../src/engine/reports/json-report'
import { ReportCheck } from '../../../src/engine/reports/report-check'
import type { ReportedRun } from '../../../src/engine/reports/reported-run'
import type { ReportVerdict } from '../../../src/shared/domain/report'
import { readerIn } from './reader'
import { EXPORTED_BY } from './report-run'

export const KINDS = ['csv', 'json'] as const

/** A report as it is in its file. */
export function reportBytes(kind: (typeof KINDS)[number], run: ReportedRun): Buffer {
  const lines = kind === 'csv' ? csvReport(run, EXPORTED_BY, readerIn('en')) : jsonReport(run, EXPORTED_BY)
  return Buffer.from([...lines].join(''))
}

/** What the check finds in bytes that come all at once, or so many at a time. */
export function checked(bytes: Buffer, bytesAtOnce = bytes.length): ReportVerdict {
  const check = new ReportCheck()
  for (let from = 0; from < bytes.length && !check.isDecided; from += bytesAtOnce) {
    check.push(bytes.subarray(from, from + bytesAtOnce))
  }
  return check.verdict()
}
