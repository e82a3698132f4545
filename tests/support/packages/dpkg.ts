import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const DPKG = '/usr/bin/dpkg'

/** Runs dpkg; throws with what it said when it fails. */
export const dpkg = (...args: readonly string[]): string =>
  execFileSync(DPKG, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** Why Loa cannot be installed on this computer for a test; null when it can. */
export function whyNotInstalled(): string | null {
  if (!existsSync(DPKG)) return 'there is no dpkg'
  if (process.getuid?.() !== 0) return 'only root installs packages'
  if (spawnSync(DPKG, ['-s', 'loa']).status === 0) return 'a Loa is installed, and it is not the test’s'
  return null
}
