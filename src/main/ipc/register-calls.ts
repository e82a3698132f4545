import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { invalidInput, issuesOf } from '../../shared/app-error'
import { type CallArgs, type CallName, calls, type CallValue } from '../../shared/ipc/contract'
import { fail, type Result } from '../../shared/result'

/** One handler a call of the contract. Expected failures are values; what is thrown is a bug. */
export type Handlers = {
  readonly [Name in CallName]: (
    ...args: CallArgs<Name>
  ) => Result<CallValue<Name>> | Promise<Result<CallValue<Name>>>
}

export interface CallBorder {
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
  readonly reportBug: (error: unknown) => void
}

/**
 * The border between window and main process: who calls is checked, every argument is parsed, and nothing is thrown
 * across (an exception would arrive there as a bare message, its cause gone).
 *
 * @returns takes the handlers away again
 */
export function registerCalls(handlers: Handlers, { isTrusted, reportBug }: CallBorder): () => void {
  const names = Object.keys(calls) as CallName[]
  for (const name of names) {
    const handle = handlers[name] as (...args: readonly unknown[]) => Promise<Result<unknown>>
    ipcMain.handle(name, async (event, ...args: unknown[]) => {
      if (!isTrusted(event)) {
        reportBug(new Error(`Call ${name} from an untrusted frame`))
        return fail({ code: 'unexpected' })
      }
      const parsed = calls[name].args.safeParse(args)
      if (!parsed.success) return fail(invalidInput(withoutArgumentIndex(issuesOf(parsed.error))))
      try {
        return await handle(...parsed.data)
      } catch (error) {
        reportBug(error)
        return fail({ code: 'unexpected' })
      }
    })
  }
  return () => {
    for (const name of names) ipcMain.removeHandler(name)
  }
}

/** Forms know the fields of the object that they send, not its place among the arguments. */
const withoutArgumentIndex = (issues: ReturnType<typeof issuesOf>) =>
  issues.map((issue) => ({ ...issue, path: issue.path.slice(1) }))
