import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Engine } from '../../engine/engine'
import type { Words } from '../words'

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

export interface ShortcutsContext {
  readonly engine: Engine
  /** In the operator's language of this moment. */
  readonly words: () => Words
  /** The operator wants to end Loa. */
  readonly askToQuit: () => void
}

/**
 * The application menu, kept for its shortcuts: zoom, quit, and on macOS copy and paste, which come from nowhere else.
 * Reload and developer tools are left out: a reload would lose what is being typed.
 *
 * @returns stops following the language
 */
export function keepShortcuts({ engine, words, askToQuit }: ShortcutsContext): () => void {
  let shown = ''
  const follow = () => {
    const label = words().tray('quit')
    if (label === shown) return
    shown = label
    // The role would end the app without a question.
    const quit = { label, accelerator: 'CommandOrControl+Q', click: askToQuit }
    Menu.setApplicationMenu(Menu.buildFromTemplate(templateWith(quit)))
  }
  follow()
  return engine.subscribe(({ kind }) => {
    if (kind === 'settings') follow()
  })
}

function templateWith(quit: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = { role: 'viewMenu', submenu: zoom }
  return process.platform === 'darwin'
    ? [appMenu(quit), { role: 'editMenu' }, view, { role: 'windowMenu' }]
    : [{ role: 'fileMenu', submenu: [quit] }, view]
}
