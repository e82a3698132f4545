import { Menu, type MenuItemConstructorOptions, Tray } from 'electron'
import { trayIcon } from './tray-icon'
import type { TrayMood } from './tray-mood'

/** All that the tray shows at one time. */
export interface TrayLook {
  readonly mood: TrayMood
  readonly tooltip: string
  readonly menu: MenuItemConstructorOptions[]
}

export interface AppTray {
  show(look: TrayLook): void
  /** A click has changed what the menu shows, not what is: the next `show` replaces it in any case. */
  distrust(): void
  /** Makes the icon anew, for a panel that has come after it. */
  renew(): void
  destroy(): void
}

/**
 * The icon that stays while the window is closed. A click opens the window.
 *
 * @param pictures the folder of the icons
 */
export function createTray(pictures: string, onClick: () => void): AppTray {
  const icons = new Map<TrayMood, Electron.NativeImage>()
  const iconOf = (mood: TrayMood) => {
    const icon = icons.get(mood) ?? trayIcon(pictures, mood)
    icons.set(mood, icon)
    return icon
  }
  const make = (mood: TrayMood) => {
    const made = new Tray(iconOf(mood))
    made.on('click', onClick)
    return made
  }
  let tray = make('idle')
  let mood: TrayMood = 'idle'
  let shown = ''
  let last: TrayLook | null = null

  function show(look: TrayLook): void {
    last = look
    if (look.mood !== mood) tray.setImage(iconOf(look.mood))
    mood = look.mood
    // An open menu closes when it is replaced, so it is replaced only when it says something else.
    const content = JSON.stringify([look.menu, look.tooltip])
    if (content === shown) return
    shown = content
    tray.setToolTip(look.tooltip)
    tray.setContextMenu(Menu.buildFromTemplate(look.menu))
  }
  return {
    show,
    distrust: () => void (shown = ''),
    renew() {
      tray.destroy()
      tray = make(mood)
      shown = ''
      if (last !== null) show(last)
    },
    destroy: () => tray.destroy()
  }
}
