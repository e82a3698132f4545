import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../set-up/project-paths.mjs'

/** What the icon says: one drawing each, and one in black for macOS, which colours it itself. */
const MOODS = ['idle', 'running', 'paused', 'attention']
/** The sizes at which panels show icons, in pixels. */
const SIZES = [16, 22, 24, 32, 48]
/** The menu bar of macOS: points, and pixels on a sharp screen. */
const TEMPLATES = /** @type {const} */ ([
  ['Template.png', 18],
  ['Template@2x.png', 36]
])

const FOLDER = join(projectRoot, 'resources', 'tray')

/** Draws resources/tray/*.png from the drawings beside them. @param {import('./drawing.mjs').Draw} draw */
export async function drawTrayIcons(draw) {
  /** @type {(drawing: string, size: number, file: string) => Promise<void>} */
  const save = async (drawing, size, file) =>
    writeFile(join(FOLDER, file), await draw(join(FOLDER, drawing), size))
  for (const mood of MOODS) {
    for (const size of SIZES) await save(`${mood}.svg`, size, `${mood}-${size}.png`)
    for (const [name, size] of TEMPLATES) await save(`${mood}-template.svg`, size, `${mood}${name}`)
  }
}
