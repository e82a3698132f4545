import { type BrowserWindow, dialog } from 'electron'
import { performance } from 'node:perf_hooks'
import type { Words } from '../words'
import { crashLimit } from './crash-limit'

const MOST_CRASHES = 3
const WITHIN_MS = 60_000
/**
 * Chromium calls a page hung when it has not answered to a click or a key for fifteen seconds. It gets as long again:
 * nobody who waits for something long is to lose the page.
 */
const PATIENCE_MS = 15_000

export interface KeepAliveConfig {
  readonly words: () => Words
  readonly log: (text: string) => void
}

/**
 * Brings the page back when its process dies or hangs. The page loads everything anew, and drafts were kept as they were
 * typed, so nothing is missing then. A page that dies again and again is left alone, and the operator asked.
 */
export function keepWindowAlive(window: BrowserWindow, { words, log }: KeepAliveConfig): void {
  const { webContents } = window
  const crashes = crashLimit(MOST_CRASHES, WITHIN_MS)
  let patience: NodeJS.Timeout | null = null

  const calmDown = () => {
    if (patience !== null) clearTimeout(patience)
    patience = null
  }
  const reload = () => {
    if (!window.isDestroyed()) webContents.reload()
  }
  const tryAgain = () => {
    crashes.forget()
    reload()
  }
  const tryWhenShown = () => void window.once('show', tryAgain)

  async function ask(): Promise<void> {
    const { alerts } = words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Loa',
      message: alerts('window_gone.title'),
      detail: alerts('window_gone.body'),
      buttons: [alerts('window_gone.again'), alerts('window_gone.close')],
      defaultId: 0,
      cancelId: 1,
      noLink: true
    })
    if (window.isDestroyed()) return
    if (response === 0) return tryAgain()
    window.close()
    tryWhenShown()
  }

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    calmDown()
    log(`The window's process is gone (${reason}, ${exitCode})`)
    // Not within the event: the page that is gone is still being taken down.
    if (crashes.mayReturn(performance.now())) return void setImmediate(reload)
    log(`The window is not brought back: ${MOST_CRASHES + 1} times within a minute`)
    if (window.isVisible()) void ask()
    else tryWhenShown()
  })
  window.on('unresponsive', () => {
    patience ??= setTimeout(() => {
      patience = null
      log('The window does not answer: its process is ended')
      webContents.forcefullyCrashRenderer()
    }, PATIENCE_MS)
  })
  window.on('responsive', calmDown)
  window.on('closed', calmDown)
}
