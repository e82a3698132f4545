import { _electron } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findElectron } from '../electron/electron-runtime.mjs'
import { sandboxFlags } from '../launch/sandbox.mjs'
import { projectRoot } from '../set-up/project-paths.mjs'
import { SetupError } from '../set-up/setup-error.mjs'

/** @typedef {(drawing: string, size: number) => Promise<Buffer>} Draw an SVG file as a PNG of so many pixels a side */

/**
 * Draws in the Chromium that Loa runs in. Needs a display.
 * @param {(draw: Draw) => Promise<void>} task
 */
export async function withDrawing(task) {
  const electron = findElectron()
  if (electron === null) throw new SetupError('There is no Electron.', 'Run `npm run setup` first')
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    args: [...sandboxFlags(), join(projectRoot, 'scripts', 'icons')]
  })
  try {
    const page = await app.firstWindow()
    await task(async (drawing, size) => {
      const svg = await readFile(drawing, 'utf8')
      return Buffer.from(await page.evaluate(drawnAsPng, { svg, size }), 'base64')
    })
  } finally {
    await app.close()
  }
}

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
