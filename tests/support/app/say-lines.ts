import type { ElectronApplication } from '@playwright/test'

/**
 * Writes numbered lines to the app's log, `line 7 text` for 7, so many a second, and resolves when the last one is in it.
 * What nobody caught becomes a line of the log: the one way in from outside that needs no run.
 */
export const sayLines = (
  app: ElectronApplication,
  {
    from = 1,
    to,
    aSecond = Infinity,
    text = ''
  }: { from?: number; to: number; aSecond?: number; text?: string }
): Promise<void> =>
  app.evaluate(
    async (_electron, { from, to, aSecond, text }) => {
      const say = (number: number) =>
        process.emit('unhandledRejection', `line ${number} ${text}`, Promise.resolve())
      const startMs = performance.now()
      for (let number = from; number <= to;) {
        const due = Math.min(to, from + Math.floor(((performance.now() - startMs) * aSecond) / 1_000))
        for (; number <= due; number += 1) say(number)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    { from, to, aSecond: Number.isFinite(aSecond) ? aSecond : 1e9, text }
  )
