import { build, Platform } from 'electron-builder'
import { findProgram } from '../set-up/system-parts.mjs'
import { projectRoot } from '../set-up/project-paths.mjs'
import { keepSourceMaps, makeLinuxFolder, writePapers } from './app-folder.mjs'
import { builderConfig } from './builder-config.mjs'
import { packDeb } from './debian-package.mjs'
import { packRpm } from './redhat-package.mjs'

/** @typedef {Omit<import('./app-folder.mjs').FolderNeeds, 'version'>} DistNeeds */
/** @typedef {{ name: string, reason: string, ofThisSystem: boolean }} NotMade */
/** @typedef {{ made: string[], notMade: NotMade[] }} Packages */

/** What each system makes; the others are made on theirs. @type {Partial<Record<NodeJS.Platform, string[]>>} */
const KINDS = { linux: ['deb', 'rpm', 'AppImage'], win32: ['Windows installer'], darwin: ['macOS dmg'] }

/**
 * Makes every package for the system this runs on, and says which were not made and why.
 * @param {DistNeeds} needs
 * @returns {Promise<Packages>}
 */
export async function makePackages(needs) {
  const elsewhere = Object.entries(KINDS)
    .filter(([platform]) => platform !== process.platform)
    .flatMap(([, names]) => names.map((name) => notMade(name, 'it is built on its own system', false)))
  const here = process.platform === 'linux' ? await forLinux(needs) : await forThisSystem(needs)
  return { made: here.made, notMade: [...here.notMade, ...elsewhere] }
}

/** @param {DistNeeds} needs @returns {Promise<Packages>} */
async function forLinux(needs) {
  const folder = await makeLinuxFolder(needs)
  const { output } = needs
  /** @type {Packages} */
  const packages = { made: [], notMade: [] }
  for (const { name, program, pack } of [
    { name: 'deb', program: 'fakeroot', pack: packDeb },
    { name: 'rpm', program: 'rpmbuild', pack: packRpm }
  ]) {
    if (findProgram(program)) packages.made.push(await pack({ folder, output }))
    else packages.notMade.push(notMade(name, `there is no ${program}`, true))
  }
  try {
    const config = builderConfig({ ...configNeeds(needs), papers: '' })
    // Of the same folder as the others.
    const files = await build({
      projectDir: projectRoot,
      prepackaged: folder,
      linux: ['AppImage'],
      publish: 'never',
      config
    })
    packages.made.push(...files)
  } catch (error) {
    // Its tools come from GitHub, which not every computer reaches.
    packages.notMade.push(notMade('AppImage', firstLine(error), true))
  }
  return packages
}

/** Windows or macOS. @param {DistNeeds} needs @returns {Promise<Packages>} */
async function forThisSystem(needs) {
  keepSourceMaps(needs.output)
  const papers = await writePapers(needs.output, needs.electron.version)
  const made = await build({
    projectDir: projectRoot,
    targets: Platform.current().createTarget(),
    publish: 'never',
    // A universal app is made of two Electrons, an installer for ARM of another one than is here: all are downloaded.
    config: builderConfig({ ...configNeeds(needs), papers })
  })
  return { made, notMade: [] }
}

/** @param {DistNeeds} needs */
function configNeeds({ identity, updates = null, electron, output }) {
  return { identity, updates, electronVersion: electron.version, output }
}

/** @type {(name: string, reason: string, ofThisSystem: boolean) => NotMade} */
function notMade(name, reason, ofThisSystem) {
  return { name, reason, ofThisSystem }
}

/** @param {unknown} error */
function firstLine(error) {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
