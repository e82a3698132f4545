/** Many calls of `soon()` within an interval become one call of `action` at its end. */
export function coalesce(intervalMs: number, action: () => void): { soon(): void; cancel(): void } {
  let timer: NodeJS.Timeout | null = null
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = null
        action()
      }, intervalMs)
    },
    cancel() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    }
  }
}
