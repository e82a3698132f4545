import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import { escapeControls } from '../../engine/log/escape'
import { ReportCheck } from '../../engine/reports/report-check'
import type { ReportVerdict } from '../../shared/domain/report'

/** What is said about a report, and the exit status that goes with it. */
interface VerifyAnswer {
  readonly status: 0 | 1 | 2
  readonly sentence: string
}

const BYTES_A_READ = 256 * 1024
const STDOUT = 1

/**
 * Checks a report, says what was found on stdout and ends the process: with status 0 when it is intact, 1 when it was
 * altered or cut off, 2 when it is no report or cannot be read. All at once, before Electron is ready: so it needs no
 * display, takes no lock and knows no data folder.
 *
 * @param path empty when the command names none
 */
export function verifyAndExit(path: string): never {
  const { status, sentence } = verify(path)
  try {
    writeSync(STDOUT, `${sentence}\n`)
  } catch {
    // Nobody listens; the status says it too.
  }
  process.exit(status)
}

function verify(path: string): VerifyAnswer {
  if (path === '') return { status: 2, sentence: 'Not readable: name a file, --verify-report=FILE.' }
  const name = escapeControls(path)
  try {
    const file = statSync(path)
    if (!file.isFile()) return { status: 2, sentence: `Not readable: ${name} is not a file.` }
    return answerOf(verdictOn(path), name)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'there is no such file' : `the system says ${code ?? String(error)}`
    return { status: 2, sentence: `Not readable: ${name}, ${why}.` }
  }
}

function verdictOn(path: string): ReportVerdict {
  const file = openSync(path, 'r')
  try {
    const check = new ReportCheck()
    while (!check.isDecided) {
      // A new buffer each time: the check keeps what has no end yet.
      const buffer = Buffer.alloc(BYTES_A_READ)
      const bytes = readSync(file, buffer)
      if (bytes === 0) break
      check.push(buffer.subarray(0, bytes))
    }
    return check.verdict()
  } finally {
    closeSync(file)
  }
}

function answerOf(verdict: ReportVerdict, name: string): VerifyAnswer {
  switch (verdict.outcome) {
    case 'intact': {
      const lines = verdict.lines.toLocaleString('en')
      return { status: 0, sentence: `Intact: ${lines} lines. Seal ${verdict.seal}` }
    }
    case 'altered': {
      const line = verdict.line.toLocaleString('en')
      return { status: 1, sentence: `Altered: line ${line} is the first that is not as Loa wrote it.` }
    }
    case 'cut_off': {
      const line = verdict.line.toLocaleString('en')
      return {
        status: 1,
        sentence: `Cut off: the file ends with line ${line}, and the rest of the report is missing.`
      }
    }
    case 'not_a_report':
      return { status: 2, sentence: `No report: ${name} is not a CSV or JSON report of a run by Loa.` }
  }
}
