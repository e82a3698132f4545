let pending = 0

/** Is an answer of the main process still to come? */
export const isCallPending = (): boolean => pending > 0

/** The same call, counted until it is answered. */
export function counted<Args extends readonly unknown[], Answer>(
  call: (...args: Args) => Promise<Answer>
): (...args: Args) => Promise<Answer> {
  return async (...args) => {
    pending += 1
    try {
      return await call(...args)
    } finally {
      pending -= 1
    }
  }
}
