import type { Loa } from '../app/launch-loa'

/** Where the window is, as Electron sees it. */
export type WindowState = 'none' | 'hidden' | 'minimised' | 'shown'

export const windowState = ({ app }: Pick<Loa, 'app'>): Promise<WindowState> =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) return 'none'
    if (window.isMinimized()) return 'minimised'
    return window.isVisible() ? 'shown' : 'hidden'
  })

/** Closes the window as its close button does. */
export const closeWindow = ({ app }: Pick<Loa, 'app'>): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close()))
