import type { ReportVerdict } from '../../shared/domain/report'
import { fail, ok, type Result } from '../../shared/result'
import { openRegularFile, readInto } from '../contacts/import/readers/regular-file'
import type { SourceFailure } from '../contacts/import/readers/source'
import { inPieces } from '../pieces'
import { ReportCheck } from './report-check'

const BYTES_A_READ = 64 * 1024

/** Checks the hash chain of a report, of any length; others have their turn meanwhile. */
export async function verifyReport(path: string): Promise<Result<ReportVerdict>> {
  const opened = await openRegularFile(path)
  if (!opened.ok) return unreadable(opened.error)
  const { handle } = opened.value
  try {
    const check = new ReportCheck()
    const pieces = inPieces()
    while (!check.isDecided) {
      // A new buffer each time: the check keeps what has no end yet.
      const buffer = Buffer.alloc(BYTES_A_READ)
      const read = await readInto(handle, buffer)
      if (!read.ok) return unreadable(read.error)
      if (read.value === 0) break
      check.push(buffer.subarray(0, read.value))
      if (pieces.isDue()) await pieces.rest()
    }
    return ok(check.verdict())
  } finally {
    await handle.close()
  }
}

const unreadable = ({ code, detail = '' }: SourceFailure): Result<never> => fail({ code, params: { detail } })
