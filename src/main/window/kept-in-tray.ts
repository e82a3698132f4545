import { app } from 'electron'

/** A window that was closed to the tray is opened again at once for so long; then its memory is given back. */
const KEPT_MS = 30_000

/** How long a closed window is kept. Tests wait less; a packaged app takes no word of its environment for it. */
export const keptInTrayMs = (): number =>
  (app.isPackaged ? 0 : Number(process.env['LOA_KEPT_IN_TRAY_MS'])) || KEPT_MS
