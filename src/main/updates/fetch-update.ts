import { autoUpdater, CancellationToken } from 'electron-updater'
import type { LogEvent } from '../../engine/log/log-event'
import { signedProvider, type UpdateChannel } from './signed-provider'

/** Looks for an update and fetches it. */
export interface UpdateFetcher {
  /**
   * @param onFound told the version of a newer one, before it is fetched
   * @returns the version that is ready to be installed; null when there is no newer one. Rejects when the feed or the package
   * is not what it should be, when the server cannot be reached, and when it was stopped.
   */
  fetch(mayDownload: () => boolean, onFound: (version: string) => void): Promise<string | null>
  /** Gives up what is being fetched. */
  stop(): void
  /** Whether the end of the app may install what was fetched. */
  allowInstall(allowed: boolean): void
}

/** With electron-updater, which fetches the package and compares it with the feed's sha512. */
export function updateFetcher(channel: UpdateChannel, log: (event: LogEvent) => void): UpdateFetcher {
  const say = (level: 'info' | 'warning' | 'error') => (text: unknown) =>
    log({ type: 'app', level, text: `Update: ${String(text)}` })
  // What it calls information is of no use to an operator.
  autoUpdater.logger = {
    info: () => undefined,
    debug: () => undefined,
    warn: say('warning'),
    error: () => undefined
  }
  autoUpdater.autoDownload = false
  autoUpdater.allowDowngrade = false
  autoUpdater.setFeedURL({ provider: 'custom', updateProvider: signedProvider(channel) })
  let token: CancellationToken | null = null
  return {
    async fetch(mayDownload, onFound) {
      const found = await autoUpdater.checkForUpdates()
      if (found?.isUpdateAvailable !== true || !mayDownload()) return null
      onFound(found.updateInfo.version)
      token = new CancellationToken()
      try {
        await autoUpdater.downloadUpdate(token)
      } finally {
        token = null
      }
      return found.updateInfo.version
    },
    stop: () => token?.cancel(),
    allowInstall: (allowed) => (autoUpdater.autoInstallOnAppQuit = allowed)
  }
}
