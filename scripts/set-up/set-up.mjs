import { join } from 'node:path'
import { buildApp, buildReady } from './app-build.mjs'
import { electronReady, ensureElectron, findElectron } from '../electron/electron-runtime.mjs'
import { withFolderLock } from './folder-lock.mjs'
import { installNpmDependencies, npmDependenciesReady } from './npm-dependencies.mjs'
import { outFolder } from './project-paths.mjs'
import { SetupError } from './setup-error.mjs'
import { ensureSystem, systemReady } from './system-setup.mjs'

/**
 * @typedef {object} SetupNeeds
 * @property {boolean} [build] the built app in `out`, up to date
 * @property {boolean} [tests] the system packages that only the tests need
 * @property {boolean} [packages] those that make packages of the app
 */

/**
 * Brings a checkout to where it can run: npm dependencies, Electron, system packages, the build. Each step is skipped
 * when it has nothing to do; all of them together then take well under a second, without network. Two set-ups at once
 * wait for each other.
 * @param {SetupNeeds} [needs]
 * @returns {Promise<import('../electron/electron-runtime.mjs').ElectronRuntime>}
 * @throws {SetupError}
 */
export async function ensureReady({ build = false, tests = false, packages = false } = {}) {
  requireNode()
  const steps = [
    { ready: () => npmDependenciesReady(), run: () => installNpmDependencies() },
    { ready: () => electronReady(), run: () => ensureElectron() },
    { ready: () => systemReady({ tests, packages }), run: () => ensureSystem({ tests, packages }) },
    ...(build ? [{ ready: buildReady, run: buildApp }] : [])
  ]
  if (!steps.every((step) => step.ready())) {
    const onWait = (/** @type {{ pid?: number } | undefined} */ owner) =>
      void process.stderr.write(
        `  Waiting for another set-up (process ${owner?.pid ?? 'unknown'}) to finish\n`
      )
    const runAll = async () => {
      for (const step of steps) if (!step.ready()) await step.run()
    }
    await withFolderLock(join(outFolder, '.loa-setup-lock'), runAll, { onWait })
  }
  const electron = findElectron()
  if (electron) return electron
  throw new SetupError('Electron is gone again.', 'Run `npm run setup`.')
}

/** Refuses a Node older than package.json's "engines" allow. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetupError(
    `Loa needs Node.js 20.19 or newer; this is ${process.versions.node}.`,
    'Install a current Node.js from https://nodejs.org and run the command again.'
  )
}
