import { app, Menu, type MenuItemConstructorOptions } from 'electron'

const zoom: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }]

/** The application menu of macOS: the usual one, but for its last entry. */
const appMenu = (quit: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
  label: app.name,
  submenu: [
    { role: 'about' },
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    quit
  ]
})

/**
 * The application menu, kept for its shortcuts: zoom, quit, and on macOS copy and paste, which come from nowhere else.
 * Reload and developer tools are left out: a reload would lose what is being typed.
 *
 * @param askToQuit the operator wants to end Loa
 */
export function setShortcuts(askToQuit: () => void): void {
  // The role would end the app without a question.
  const quit: MenuItemConstructorOptions = {
    label: `Quit ${app.name}`,
    accelerator: 'CommandOrControl+Q',
    click: askToQuit
  }
  const view: MenuItemConstructorOptions = { role: 'viewMenu', submenu: zoom }
  const template: MenuItemConstructorOptions[] =
    process.platform === 'darwin'
      ? [appMenu(quit), { role: 'editMenu' }, view, { role: 'windowMenu' }]
      : [{ role: 'fileMenu', submenu: [quit] }, view]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
