import { app } from 'electron'

/**
 * Writes down when one of Chromium's helpers dies: the one that draws, the one for sound or the network. Chromium starts
 * them anew by itself; sending has nothing to do with them.
 *
 * @returns stops watching
 */
export function watchProcesses(log: (text: string) => void): () => void {
  const onGone = (_event: Electron.Event, { type, name, reason, exitCode }: Electron.Details) => {
    if (reason !== 'clean-exit') log(`A helper process is gone: ${name ?? type} (${reason}, ${exitCode})`)
  }
  app.on('child-process-gone', onGone)
  return () => void app.off('child-process-gone', onGone)
}
