/**
 * Keeps the process and its timers alive. Without these handlers an uncaught exception opens a modal dialog that stops
 * every timer, and so does writing to a terminal that was closed (EPIPE). Call it before anything else.
 *
 * @param report told about every error that nobody caught
 */
export function guardProcess(report: (error: unknown) => void): void {
  const reportSafely = (error: unknown) => {
    try {
      report(error)
    } catch {
      // Node ends the process when the last handler throws, and somebody's campaign with it.
    }
  }
  process.on('uncaughtException', reportSafely)
  process.on('unhandledRejection', reportSafely)
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
