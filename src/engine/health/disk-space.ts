import { statfs } from 'node:fs/promises'
import type { EngineHealth } from '../../shared/domain/health'

/** The disk that holds a folder; null when it does not answer. */
export async function diskSpace(folder: string): Promise<EngineHealth['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { free_bytes: bavail * bsize, total_bytes: blocks * bsize }
  } catch {
    return null
  }
}
