import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ICON_SIZES } from '../packaging/builder-config.mjs'
import { projectRoot } from '../set-up/project-paths.mjs'
import { icnsOf, icoOf } from './icon-files.mjs'

const DRAWING = join(projectRoot, 'resources', 'icon.svg')
const FOLDER = join(projectRoot, 'packaging', 'icons')
/** The window's own icon. */
const WINDOW_SIZE = 512

/**
 * Draws the icon of the app in every size that a system asks for, and packs it for Windows and macOS.
 * @param {import('./drawing.mjs').Draw} draw
 */
export async function drawAppIcons(draw) {
  /** @type {Map<number, Buffer>} */
  const pictures = new Map()
  for (const size of ICON_SIZES) {
    const picture = await draw(DRAWING, size)
    pictures.set(size, picture)
    await writeFile(join(FOLDER, `${size}x${size}.png`), picture)
  }
  await writeFile(join(FOLDER, 'loa.ico'), icoOf(pictures))
  await writeFile(join(FOLDER, 'loa.icns'), icnsOf(pictures))
  await writeFile(join(projectRoot, 'resources', 'icon.png'), pictures.get(WINDOW_SIZE) ?? Buffer.alloc(0))
}
