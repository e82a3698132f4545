import { CHANNEL_IDS } from './channel'

export const LOG_LEVELS = ['info', 'success', 'warning', 'error'] as const

export type LogLevel = (typeof LOG_LEVELS)[number]

export const LOG_SOURCES = ['campaign', ...CHANNEL_IDS, 'app'] as const

/** Where a line comes from: the brackets of the seed's prefix. */
export type LogSource = (typeof LOG_SOURCES)[number]

/** One line of the log, the same in the window and in `logs/scheduler.log`. */
export interface LogLine {
  /** Counts up by one a line for as long as the app runs, so a reader can tell what it missed. */
  readonly seq: number
  readonly at: string
  readonly level: LogLevel
  readonly source: LogSource
  readonly text: string
  readonly campaign_id?: string
  readonly run_id?: string
  readonly contact_id?: string
  readonly status_code?: number
  readonly duration_ms?: number
}

/** Lines that are kept in memory, on either side of the IPC wall; the file has those before. */
export const KEPT_LOG_LINES = 100_000

/** Some of the kept lines, oldest first and without a gap between them. */
export interface LogPage {
  readonly lines: readonly LogLine[]
  /** The newest line that there is; more are to be asked for while the page ends before it. 0 when there is none. */
  readonly last_seq: number
}

/** The same with the lines as JSON: one text crosses to the window many times faster than five hundred objects. */
export interface LogPageText extends Omit<LogPage, 'lines'> {
  readonly lines: string
}

/** A line as the log file, the terminal and the clipboard show it. */
export const plainLine = ({ at, text }: Pick<LogLine, 'at' | 'text'>): string => `${at} ${text}`
