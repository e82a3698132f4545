import { readFile, rename, writeFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { WindowPlace } from './window-place'

/** Far more than any desktop: what lies beyond is no place. */
const FARTHEST_PX = 100_000

const coordinate = z.number().int().min(-FARTHEST_PX).max(FARTHEST_PX)
const extent = z.number().int().min(1).max(FARTHEST_PX)
const placeSchema = z.object({
  x: coordinate,
  y: coordinate,
  width: extent,
  height: extent,
  maximized: z.boolean()
})

/** Where the window was when it was last seen. */
export interface PlaceMemory {
  readonly place: WindowPlace | null
  /** Resolves when the place is written down. Never rejects: a place that is not kept is no reason to stop. */
  keep(place: WindowPlace): Promise<void>
}

/** A window that opens where it always does, and of which nothing stays. */
export const noPlaceMemory: PlaceMemory = { place: null, keep: () => Promise.resolve() }

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
  return {
    place: await placeIn(file),
    keep: (place) => (writing = writing.then(() => write(place)).catch(() => undefined))
  }
}

async function placeIn(file: string): Promise<WindowPlace | null> {
  try {
    return placeSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}
