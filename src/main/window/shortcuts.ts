import { Menu, type MenuItemConstructorOptions } from 'electron'

const zoom: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }]

/**
 * The application menu, kept for its shortcuts: zoom, quit, and on macOS copy and paste, which come from nowhere else.
 * Reload and developer tools are left out: a reload would lose what is being typed.
 */
export function setShortcuts(): void {
  const view: MenuItemConstructorOptions = { role: 'viewMenu', submenu: zoom }
  const template: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [{ role: 'appMenu' }, { role: 'editMenu' }, view, { role: 'windowMenu' }]
      : [{ role: 'fileMenu', submenu: [{ role: 'quit', accelerator: 'CommandOrControl+Q' }] }, view]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
