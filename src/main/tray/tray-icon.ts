import { type NativeImage, nativeImage } from 'electron'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TrayMood } from './tray-mood'

/** The pictures of one icon by how sharp the screen is: pixels for each scale. */
const SCALES: Readonly<Record<'win32' | 'linux', readonly (readonly [scale: number, pixels: number])[]>> = {
  win32: [
    [1, 16],
    [1.5, 24],
    [2, 32],
    [3, 48]
  ],
  // A StatusNotifier host is sent the first of them alone and scales it, so that one has to be large enough.
  linux: [
    [1, 24],
    [2, 48]
  ]
}

/** @param folder where the pictures are that scripts/draw-icons.mjs has drawn */
export function trayIcon(folder: string, mood: TrayMood): NativeImage {
  // macOS colours a picture whose name ends in Template itself, for light and dark menu bars, and finds @2x.
  if (process.platform === 'darwin') return nativeImage.createFromPath(join(folder, `${mood}Template.png`))
  const image = nativeImage.createEmpty()
  for (const [scaleFactor, pixels] of SCALES[process.platform === 'win32' ? 'win32' : 'linux']) {
    const buffer = readFileSync(join(folder, `${mood}-${pixels}.png`))
    image.addRepresentation({ scaleFactor, width: pixels, height: pixels, buffer })
  }
  return image
}
