import type { ChannelId } from './channel'

export const LOG_LEVELS = ['info', 'success', 'warning', 'error'] as const

export type LogLevel = (typeof LOG_LEVELS)[number]

/** Where a line comes from: the brackets of the seed's prefix. */
export type LogSource = 'campaign' | ChannelId | 'app'

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
