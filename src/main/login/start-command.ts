import { app } from 'electron'

/** How Loa is started without anybody at the computer. */
export interface StartCommand {
  readonly program: string
  readonly args: readonly string[]
}

/** What this computer needs to start Electron at all is needed at log-in too; everything else is of the moment. */
const KEPT_SWITCHES = ['no-sandbox', 'disable-gpu'] as const

/** @param dataDir the folder that was named on the command line; null for the usual one */
export function startCommand(dataDir: string | null): StartCommand {
  const switches = KEPT_SWITCHES.filter((name) => app.commandLine.hasSwitch(name)).map((name) => `--${name}`)
  // In development the program is Electron and the app is its argument. An AppImage runs from a folder that is gone later.
  const project = app.isPackaged ? [] : [app.getAppPath()]
  const folder = dataDir === null ? [] : [`--data-dir=${dataDir}`]
  return {
    program: process.env['APPIMAGE'] ?? process.execPath,
    args: [...switches, ...project, '--hidden', ...folder]
  }
}
