import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runCaptured } from '../set-up/run-captured.mjs'
import { SetupError } from '../set-up/setup-error.mjs'
import { findProgram } from '../set-up/system-parts.mjs'

/**
 * Chromium refuses to run its sandbox as root. Only scripts of this folder ever pass this, and only as root; the
 * app itself never turns its sandbox off.
 * @returns {string[]}
 */
export function sandboxFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/**
 * What stands in the way of Chromium's sandbox for an ordinary user on Linux: it needs user namespaces, which some
 * systems (Ubuntu 24.04 among them) keep from programs they don't know, or the setuid helper beside the executable.
 * @param {string} executablePath
 * @returns {Promise<SetupError | undefined>}
 */
export async function sandboxProblem(executablePath) {
  if (sandboxFlags().length > 0) return undefined
  const helper = join(dirname(executablePath), 'chrome-sandbox')
  const { uid, mode } = statSync(helper, { throwIfNoEntry: false }) ?? { uid: -1, mode: 0 }
  if (uid === 0 && (mode & 0o4000) !== 0) return undefined
  const unshare = findProgram('unshare')
  if (!unshare || (await runCaptured(unshare, ['--user', '--map-root-user', 'true'])).status === 0)
    return undefined
  return new SetupError(
    "This system keeps user namespaces from ordinary programs, so Electron's sandbox cannot start.",
    `Run this once, then run the command again:\n\n  sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"\n`
  )
}
