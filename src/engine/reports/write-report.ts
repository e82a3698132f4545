import { basename, dirname } from 'node:path'
import type { AppError } from '../../shared/app-error'
import { fail, ok, type Result } from '../../shared/result'
import { writeLines, writeWhole } from '../contacts/export/export-file'
import { csvReport } from './csv-report'
import { type ExportedBy, jsonReport } from './json-report'
import { NOT_SENT } from './not-sent'
import { notSentCsv } from './not-sent-csv'
import type { Reader } from './report-words'
import type { ReportedRun } from './reported-run'

export interface ReportOrder {
  readonly kind: 'csv' | 'json' | 'failures'
  readonly run: ReportedRun
  readonly by: ExportedBy
  readonly reader: Reader
}

/** Writes a report and gives how many deliveries are in it. The file is whole, or not there. */
export async function writeReport(path: string, order: ReportOrder): Promise<Result<number>> {
  const { kind, run } = order
  const written = await writeLines(path, linesOf(order))
  if (!written.ok) return cannotWrite(path, written.error)
  const { counts } = run.summary
  return ok(kind === 'failures' ? NOT_SENT.reduce((sum, state) => sum + counts[state], 0) : run.size)
}

/** The same with a report that was made already. */
export async function writeFinishedReport(
  path: string,
  content: Uint8Array,
  run: ReportedRun
): Promise<Result<number>> {
  const written = await writeWhole(path, (handle) => handle.writeFile(content))
  return written.ok ? ok(run.size) : cannotWrite(path, written.error)
}

function linesOf({ kind, run, by, reader }: ReportOrder): Iterable<string> {
  switch (kind) {
    case 'csv':
      return csvReport(run, by, reader)
    case 'json':
      return jsonReport(run, by)
    case 'failures':
      return notSentCsv(run, reader)
  }
}

/** The folder is not the data folder that such failures are mostly about, so it is named. */
function cannotWrite(path: string, error: AppError): Result<never> {
  if (error.code !== 'storage_failed') return fail(error)
  const detail = `${dirname(path)}: ${error.params?.['detail'] ?? ''}`
  return fail({ code: 'storage_failed', params: { file: basename(path), detail } })
}
