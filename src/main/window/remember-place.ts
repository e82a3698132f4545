import { type BrowserWindow, screen } from 'electron'
import { coalesce } from '../coalesce'
import type { PlaceMemory } from './place-memory'
import { placeIn, type WindowPlace } from './window-place'

/** A window that is dragged moves at every frame; its place is written when it has come to rest. */
const REST_MS = 500

/** Where a new window opens, on the screens that are there now. */
export function placeNow({ place }: PlaceMemory): WindowPlace {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return placeIn(
    [main, ...others].map(({ workArea }) => workArea),
    place
  )
}

/**
 * Writes down where the window is, soon after each change.
 *
 * @returns writes what is not written yet
 */
export function rememberPlace(window: BrowserWindow, memory: PlaceMemory): () => Promise<void> {
  let isUnsaved = false
  const keep = async () => {
    later.cancel()
    if (!isUnsaved || window.isDestroyed()) return
    isUnsaved = false
    await memory.keep({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  }
  const later = coalesce(REST_MS, () => void keep())
  const onChange = () => {
    // Minimised and hidden windows have a place that nobody chose.
    if (window.isMinimized() || !window.isVisible()) return
    isUnsaved = true
    later.soon()
  }
  window.on('resize', onChange)
  window.on('move', onChange)
  window.on('maximize', onChange)
  window.on('unmaximize', onChange)
  return keep
}
