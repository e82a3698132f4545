import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { CallName } from '../../shared/ipc/contract'
import { CALL_NAMES } from '../../shared/ipc/names'
import type { Result } from '../../shared/result'

/** Answers a call, whatever its arguments are. */
export type Answer = (name: CallName, args: readonly unknown[]) => Promise<Result<unknown>>

export interface CallBorder {
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
  readonly reportBug: (error: unknown) => void
}

export interface RegisteredCalls {
  /** From now on these calls are answered, also those that have come already; all of them when none are named. */
  answer(answer: Answer, names?: readonly CallName[]): void
  /** Takes the border away again. */
  readonly release: () => void
}

/**
 * The border between window and main process, which is there before the engine is: who calls is checked, and the call
 * waits until it can be answered.
 */
export function registerCalls({ isTrusted, reportBug }: CallBorder): RegisteredCalls {
  const answers = new Map<CallName, Answer>()
  let waiting: (() => void)[] = []
  for (const name of CALL_NAMES) {
    ipcMain.handle(name, async (event, ...args: unknown[]): Promise<Result<unknown>> => {
      if (!isTrusted(event)) {
        reportBug(new Error(`Call ${name} from an untrusted frame`))
        return { ok: false, error: { code: 'unexpected' } }
      }
      for (;;) {
        const answer = answers.get(name)
        if (answer !== undefined) return answer(name, args)
        await new Promise<void>((resume) => waiting.push(resume))
      }
    })
  }
  return {
    answer(answer, names = CALL_NAMES) {
      for (const name of names) answers.set(name, answer)
      const resumed = waiting
      waiting = []
      for (const resume of resumed) resume()
    },
    release() {
      for (const name of CALL_NAMES) ipcMain.removeHandler(name)
    }
  }
}
