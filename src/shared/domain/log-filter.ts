import { z } from 'zod'
import { foldText, holdsWords, queryWords } from '../text/fold-text'
import { LOG_LEVELS, LOG_SOURCES, type LogLevel, type LogLine } from './log-line'
import { objectIdSchema } from './primitives'
import { runIdSchema } from './run'

/** `problems`: warnings and errors together. */
export const LEVEL_CHOICES = ['all', 'problems', ...LOG_LEVELS] as const

export const SOURCE_CHOICES = ['all', ...LOG_SOURCES] as const

/** What the operator wants to see of the log; a line has to fit every part that is set. */
export const logFilterSchema = z.object({
  level: z.enum(LEVEL_CHOICES),
  source: z.enum(SOURCE_CHOICES),
  campaign_id: objectIdSchema.nullable(),
  run_id: runIdSchema.nullable(),
  contact_id: objectIdSchema.nullable(),
  /** Words that the text holds, in any order; accents and case do not matter. */
  query: z.string().max(10_000)
})

export type LogFilter = Readonly<z.infer<typeof logFilterSchema>>

export const EVERY_LINE: LogFilter = {
  level: 'all',
  source: 'all',
  campaign_id: null,
  run_id: null,
  contact_id: null,
  query: ''
}

/** Does the filter leave any line out? */
export const isFiltered = ({ level, source, campaign_id, run_id, contact_id, query }: LogFilter): boolean =>
  level !== 'all' ||
  source !== 'all' ||
  campaign_id !== null ||
  run_id !== null ||
  contact_id !== null ||
  query.trim() !== ''

/** Lines from one to another (both inclusive) that a filter lets through. */
export const logSelectionSchema = z.object({
  filter: logFilterSchema,
  from_seq: z.number().int().nonnegative(),
  to_seq: z.number().int().nonnegative()
})

export type LogSelection = Readonly<z.infer<typeof logSelectionSchema>>

/** The folded text of a line; whoever asks often remembers it. */
type FoldedText = (line: LogLine) => string

/**
 * The test whether a line is let through. What is cheap to compare comes first, so the text is folded only for lines
 * that everything else lets through.
 */
export function lineTest(
  filter: LogFilter,
  folded: FoldedText = ({ text }) => foldText(text)
): (line: LogLine) => boolean {
  const { level, source, campaign_id, run_id, contact_id } = filter
  const words = queryWords(filter.query)
  return (line) =>
    isOf(level, line.level) &&
    (source === 'all' || line.source === source) &&
    (campaign_id === null || line.campaign_id === campaign_id) &&
    (run_id === null || line.run_id === run_id) &&
    (contact_id === null || line.contact_id === contact_id) &&
    (words.length === 0 || holdsWords(folded(line), words))
}

const isOf = (choice: LogFilter['level'], level: LogLevel): boolean =>
  choice === 'all' ||
  choice === level ||
  (choice === 'problems' && (level === 'warning' || level === 'error'))
