import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { folderBytes } from './folder-bytes.mjs'
import { NPM_RETRY_FLAGS, npmCommand } from './npm-command.mjs'
import { npmFailure } from './npm-failure.mjs'
import { runStep } from './progress.mjs'
import { projectRoot } from './project-paths.mjs'
import { runCaptured } from './run-captured.mjs'
import { readStamp, writeStamp } from './stamp-file.mjs'

/** What npm says when another npm works in the same folder: one whose set-up was killed outlives it for a while. */
const DISTURBED = /\b(ENOTEMPTY|EEXIST|EBUSY|TAR_ENTRY_ERROR)\b/
const ATTEMPTS = 4
const ATTEMPT_GAP_MS = 5_000

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * True when node_modules is what package-lock.json asks for. A tree that somebody installed with npm by hand is
 * recognised by npm's own record of it, and stamped.
 * @param {string} [root]
 */
export function npmDependenciesReady(root = projectRoot) {
  const stampFile = join(root, 'node_modules', '.loa-setup')
  const wanted = lockStamp(root)
  if (readStamp(stampFile) === wanted) return existsSync(join(root, 'node_modules', '.bin'))
  const installed = readStamp(join(root, 'node_modules', '.package-lock.json'))
  const locked = readStamp(join(root, 'package-lock.json'))
  if (!installed || !locked || !sameTree(locked.packages, installed.packages)) return false
  writeStamp(stampFile, wanted)
  return true
}

/**
 * Runs `npm ci`. Its output is shown only when it fails.
 * @param {string} [root]
 */
export async function installNpmDependencies(root = projectRoot) {
  const wanted = lockStamp(root)
  const measureBytes = () => folderBytes(join(root, 'node_modules'))
  await runStep('Installing npm dependencies', () => npmCi(root, 1), { measureBytes })
  writeStamp(join(root, 'node_modules', '.loa-setup'), wanted)
}

/**
 * @param {string} root
 * @param {number} attempt
 * @returns {Promise<void>}
 */
async function npmCi(root, attempt) {
  const flags = ['--no-audit', '--no-fund', '--include=dev', '--prefer-offline', ...NPM_RETRY_FLAGS]
  const npm = npmCommand(['ci', ...flags])
  const { status, output } = await runCaptured(npm.command, npm.args, { cwd: root, shell: npm.shell })
  if (status === 0) return
  if (attempt === ATTEMPTS || !DISTURBED.test(output)) {
    throw npmFailure('The npm dependencies could not be installed.', output)
  }
  await wait(ATTEMPT_GAP_MS)
  await npmCi(root, attempt + 1)
}

/**
 * True when the installed tree holds exactly the locked packages; only optional ones (other platforms) may be absent.
 * @param {Record<string, LockedPackage>} locked `packages` of package-lock.json
 * @param {Record<string, LockedPackage>} installed `packages` of node_modules/.package-lock.json
 */
export function sameTree(locked, installed) {
  /** @param {[string, LockedPackage]} entry */
  const isAsLocked = ([path, wanted]) => {
    // The entry without a path is the project itself, which npm does not record as installed.
    if (path === '') return true
    const found = installed[path]
    if (!found) return wanted.optional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  }
  return Object.keys(installed).every((path) => path in locked) && Object.entries(locked).every(isAsLocked)
}

/**
 * Native modules differ by platform, so a checkout that two systems share must not count as installed on both.
 * @param {string} root
 */
function lockStamp(root) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}
