import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The size of the virtual screen: fits the app's window with a margin, in pixels and bits a pixel. Without -noreset it begins anew
 * when the last program on it ends, and takes with it one that is just coming.
 */
const VIRTUAL_SCREEN = '-screen 0 1360x860x24 -noreset'
const BUS = 'dbus-run-session'

/**
 * True on Linux without a display, where programs with windows get a virtual one.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function needsVirtualDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/**
 * True when programs find a D-Bus session bus: by its variable or at the place where systemd puts it.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function hasSessionBus(env = process.env) {
  if (env.DBUS_SESSION_BUS_ADDRESS) return true
  return env.XDG_RUNTIME_DIR ? existsSync(join(env.XDG_RUNTIME_DIR, 'bus')) : false
}

/**
 * The command that runs another one with a display and a session bus: on a virtual screen with a bus of its own when
 * there is no display, with only a bus of its own when just that is missing, else unchanged.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {{ command: string, args: string[] }}
 */
export function desktopCommand(command, args, env = process.env, platform = process.platform) {
  const onBus = ['--', command, ...args]
  if (needsVirtualDisplay(env, platform)) {
    return { command: 'xvfb-run', args: ['-a', '-s', VIRTUAL_SCREEN, BUS, ...onBus] }
  }
  if (platform === 'linux' && !hasSessionBus(env)) return { command: BUS, args: onBus }
  return { command, args }
}
