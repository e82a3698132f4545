import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Contact } from '../../shared/domain/contact'
import { fail, ok, type Result } from '../../shared/result'
import { writeExport, writeLines } from '../contacts/export/export-file'
import type { ExportedBy } from '../reports/json-report'
import { reportName } from '../reports/report-name'
import type { Reader } from '../reports/report-words'
import { type KnownRuns, reportedRun } from '../reports/reported-run'
import { writeReport } from '../reports/write-report'
import { flushFolder } from '../store/durable-file'
import type { DataFolder } from '../store/data-folder'
import { stringifyInPieces } from '../store/stringify-pieces'

export interface EverythingSource {
  readonly data: DataFolder
  readonly runs: KnownRuns
  readonly contacts: () => readonly Contact[]
}

export interface EverythingOrder {
  /** The folder that is made; it must not be there yet. */
  readonly path: string
  readonly by: ExportedBy
  readonly reader: Reader
  /** What the files are, in the operator's language. */
  readonly readme: string
  readonly signal: AbortSignal
  readonly onShare: (share: number) => void
}

/**
 * Writes all that Loa knows into a folder of files that other programs read, for somebody who leaves. Settings hold no
 * secrets, and addresses that must not be contacted are hashed. The folder is whole, or not there: until it is finished it
 * is called `.part`. Gives how many files it has.
 */
export async function exportEverything(
  { data, runs, contacts }: EverythingSource,
  order: EverythingOrder
): Promise<Result<number>> {
  const { path, signal } = order
  const part = `${path}.part`
  try {
    await rm(part, { recursive: true, force: true })
    await mkdir(join(part, 'runs'), { recursive: true })
    const written = await writeAll(part, { data, runs, contacts }, order)
    if (!written.ok || signal.aborted) {
      await rm(part, { recursive: true, force: true })
      return signal.aborted ? fail({ code: 'cancelled' }) : written
    }
    await flushFolder(part)
    await rename(part, path)
    return written
  } catch (error) {
    await rm(part, { recursive: true, force: true }).catch(() => undefined)
    const { code, message } = error as NodeJS.ErrnoException
    return fail({ code: 'storage_failed', params: { file: basename(path), detail: code ?? message } })
  }
}

async function writeAll(
  folder: string,
  { data, runs, contacts }: EverythingSource,
  order: EverythingOrder
): Promise<Result<number>> {
  const json = async (name: string, value: object): Promise<Result<unknown>> =>
    writeLines(join(folder, name), [(await stringifyInPieces(value)).toString('utf8'), '\n'])
  const { salt, hashes, joined } = data.suppressions.value
  const steps: (() => Promise<Result<unknown>>)[] = [
    () => writeLines(join(folder, 'README.txt'), [order.readme]),
    () => writeExport(join(folder, 'contacts.csv'), 'csv', contacts()),
    () => writeExport(join(folder, 'contacts.json'), 'json', contacts()),
    () => json('campaigns.json', { campaigns: data.campaigns.value.campaigns }),
    () => json('templates.json', { templates: data.templates.value.templates }),
    () => json('filters.json', { filters: data.filters.value.filters }),
    () => json('do-not-contact-hashed.json', { lists: [{ salt, hashes }, ...joined] }),
    () => json('runs.json', { runs: data.runs.value.runs }),
    () => json('settings.json', { settings: data.settings.value.settings })
  ]
  const names = new Set<string>()
  for (const { id } of runs.list()) {
    steps.push(() => writeRun(join(folder, 'runs'), id, runs, order, names))
  }
  for (const [index, step] of steps.entries()) {
    if (order.signal.aborted) return fail({ code: 'cancelled' })
    const written = await step()
    if (!written.ok) return written
    order.onShare((index + 1) / steps.length)
  }
  return ok(steps.length)
}

async function writeRun(
  folder: string,
  runId: string,
  runs: KnownRuns,
  { by, reader }: EverythingOrder,
  names: Set<string>
): Promise<Result<unknown>> {
  const run = await reportedRun(runs, runId)
  // A slot that was missed has nothing to report.
  if (run === null || run.size === 0) return ok(null)
  const base = reportName(run.summary, reader.zone)
  const name = names.has(base) ? `${base}-${runId}` : base
  names.add(name)
  for (const kind of ['csv', 'json'] as const) {
    const written = await writeReport(join(folder, `${name}.${kind}`), { kind, run, by, reader })
    if (!written.ok) return written
  }
  return ok(null)
}
