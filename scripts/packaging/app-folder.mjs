import { build } from 'electron-builder'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { outFolder, projectRoot } from '../set-up/project-paths.mjs'
import { SetupError } from '../set-up/setup-error.mjs'
import { builderConfig } from './builder-config.mjs'
import { wrongFuses } from './fuses.mjs'
import { licenceText, shippedPackages } from './licences.mjs'
import { makeSbom } from './sbom.mjs'

/**
 * @typedef {object} FolderNeeds
 * @property {string} output where everything goes; what an earlier build left there is replaced
 * @property {import('./build-identity.mjs').BuildIdentity} identity
 * @property {{ feed: string, publicKey: string } | null} [updates]
 * @property {import('../electron/electron-runtime.mjs').ElectronRuntime} electron
 * @property {string} [version] instead of package.json's
 */

/**
 * Makes the app as a folder for Linux, fuses set and read back: what every package for Linux is made of, so that what is
 * tested is what is released. The app must have been built into `out`. Source maps, licences and the SBOM lie beside it.
 * @param {FolderNeeds} needs
 * @returns {Promise<string>} the folder
 * @throws {SetupError}
 */
export async function makeLinuxFolder({ output, identity, updates = null, electron, version }) {
  const folder = join(output, 'linux-unpacked')
  rmSync(folder, { recursive: true, force: true })
  const papers = await writePapers(output, electron.version)
  writeUpdaterFile(papers, updates)
  keepSourceMaps(output)
  const electronDist = copyOfElectron(output, dirname(electron.executablePath))
  const needs = { identity, updates, electronDist, electronVersion: electron.version, output, papers }
  const config = builderConfig(needs)
  await build({
    projectDir: projectRoot,
    linux: ['dir'],
    publish: 'never',
    config: {
      ...config,
      extraMetadata: { ...config.extraMetadata, ...(version === undefined ? {} : { version }) },
      // What the packages for Debian and Red Hat show as the licence.
      extraFiles: [{ from: 'LICENSE', to: 'LICENSE' }]
    }
  })
  rmSync(electronDist, { recursive: true, force: true })
  const wrong = await wrongFuses(join(folder, 'loa'))
  if (wrong.length > 0)
    throw new SetupError(`These fuses are not as they should be: ${wrong.join(', ')}.`, 'Do not ship it.')
  return folder
}

/**
 * An Electron to be taken apart. electron-builder makes hard links at times, and setting fuses would then change the
 * Electron that everything else here runs on. The loader of the fallback (scripts/electron) stays behind.
 * @param {string} output
 * @param {string} electronDist
 */
function copyOfElectron(output, electronDist) {
  const copy = join(output, 'electron')
  const left = ['app', 'default_app.asar'].map((name) => join(electronDist, 'resources', name))
  rmSync(copy, { recursive: true, force: true })
  cpSync(electronDist, copy, {
    recursive: true,
    filter: (path) => !left.includes(path) && !path.endsWith('.loa-complete')
  })
  return copy
}

/**
 * The licences of what is inside and the list of it.
 * @param {string} output
 * @param {string} electronVersion
 * @returns {Promise<string>} their folder
 */
export async function writePapers(output, electronVersion) {
  const folder = join(output, 'papers')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'LICENSES.packages.txt'), licenceText(shippedPackages()))
  writeFileSync(join(folder, 'sbom.cdx.json'), await makeSbom(electronVersion))
  return folder
}

/**
 * Puts the source maps of the build beside the packages: with them a stack trace of a user can be read.
 * @param {string} output
 */
export function keepSourceMaps(output) {
  const target = join(output, 'source-maps')
  rmSync(target, { recursive: true, force: true })
  for (const file of readdirSync(outFolder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.map')) continue
    mkdirSync(dirname(join(target, file)), { recursive: true })
    cpSync(join(outFolder, file), join(target, file))
  }
}

/**
 * What electron-updater wants to find in a package: above all, what its folder for downloads is called. The address is in
 * package.json, beside the key.
 * @param {string} papers
 * @param {{ feed: string } | null} updates
 */
export function writeUpdaterFile(papers, updates) {
  const file = join(papers, 'app-update.yml')
  rmSync(file, { force: true })
  if (updates === null) return
  writeFileSync(
    file,
    `provider: generic\nurl: ${JSON.stringify(updates.feed)}\nupdaterCacheDirName: loa-updater\n`
  )
}

/** The version in package.json. */
export function projectVersion() {
  return String(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version)
}
