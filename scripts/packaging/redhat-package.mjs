import redhat from 'electron-installer-redhat'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../set-up/project-paths.mjs'
import { packageFacts } from './package-facts.mjs'
import { runInstaller } from './run-installer.mjs'

/** What the executable is linked against or calls, by both names where distributions differ. */
const REQUIRES = [
  'gtk3',
  '(libnotify or libnotify4)',
  '(nss or mozilla-nss)',
  '(alsa-lib or libasound2)',
  'at-spi2-core',
  'libdrm',
  '(mesa-libgbm or libgbm1)',
  '(libXScrnSaver or libXss1)',
  'util-linux',
  'xdg-utils'
]

/**
 * With a spec of our own: the usual one lets rpmbuild strip the executables, which are then not those that were tested, and
 * loses the right of the sandbox's helper to run as root.
 */
class RedhatInstaller extends redhat.Installer {
  /** @override */
  async generateDefaults() {
    await super.generateDefaults()
    Object.assign(this.defaults, { requires: REQUIRES })
    return this.defaults
  }

  /** @override */
  async createSpec() {
    const template = join(projectRoot, 'packaging', 'linux', 'loa.spec.ejs')
    return this.createTemplatedFile(template, this.specPath)
  }
}

/**
 * Packs a folder as a .rpm. Needs rpmbuild.
 * @param {import('./package-facts.mjs').PackageNeeds} needs
 * @returns {Promise<string>} the file
 */
export async function packRpm(needs) {
  mkdirSync(needs.output, { recursive: true })
  const installer = new RedhatInstaller({
    ...packageFacts(needs),
    arch: 'x86_64',
    license: 'MIT',
    rename: (/** @type {string} */ dest) =>
      join(dest, '<%= name %>-<%= version %>-<%= revision %>.<%= arch %>.rpm')
  })
  return runInstaller(installer)
}
