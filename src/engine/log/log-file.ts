import { basename, dirname } from 'node:path'
import { createStream, type RotatingFileStream } from 'rotating-file-stream'
import { plainLine } from '../../shared/domain/log-line'
import type { Clock } from '../ports'
import type { DataFolder } from '../store/data-folder'
import type { LogBook } from './log-book'
import { deleteOldLogs } from './old-logs'

/** A disk that refuses the log is asked again after this time. */
const RETRY_MS = 5_000

interface LogFileChoices {
  /** When the live file is set aside before its day is over; rotating-file-stream's notation. */
  readonly size?: `${number}${'K' | 'M'}`
  readonly retryMs?: number
}

/**
 * Writes every line of the log book to `logs/scheduler.log`, which stays the live file's name when it is rotated (daily
 * and by size); what was set aside is deleted `log_keep_days` after its last line, from the moment that setting changes.
 * Lines are taken from the book as fast as the disk takes them, so neither a slow disk nor a full one costs memory, and
 * what the book still has is written once there is room again. A full disk never costs a delivery.
 *
 * @returns stops writing, after the last line is in the file
 */
export function openLogFile(
  book: LogBook,
  { logFile, settings }: Pick<DataFolder, 'logFile' | 'settings'>,
  clock: Clock,
  { size = '10M', retryMs = RETRY_MS }: LogFileChoices = {}
): () => Promise<void> {
  const folder = dirname(logFile)
  let stream: RotatingFileStream | null = null
  let written = 0
  let writing: Promise<void> | null = null
  let retry: NodeJS.Timeout | null = null
  let stopped = false

  const deleteOld = () => void deleteOldLogs(folder, settings.value.settings.log_keep_days, clock.nowMs())

  function open(): RotatingFileStream {
    const opened = createStream(basename(logFile), {
      path: folder,
      size,
      interval: '1d',
      // Without the boundary the initial rotation is silently off, and an app that ends each evening keeps one file for ever.
      intervalBoundary: true,
      initialRotation: true
    })
    opened.on('error', () => undefined)
    opened.on('rotated', deleteOld)
    return opened
  }

  /** Rejects when the disk refuses; the stream is of no use then. */
  const append = (text: string) =>
    new Promise<void>((resolve, reject) => {
      stream ??= open()
      // A failed opening is told to nobody who writes later.
      if (stream.destroyed) reject(new Error('The log file is closed'))
      else stream.write(text, (error) => (error ? reject(error) : resolve()))
    })

  async function writeAll(): Promise<void> {
    try {
      for (;;) {
        const { lines } = book.after(written)
        const last = lines.at(-1)
        if (last === undefined) return
        await append(lines.map((line) => plainLine(line) + '\n').join(''))
        written = last.seq
      }
    } catch {
      stream?.destroy()
      stream = null
      if (!stopped) retry = setTimeout(again, retryMs)
    }
  }

  function look(): void {
    if (retry !== null) return
    writing ??= writeAll().finally(() => {
      writing = null
      // A line that came after the last look and before this moment.
      if (retry === null && !stopped && book.after(written).lines.length > 0) look()
    })
  }

  function again(): void {
    retry = null
    look()
  }

  const releases = [book.subscribe(look), settings.subscribe(deleteOld)]
  deleteOld()
  return async () => {
    stopped = true
    for (const release of releases) release()
    if (retry !== null) clearTimeout(retry)
    await writing
    await writeAll()
    const last = stream
    if (last !== null) await new Promise<void>((resolve) => last.end(() => resolve()))
  }
}
