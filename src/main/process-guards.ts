/**
 * Keeps the process and its timers alive. Without these handlers an uncaught exception opens a modal dialog that stops
 * every timer, and so does writing to a terminal that was closed (EPIPE). Call it before anything else.
 *
 * @param report told about every error that nobody caught
 */
export function guardProcess(report: (error: unknown) => void): void {
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
