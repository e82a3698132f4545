import { runCaptured } from '../set-up/run-captured.mjs'
import { projectRoot } from '../set-up/project-paths.mjs'
import { SetupError } from '../set-up/setup-error.mjs'

/**
 * What a package says about itself. It lies in the package's own package.json, where the app finds it.
 * @typedef {object} BuildIdentity
 * @property {'release' | 'test'} kind
 * @property {string} commit what it was built of; empty where there is no git
 * @property {boolean} changed there were changes that no commit has
 */

/**
 * What the folder is that a package would be built of.
 * @param {string} [folder]
 * @returns {Promise<Pick<BuildIdentity, 'commit' | 'changed'>>}
 */
export async function sourceState(folder = projectRoot) {
  const head = await runCaptured('git', ['rev-parse', 'HEAD'], { cwd: folder })
  if (head.status !== 0) return { commit: '', changed: true }
  const changes = await runCaptured('git', ['status', '--porcelain'], { cwd: folder })
  return { commit: head.output.trim(), changed: changes.status !== 0 || changes.output.trim() !== '' }
}

/**
 * Stops a release that nobody could build again, or that would carry an Electron without security updates.
 * @param {Pick<BuildIdentity, 'commit' | 'changed'>} source
 * @param {import('../electron/electron-runtime.mjs').ElectronRuntime} electron
 * @throws {SetupError}
 */
export function requireReleasable({ commit, changed }, electron) {
  if (electron.source !== 'official') {
    throw new SetupError(
      `This is the fallback Electron ${electron.version}, which gets no security updates: it must not be released.`,
      'Build where GitHub can be reached, or make a package for testing: npm run dist -- --test-build'
    )
  }
  if (commit === '' || changed) {
    throw new SetupError(
      'There are changes that no commit has: nobody could build this release again.',
      'Commit or remove them (see git status), or make a package for testing: npm run dist -- --test-build'
    )
  }
}
