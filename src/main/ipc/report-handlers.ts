import type { Engine } from '../../engine/engine'
import { reportedRun } from '../../engine/reports/reported-run'
import { reportName } from '../../engine/reports/report-name'
import { verifyReport } from '../../engine/reports/verify-report'
import { writeFinishedReport, writeReport } from '../../engine/reports/write-report'
import { InTurn } from '../../engine/runner/in-turn'
import type { RunReport } from '../../shared/domain/report'
import type { SavedFile } from '../../shared/ipc/contact-views'
import type { AppInfo } from '../../shared/ipc/views'
import { fail, type Result } from '../../shared/result'
import { pdfReport } from '../reports/pdf-report'
import { runReportWords } from '../reports/run-report-words'
import type { Words } from '../words'
import type { Handlers } from './answer-calls'
import type { SavedFiles } from './saved-files'

type ReportCall = 'exportRun' | 'verifyReport'

const EXTENSIONS = { csv: 'csv', json: 'json', pdf: 'pdf', failures: 'csv' } as const

/** Reports of runs: written to the downloads folder, and checked. */
export function reportHandlers(
  engine: Engine,
  { version, local_zone: zone }: AppInfo,
  words: () => Words,
  files: SavedFiles
): Pick<Handlers, ReportCall> {
  const turns = new InTurn()

  async function exportRun(runId: string, kind: RunReport): Promise<Result<SavedFile>> {
    const run = await reportedRun(engine.runs, runId)
    if (run === null) return fail({ code: 'not_found' })
    const by = { app_version: version, exported_at: engine.now() }
    const reader = { words: runReportWords(words()), zone }
    const base = `${reportName(run.summary, zone)}${kind === 'failures' ? '-not-sent' : ''}`
    if (kind !== 'pdf') {
      const path = await files.pathFor(base, EXTENSIONS[kind])
      return files.saved(path, await writeReport(path, { kind, run, by, reader }))
    }
    const pdf = await pdfReport(run, by, reader, words())
    const path = await files.pathFor(base, EXTENSIONS.pdf)
    return files.saved(path, await writeFinishedReport(path, pdf, run))
  }

  return {
    // One after the other: two at once would be given the same free name.
    exportRun: (runId, kind) => turns.do('export', () => exportRun(runId, kind)),
    verifyReport: (path) => verifyReport(path)
  }
}
