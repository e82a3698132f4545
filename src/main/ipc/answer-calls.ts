import { invalidInput, issuesOf } from '../../shared/app-error'
import { type CallArgs, type CallName, calls, type CallValue } from '../../shared/ipc/contract'
import { fail, type Result } from '../../shared/result'
import type { Answer } from './register-calls'

/** One handler a call of the contract. Expected failures are values; what is thrown is a bug. */
export type Handlers = {
  readonly [Name in CallName]: (
    ...args: CallArgs<Name>
  ) => Result<CallValue<Name>> | Promise<Result<CallValue<Name>>>
}

/**
 * How calls are answered: every argument is parsed, and nothing is thrown across the border (an exception would arrive
 * there as a bare message, its cause gone).
 */
export function answerWith(handlers: Handlers, reportBug: (error: unknown) => void): Answer {
  return async (name, args) => {
    const parsed = calls[name].args.safeParse(args)
    if (!parsed.success) return fail(invalidInput(withoutArgumentIndex(issuesOf(parsed.error))))
    const handle = handlers[name] as (...args: readonly unknown[]) => Promise<Result<unknown>>
    try {
      return await handle(...parsed.data)
    } catch (error) {
      reportBug(error)
      return fail({ code: 'unexpected' })
    }
  }
}

/** Forms know the fields of the object that they send, not its place among the arguments. */
const withoutArgumentIndex = (issues: ReturnType<typeof issuesOf>) =>
  issues.map((issue) => ({ ...issue, path: issue.path.slice(1) }))
