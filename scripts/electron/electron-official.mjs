import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderBytes } from '../set-up/folder-bytes.mjs'
import { runStep } from '../set-up/progress.mjs'
import { cacheRoot, projectRoot } from '../set-up/project-paths.mjs'
import { runCaptured } from '../set-up/run-captured.mjs'
import { readStamp, removeStamp, writeStamp } from '../set-up/stamp-file.mjs'
import { withTemporaryFolder } from '../set-up/temporary-folder.mjs'

const PROBE_TIMEOUT_MS = 5_000
const STALL_LIMIT_MS = 30_000
const RETRY_AFTER_MS = 24 * 3_600_000

/** The version of the `electron` package in node_modules. */
export function officialVersion(root = projectRoot) {
  return String(JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version)
}

/**
 * The official Electron, when its own installer has completed: that writes path.txt last.
 * @param {string} [root]
 * @returns {{ executablePath: string, version: string, source: 'official' } | null}
 */
export function findOfficialElectron(root = projectRoot) {
  const folder = join(root, 'node_modules/electron')
  try {
    const version = readFileSync(join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '')
    const executablePath = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    if (version !== officialVersion(root) || !existsSync(executablePath)) return null
    return { executablePath, version, source: 'official' }
  } catch {
    return null
  }
}

/**
 * True when the download failed within the last day; it is then not tried again where there is a fallback.
 * @param {string} version
 */
export function officialFailedLately(version) {
  const sinceMs = Date.now() - Date.parse(readStamp(failureStamp(version))?.at)
  return sinceMs >= 0 && sinceMs < RETRY_AFTER_MS
}

/**
 * Runs Electron's own installer, which downloads from GitHub (or ELECTRON_MIRROR) and tests the checksum.
 * @param {string} [root]
 * @returns {Promise<string>} the empty string, or why there is no official Electron now
 */
export async function installOfficialElectron(root = projectRoot) {
  const version = officialVersion(root)
  const reason = (await canDownload(version))
    ? await runInstaller(root, version)
    : 'GitHub could not be reached'
  if (reason) writeStamp(failureStamp(version), { at: new Date().toISOString(), reason })
  else removeStamp(failureStamp(version))
  return reason
}

/** @param {string} version */
function failureStamp(version) {
  return join(cacheRoot(), 'electron', `official-${version}-failed.json`)
}

/**
 * @param {string} root
 * @param {string} version
 */
function runInstaller(root, version) {
  const folder = join(root, 'node_modules/electron')
  return withTemporaryFolder(tmpdir(), 'loa-electron-', async (temporary) => {
    /** @type {NodeJS.ProcessEnv} */
    const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary }
    delete env.ELECTRON_OVERRIDE_DIST_PATH
    const measureBytes = () => folderBytes(temporary)
    // Unpacking fills another folder than downloading: both are signs of life.
    const measureAll = async () => (await measureBytes()) + (await folderBytes(join(folder, 'dist')))
    const install = async () => {
      const options = { env, stallLimitMs: STALL_LIMIT_MS, measureBytes: measureAll }
      const { output } = await runCaptured(process.execPath, [join(folder, 'install.js')], options)
      if (!findOfficialElectron(root)) throw new Error(output.trim().split('\n')[0] || 'its installer failed')
    }
    return runStep(`Downloading Electron ${version}`, install, { measureBytes }).then(
      () => '',
      (error) => String(error.message)
    )
  })
}

/** @param {string} version */
function releaseUrl(version) {
  return `https://github.com/electron/electron/releases/download/v${version}`
}

/**
 * Finding out that GitHub is out of reach takes the installer minutes, a probe five seconds at most. It says nothing
 * where the installer would not go to GitHub directly, or has the file already.
 * @param {string} version
 */
async function canDownload(version) {
  const elsewhere = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'ELECTRON_GET_USE_PROXY']
  if (elsewhere.some((name) => process.env[name]) || isInInstallersCache(version)) return true
  const url = `${releaseUrl(version)}/SHASUMS256.txt`
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS)
    return (await fetch(url, { method: 'HEAD', redirect: 'manual', signal })).status < 400
  } catch {
    return false
  }
}

/**
 * Electron's installer keeps what it downloaded, in a folder named after the release's address.
 * @param {string} version
 */
function isInInstallersCache(version) {
  const userCache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  const folder = createHash('sha256').update(releaseUrl(version)).digest('hex')
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`
  return existsSync(join(process.env.electron_config_cache ?? join(userCache, 'electron'), folder, file))
}
