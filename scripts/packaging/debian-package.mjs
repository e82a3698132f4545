import debian from 'electron-installer-debian'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageFacts } from './package-facts.mjs'
import { runInstaller } from './run-installer.mjs'

/** What the executable is linked against or calls; a `t64` is what newer systems call the same library. */
const DEPENDS = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libasound2 | libasound2t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libdrm2',
  'libgbm1',
  'libxss1',
  'xdg-utils'
]

/** Asks for what Loa needs, instead of what any app might: Loa has no wastebasket. */
class DebianInstaller extends debian.Installer {
  /** @override */
  async generateDefaults() {
    await super.generateDefaults()
    Object.assign(this.defaults, { depends: DEPENDS, recommends: ['libsecret-1-0'], suggests: [] })
    return this.defaults
  }
}

/**
 * Packs a folder as a .deb. Needs dpkg and fakeroot.
 * @param {import('./package-facts.mjs').PackageNeeds} needs
 * @returns {Promise<string>} the file
 */
export async function packDeb(needs) {
  mkdirSync(needs.output, { recursive: true })
  const installer = new DebianInstaller({
    ...packageFacts(needs),
    arch: 'amd64',
    section: 'net',
    // xz makes it a tenth smaller and takes forty times as long; dpkg knows zstd since Debian 12 and Ubuntu 18.04.
    compression: 'zstd',
    rename: (/** @type {string} */ dest) => join(dest, '<%= name %>_<%= version %>_<%= arch %>.deb')
  })
  return runInstaller(installer)
}
