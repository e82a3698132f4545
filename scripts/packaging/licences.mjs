import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../set-up/project-paths.mjs'

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i

/**
 * @typedef {object} ShippedPackage
 * @property {string} name
 * @property {string} version
 * @property {string} licence as its package.json names it
 * @property {string} text its licence and notice files; empty when it has none
 */

/**
 * The npm packages whose code may be in the app: all that package-lock.json does not call a development one. A few of
 * them leave nothing behind in the bundle; their licence is shipped all the same.
 * @param {string} [root]
 * @returns {ShippedPackage[]} by name
 */
export function shippedPackages(root = projectRoot) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(
      ([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && existsSync(join(root, path))
    )
    .map(([path]) => shippedPackage(join(root, path)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** @param {string} folder @returns {ShippedPackage} */
function shippedPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => entry.name)
    .sort()
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
  return { name, version, licence: typeof license === 'string' ? license : (license?.type ?? ''), text }
}

/**
 * The file that is shipped: every package with its licence, in full.
 * @param {ShippedPackage[]} packages
 */
export function licenceText(packages) {
  const head =
    'Loa contains the packages below. Electron and Chromium have files of their own: LICENSE.electron.txt and\n' +
    'LICENSES.chromium.html.\n'
  const blocks = packages.map(({ name, version, licence, text }) => {
    const title = `${name} ${version} (${licence})`
    return `${title}\n${'-'.repeat(title.length)}\n\n${text || `Licence: ${licence}`}\n`
  })
  return [head, ...blocks].join('\n\n')
}
