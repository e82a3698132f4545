import { app } from 'electron'
import type { UpdateWay } from '../../shared/ipc/views'
import type { UpdateChannel } from './signed-provider'

/** Who keeps this Loa up to date. On Linux only an AppImage is nobody else's business. */
export function updateWay(channel: UpdateChannel | null): UpdateWay {
  if (!app.isPackaged) return 'none'
  if (process.platform === 'linux' && process.env['APPIMAGE'] === undefined) return 'package_manager'
  return channel === null ? 'none' : 'self'
}
