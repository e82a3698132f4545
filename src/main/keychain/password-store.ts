import type { CommandLine } from 'electron'

const SWITCH = 'password-store'

/**
 * Linux desktops all speak Secret Service, and Chromium believes it of some of them only: elsewhere it would encrypt with
 * a key that everybody knows. Call it before the app is ready; what the operator says on the command line stays.
 */
export function useSecretService(commandLine: CommandLine): void {
  if (process.platform === 'linux' && !commandLine.hasSwitch(SWITCH)) {
    commandLine.appendSwitch(SWITCH, 'gnome-libsecret')
  }
}
