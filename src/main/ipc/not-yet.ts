import { fail } from '../../shared/result'
import type { Handlers } from './register-calls'

const missing = () => fail({ code: 'unexpected' as const })

/** Calls of the contract that have no engine behind them yet; each goes away with its own handler. */
export const notYet = {
  calendar: missing,
  skipSlot: missing,
  listHolidays: missing
} satisfies Partial<Handlers>
