import type { CampaignMessage } from '../../shared/domain/campaign'
import type { Reason } from '../../shared/domain/delivery'
import type { TextProblem } from '../../shared/domain/message'
import { TEXT_FAILURES } from '../../shared/domain/text-failure'
import type { Result } from '../../shared/result'
import type { FilledText, FillFailure } from './parsed-text'

/** What is sent to one person, or what their delivery comes to without a request. */
export type SendableText = string | UnsentText

export interface UnsentText {
  readonly state: 'failed' | 'skipped'
  readonly reason: Reason
}

/** Decides about a text that was filled in: who lacks a value is skipped, unless a blank will do; nothing is no message. */
export function sendable(
  filled: Result<FilledText, FillFailure>,
  missingValues: CampaignMessage['missing_values']
): SendableText {
  if (!filled.ok) return failed(problemWords(filled.error.problem))
  const { text, missing } = filled.value
  const [field] = missing
  if (field !== undefined && missingValues === 'skip') {
    return { state: 'skipped', reason: { code: 'missing_value', detail: field } }
  }
  return text === '' ? failed(TEXT_FAILURES.nothing_left) : text
}

const failed = (detail: string): UnsentText => ({
  state: 'failed',
  reason: { code: 'template_failed', detail }
})

/** A problem in one English line, for the log and the ledger. */
function problemWords({ code, line, column, detail }: TextProblem): string {
  if (code === 'blank') return TEXT_FAILURES.blank
  if (code === 'too_long') return TEXT_FAILURES.too_long
  return line === undefined || column === undefined ? detail : `line ${line}, column ${column}: ${detail}`
}
