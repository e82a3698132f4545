import { Menu, nativeImage, Tray } from 'electron'

export interface AppTray {
  /** Shows a new menu and tooltip. */
  show(menu: Electron.MenuItemConstructorOptions[], tooltip: string): void
  /** A click has changed what the menu shows, not what is: the next `show` replaces it in any case. */
  distrust(): void
  destroy(): void
}

/** The icon that stays while the window is closed. A click opens the window. */
export function createTray(icon: string, onClick: () => void): AppTray {
  const tray = new Tray(nativeImage.createFromPath(icon))
  tray.on('click', onClick)
  let shown = ''
  return {
    show(menu, tooltip) {
      // An open menu closes when it is replaced, so it is replaced only when it says something else.
      const content = JSON.stringify([menu, tooltip])
      if (content === shown) return
      shown = content
      tray.setToolTip(tooltip)
      tray.setContextMenu(Menu.buildFromTemplate(menu))
    },
    distrust: () => void (shown = ''),
    destroy: () => tray.destroy()
  }
}
