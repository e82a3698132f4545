import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { availablePackages, hasApt, installCommand, installPackages } from './apt-packages.mjs'
import { hasSessionBus, needsVirtualDisplay } from '../launch/desktop.mjs'
import { findElectron } from '../electron/electron-runtime.mjs'
import { withFolderLock } from './folder-lock.mjs'
import { cacheRoot } from './project-paths.mjs'
import { sandboxProblem } from '../launch/sandbox.mjs'
import { SetupError } from './setup-error.mjs'
import { readStamp, writeStamp } from './stamp-file.mjs'
import { BUS_PARTS, DESKTOP_PARTS, HEADLESS_PARTS, PACKAGE_PARTS, TEST_PARTS } from './system-packages.mjs'
import { lookForParts, missingLibraries } from './system-parts.mjs'

/** @typedef {import('./system-packages.mjs').SystemPart} SystemPart */

/** What is to be done beyond running the app. @typedef {{ tests: boolean, packages: boolean }} SystemUse */

/**
 * True when an earlier look found everything for this Electron and all of it still exists.
 * @param {SystemUse} use
 */
export function systemReady(use) {
  if (process.platform !== 'linux') return true
  const { parts, executablePath } = needs(use)
  const seen = readStamp(stampFile())?.[stampKey(executablePath, parts)]
  return Array.isArray(seen) && seen.every((file) => existsSync(file))
}

/**
 * Installs the missing system packages with apt-get where this process may, else stops and names the command.
 * @param {SystemUse} use
 * @throws {SetupError}
 */
export async function ensureSystem(use) {
  const { parts, executablePath } = needs(use)
  let look = await lookAround(parts, executablePath)
  if (!look.complete && hasApt() && isRoot()) {
    const wanted = parts.map((part) => part.packages)
    await withFolderLock(join(cacheRoot(), 'apt.lock'), () => installPackages(wanted))
    look = await lookAround(parts, executablePath)
  }
  // Without its fonts the app runs, with plainer symbols: not a reason to stop an ordinary user.
  if (look.lacking.length > 0) throw await lackingError(look.lacking, parts)
  const problem = await sandboxProblem(executablePath)
  if (problem) throw problem
  const stamps = readStamp(stampFile()) ?? {}
  writeStamp(stampFile(), { ...stamps, [stampKey(executablePath, parts)]: look.files })
}

/** @param {SystemUse} use */
function needs(use) {
  const executablePath = findElectron()?.executablePath
  if (!executablePath)
    throw new SetupError('Electron is not installed.', 'Run `npm run setup` and try again.')
  const headless = needsVirtualDisplay()
  const parts = [
    ...DESKTOP_PARTS,
    ...(headless ? HEADLESS_PARTS : []),
    ...(headless || !hasSessionBus() ? BUS_PARTS : []),
    ...(use.tests ? TEST_PARTS : []),
    ...((use.tests || use.packages) && hasApt() ? PACKAGE_PARTS : [])
  ]
  return { parts, executablePath }
}

/**
 * @param {SystemPart[]} parts
 * @param {string} executablePath
 */
async function lookAround(parts, executablePath) {
  const { files, missing } = await lookForParts(parts)
  const unlinked = await missingLibraries(executablePath)
  const lacking = missing.filter((part) => part.kind !== 'font').map((part) => part.name)
  return {
    files,
    lacking: [...new Set([...lacking, ...unlinked])],
    complete: missing.length + unlinked.length === 0
  }
}

/**
 * @param {string[]} lacking
 * @param {SystemPart[]} parts
 */
async function lackingError(lacking, parts) {
  const message = `This system lacks what Loa needs to run: ${lacking.join(', ')}.`
  if (!hasApt())
    return new SetupError(message, 'Install the packages that bring them, then run the command again.')
  const packages = await availablePackages(parts.map((part) => part.packages))
  return new SetupError(
    message,
    `Run this once, then run the command again:\n\n  ${installCommand(packages)}\n`
  )
}

function isRoot() {
  return process.getuid?.() === 0
}

function stampFile() {
  return join(cacheRoot(), 'system-parts.json')
}

/**
 * @param {string} executablePath
 * @param {SystemPart[]} parts
 */
function stampKey(executablePath, parts) {
  return [executablePath, ...new Set(parts.map((part) => part.name))].join(' ')
}
