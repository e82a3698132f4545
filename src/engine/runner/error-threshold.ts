import type { Policies } from '../../shared/domain/campaign'

/** What went wrong on one channel of a run since it last went on. */
export interface ErrorTally {
  readonly errors: number
  readonly attempts: number
  readonly inARow: number
}

export const noErrors: ErrorTally = { errors: 0, attempts: 0, inARow: 0 }

/** The tally with one more delivery in it; `failed` and `unknown` are errors. */
export function counted(
  { errors, attempts, inARow }: ErrorTally,
  state: 'sent' | 'failed' | 'unknown'
): ErrorTally {
  return state === 'sent'
    ? { errors, attempts: attempts + 1, inARow: 0 }
    : { errors: errors + 1, attempts: attempts + 1, inARow: inARow + 1 }
}

/** Has so much gone wrong that the channel should stand still until somebody has looked? 0 = never by that count. */
export function isOver(tally: ErrorTally, policy: Policies['error_threshold']): boolean {
  const isMany =
    policy.errors > 0 && tally.errors >= policy.errors && tally.errors * 100 > policy.percent * tally.attempts
  return isMany || (policy.in_a_row > 0 && tally.inARow >= policy.in_a_row)
}
