import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync
} from 'node:fs'
import { join } from 'node:path'
import { FALLBACK_PIN } from './electron-fallback-pin.mjs'
import { fetchFallback } from './electron-fallback-fetch.mjs'
import { withFolderLock } from '../set-up/folder-lock.mjs'
import { cacheRoot, projectRoot } from '../set-up/project-paths.mjs'
import { readStamp } from '../set-up/stamp-file.mjs'
import { withTemporaryFolder } from '../set-up/temporary-folder.mjs'

/** @typedef {import('./electron-fallback-pin.mjs').FallbackPin} FallbackPin */

const UNPACK_PREFIX = '.unpack-'
const LOADER_FOLDER = join(projectRoot, 'scripts', 'electron', 'loader')
const LOADER_FILES = ['main.cjs', 'package.json']

/** The fallback exists for one platform only. */
export function fallbackIsPossible() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * The fallback Electron in the cache, when it is complete and has this checkout's loader. Reads a few small files.
 * @param {string} [electronRoot]
 * @param {FallbackPin} [pin]
 * @returns {{ executablePath: string, version: string, source: 'fallback' } | null}
 */
export function findFallbackElectron(electronRoot = join(cacheRoot(), 'electron'), pin = FALLBACK_PIN) {
  const folder = runtimeFolder(electronRoot, pin)
  if (!fallbackIsPossible() || !isComplete(folder, pin) || !hasLoader(folder)) return null
  return { executablePath: join(folder, 'electron'), version: pin.electronVersion, source: 'fallback' }
}

/**
 * Puts the fallback into the cache, unless it is there. It is assembled beside its place and renamed, so that an
 * interrupted or failed attempt leaves nothing that could be taken for a runtime.
 * @param {string} [electronRoot]
 * @param {FallbackPin} [pin]
 */
export async function installFallbackElectron(
  electronRoot = join(cacheRoot(), 'electron'),
  pin = FALLBACK_PIN
) {
  await withFolderLock(join(electronRoot, '.lock'), async () => {
    removeLeftovers(electronRoot)
    const folder = runtimeFolder(electronRoot, pin)
    if (!isComplete(folder, pin)) {
      await withTemporaryFolder(electronRoot, UNPACK_PREFIX, async (temporary) => {
        const unpacked = await fetchFallback(pin, temporary)
        if (existsSync(folder)) renameSync(folder, join(temporary, 'replaced'))
        renameSync(unpacked, folder)
      })
    }
    if (!hasLoader(folder)) putLoader(electronRoot, folder)
  })
}

/**
 * @param {string} electronRoot
 * @param {FallbackPin} pin
 */
function runtimeFolder(electronRoot, pin) {
  return join(electronRoot, `${pin.electronVersion}-linux-x64`)
}

/**
 * The marker is written after both digests were right; the size catches a file that was cut later.
 * @param {string} folder
 * @param {FallbackPin} pin
 */
function isComplete(folder, pin) {
  const marker = readStamp(join(folder, '.loa-complete'))
  const executable = statSync(join(folder, 'electron'), { throwIfNoEntry: false })
  return marker?.executableSha256 === pin.executableSha256 && marker.executableBytes === executable?.size
}

/** @param {string} folder */
function hasLoader(folder) {
  return LOADER_FILES.every((name) => {
    const placed = join(folder, 'resources', 'app', name)
    return existsSync(placed) && readFileSync(placed).equals(readFileSync(join(LOADER_FOLDER, name)))
  })
}

/**
 * @param {string} electronRoot
 * @param {string} folder
 */
function putLoader(electronRoot, folder) {
  const temporary = join(electronRoot, `${UNPACK_PREFIX}loader-${process.pid}`)
  const place = join(folder, 'resources', 'app')
  mkdirSync(temporary, { recursive: true })
  for (const name of LOADER_FILES) cpSync(join(LOADER_FOLDER, name), join(temporary, name))
  rmSync(place, { recursive: true, force: true })
  renameSync(temporary, place)
}

/** Whatever a killed set-up left; only the holder of the lock may call this. @param {string} electronRoot */
function removeLeftovers(electronRoot) {
  for (const name of readdirSync(electronRoot)) {
    if (name.startsWith(UNPACK_PREFIX)) rmSync(join(electronRoot, name), { recursive: true, force: true })
  }
}
