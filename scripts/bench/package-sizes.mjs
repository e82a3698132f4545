import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'
import { makeLinuxFolder } from '../packaging/app-folder.mjs'
import { sourceState } from '../packaging/build-identity.mjs'
import { packDeb } from '../packaging/debian-package.mjs'
import { folderBytes } from '../set-up/folder-bytes.mjs'

const BYTES_A_MIB = 1024 * 1024

/**
 * The folder and the .deb of Loa beside those of an app that shows an empty window, packaged alike.
 * @param {import('../electron/electron-runtime.mjs').ElectronRuntime} electron
 * @param {string} work an empty folder
 * @returns {Promise<import('./table.mjs').Figures>}
 */
export async function measurePackages(electron, work) {
  const identity = { kind: /** @type {const} */ ('test'), ...(await sourceState()) }
  const folder = await makeLinuxFolder({ output: work, electron, identity })
  const blank = await blankFolder(folder, join(work, 'blank'))
  return {
    'size/installed': figureOf(await folderBytes(folder), await folderBytes(blank)),
    'size/deb': figureOf(await debBytes(folder, work), await debBytes(blank, join(work, 'blank-deb')))
  }
}

/** @param {number} loa in bytes @param {number} floor in bytes */
const figureOf = (loa, floor) => ({
  loa: loa / BYTES_A_MIB,
  floor: floor / BYTES_A_MIB,
  ratio: loa / floor,
  unit: 'MiB'
})

/** @param {string} folder @param {string} copy */
async function blankFolder(folder, copy) {
  const own = ['app.asar', 'LICENSES.packages.txt', 'sbom.cdx.json'].map((name) =>
    join(folder, 'resources', name)
  )
  cpSync(folder, copy, { recursive: true, filter: (path) => !own.includes(path) })
  const app = `${copy}-app`
  mkdirSync(app)
  const { version, description, author } = JSON.parse(readFileSync('package.json', 'utf8'))
  const metadata = { name: 'loa', productName: 'Loa', version, description, author, main: 'main.js' }
  writeFileSync(join(app, 'package.json'), JSON.stringify(metadata))
  writeFileSync(
    join(app, 'main.js'),
    "const { app, BrowserWindow } = require('electron')\napp.whenReady().then(() => new BrowserWindow())\n"
  )
  await createPackage(app, join(copy, 'resources', 'app.asar'))
  rmSync(app, { recursive: true })
  return copy
}

/** @param {string} folder @param {string} output */
async function debBytes(folder, output) {
  return statSync(await packDeb({ folder, output })).size
}
