import { _electron } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findElectron } from '../electron/electron-runtime.mjs'
import { runMain } from '../launch/main-script.mjs'
import { sandboxFlags } from '../launch/sandbox.mjs'
import { projectRoot } from '../set-up/project-paths.mjs'
import { SetupError } from '../set-up/setup-error.mjs'

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

// Draws resources/tray/*.png from the drawings beside them, in the Chromium that Loa runs in. Needs a display.
runMain(async () => {
  const electron = findElectron()
  if (electron === null) throw new SetupError('There is no Electron.', 'Run `npm run setup` first')
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    args: [...sandboxFlags(), join(projectRoot, 'scripts', 'icons')]
  })
  try {
    const page = await app.firstWindow()
    /** @type {(drawing: string, size: number, file: string) => Promise<void>} */
    const draw = async (drawing, size, file) => {
      const svg = await readFile(join(FOLDER, drawing), 'utf8')
      const base64 = await page.evaluate(drawnAsPng, { svg, size })
      await writeFile(join(FOLDER, file), Buffer.from(base64, 'base64'))
    }
    for (const mood of MOODS) {
      for (const size of SIZES) await draw(`${mood}.svg`, size, `${mood}-${size}.png`)
      for (const [name, size] of TEMPLATES) await draw(`${mood}-template.svg`, size, `${mood}${name}`)
    }
  } finally {
    await app.close()
  }
  return 0
})

/**
 * Runs in the window.
 * @param {{ svg: string, size: number }} drawing
 * @returns {Promise<string>} the bytes as base64
 */
/* global Image, document */
async function drawnAsPng({ svg, size }) {
  const picture = new Image(size, size)
  picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  canvas.getContext('2d')?.drawImage(picture, 0, 0, size, size)
  return canvas.toDataURL('image/png').replace(/^.*,/, '')
}
