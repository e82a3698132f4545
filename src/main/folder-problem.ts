import { accessSync, constants, mkdirSync } from 'node:fs'

/** Why a data folder cannot be written to, as the system's error code; null when it can. */
export function folderProblem(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}
