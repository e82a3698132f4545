import { app } from 'electron'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { autostartFile, type LoginStart } from './autostart-file'
import { startCommand } from './start-command'

/**
 * Start at log-in as this system does it: a file on Linux, the registry on Windows, the log-in items of macOS.
 *
 * @param dataDir the folder that was named on the command line; null for the usual one
 */
export function openStartAtLogin(dataDir: string | null): LoginStart {
  const command = startCommand(dataDir)
  if (process.platform === 'linux') {
    return autostartFile(join(configHome(process.env), 'autostart', 'loa.desktop'), {
      command: [command.program, ...command.args],
      folder: dataDir ?? ''
    })
  }
  // macOS starts the app itself and takes no arguments; it says afterwards that it was started at log-in.
  const item = process.platform === 'win32' ? { path: command.program, args: [...command.args] } : {}
  const isOn = () => {
    const { openAtLogin, executableWillLaunchAtLogin: isLeftOn } = app.getLoginItemSettings(item)
    // Windows' task manager switches an item off and leaves it where it is.
    return openAtLogin && (process.platform !== 'win32' || isLeftOn)
  }
  const set = (on: boolean) => app.setLoginItemSettings({ ...item, openAtLogin: on })
  return {
    isOn: () => Promise.resolve(isOn()),
    set: (on) => Promise.resolve(set(on)),
    // Windows keeps a path, and only knows the item by it: one of another place is not ours to change.
    repair: () => Promise.resolve()
  }
}

/** Was the app started by the system at log-in, where it cannot say so with `--hidden`? */
export const wasStartedAtLogin = (): boolean =>
  process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin

/** By the XDG Base Directory Specification: a relative value is ignored. */
function configHome({ XDG_CONFIG_HOME: folder }: NodeJS.ProcessEnv): string {
  return folder !== undefined && isAbsolute(folder) ? folder : join(homedir(), '.config')
}
