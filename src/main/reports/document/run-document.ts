import type { ExportedBy } from '../../../engine/reports/json-report'
import type { NotSent } from '../../../engine/reports/not-sent'
import type { ReportedRun } from '../../../engine/reports/reported-run'
import type { ReportWords } from '../../../engine/reports/report-words'
import type { Words } from '../../words'
import type { Formats } from './formats'

/** What the document about a run is made of. */
export interface RunDocument {
  readonly run: Omit<ReportedRun, 'deliveries'>
  readonly notSent: NotSent
  /** Of the JSON report of the same run. */
  readonly seal: string
  readonly by: ExportedBy
  readonly words: ReportWords
  /** The sentences of the document itself. */
  readonly t: Words['report']
  readonly formats: Formats
}
