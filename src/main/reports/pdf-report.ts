import { type ExportedBy, sealOf } from '../../engine/reports/json-report'
import { notSentOf } from '../../engine/reports/not-sent'
import type { ReportedRun } from '../../engine/reports/reported-run'
import type { Reader } from '../../engine/reports/report-words'
import type { Words } from '../words'
import { documentHtml } from './document/document-html'
import { formatsOf } from './document/formats'
import { pageFrame } from './document/page-frame'
import type { RunDocument } from './document/run-document'
import { printPdf } from './print-pdf'

/** The most deliveries that a document lists one by one; a spreadsheet is better for more. */
const LISTED = 1_000

/** A run as a PDF, for people. */
export async function pdfReport(
  run: ReportedRun,
  by: ExportedBy,
  { words, zone }: Reader,
  { report: t, language }: Words
): Promise<Uint8Array> {
  const document: RunDocument = {
    run,
    notSent: await notSentOf(run, LISTED),
    seal: await sealOf(run),
    by,
    words,
    t,
    formats: formatsOf(language, zone)
  }
  return printPdf(documentHtml(document), pageFrame(document))
}
