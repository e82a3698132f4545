import { readFile, rename, writeFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { WindowPlace } from './window-place'

/** Far more than any desktop: what lies beyond is no place. */
const FARTHEST_PX = 100_000

/** Where the window was when it was last seen. */
export interface PlaceMemory {
  readonly place: WindowPlace | null
  /** Resolves when the place is written down. Never rejects: a place that is not kept is no reason to stop. */
  keep(place: WindowPlace): Promise<void>
}

/**
 * Remembers the place as long as the app runs.
 *
 * @param write keeps it for longer; without it nothing stays
 */
export function placeMemory(
  first: WindowPlace | null,
  write: (place: WindowPlace) => Promise<void> = () => Promise.resolve()
): PlaceMemory {
  let last = first
  return {
    get place() {
      return last
    },
    keep(place) {
      last = place
      return write(place)
    }
  }
}

/**
 * Reads the place from a file; content that is none is as good as no file. The file belongs outside of the data folder:
 * in a backup it would carry the place to a computer with other screens.
 */
export async function openPlaceMemory(file: string): Promise<PlaceMemory> {
  let writing: Promise<void> = Promise.resolve()
  const write = async (place: WindowPlace) => {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(`${file}.new`, JSON.stringify(place))
    await rename(`${file}.new`, file)
  }
  return placeMemory(
    await placeIn(file),
    (place) => (writing = writing.then(() => write(place)).catch(() => undefined))
  )
}

async function placeIn(file: string): Promise<WindowPlace | null> {
  try {
    const { x, y, width, height, maximized } = JSON.parse(
      await readFile(file, 'utf8')
    ) as Partial<WindowPlace>
    const isPlace =
      isWithin(x, -FARTHEST_PX) && isWithin(y, -FARTHEST_PX) && isWithin(width, 1) && isWithin(height, 1)
    return isPlace && typeof maximized === 'boolean' ? { x, y, width, height, maximized } : null
  } catch {
    return null
  }
}

/** A schema would say it in less, and be loaded before there is a window. */
const isWithin = (value: unknown, least: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= FARTHEST_PX
