import { basename, dirname } from 'node:path'
import { createStream } from 'rotating-file-stream'
import { type LogBook, plainLine } from './log-book'

/**
 * Writes every line of the log book to `logs/scheduler.log`, which stays the live file's name when it is rotated (daily
 * and by size). A full disk costs log lines, never a delivery.
 *
 * @returns stops writing, after the last line is in the file
 */
export function openLogFile(book: LogBook, file: string): () => Promise<void> {
  const stream = createStream(basename(file), {
    path: dirname(file),
    size: '10M',
    interval: '1d',
    maxFiles: 30,
    initialRotation: true
  })
  stream.on('error', () => undefined)
  stream.on('warning', () => undefined)
  const unsubscribe = book.subscribe((line) => stream.write(plainLine(line) + '\n'))
  return () => {
    unsubscribe()
    return new Promise((resolve) => {
      stream.end(() => resolve())
    })
  }
}
