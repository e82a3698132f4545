import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MachineMemory } from '../engine/ports'

/** Machine and folder ids are UUIDs; anything else is no file name of ours. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What this computer remembers about data folders: its own id and, by folder, how often the engine was started on it.
 * The folder must not be inside of a data folder, or a backup would bring the memory back with the rest.
 *
 * @returns undefined when the place cannot be used: then Loa starts without, and recognises no copies
 */
export async function openMachineMemory(folder: string): Promise<MachineMemory | undefined> {
  try {
    await mkdir(folder, { recursive: true })
    const machineId = await ownId(folder)
    return UUID.test(machineId) ? memoryIn(folder, machineId) : undefined
  } catch {
    return undefined
  }
}

/** Made once, complete or not at all: of two processes that start together, one makes it and both read it. */
async function ownId(folder: string): Promise<string> {
  const file = join(folder, 'machine-id')
  const known = await textOf(file)
  if (known !== null) return known
  const temporary = await written(file, randomUUID())
  await link(temporary, file).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  })
  await rm(temporary)
  return (await textOf(file)) ?? ''
}

function memoryIn(folder: string, machineId: string): MachineMemory {
  const fileOf = (folderId: string) => (UUID.test(folderId) ? join(folder, `starts-${folderId}`) : null)
  return {
    machineId,
    async startsOf(folderId) {
      const file = fileOf(folderId)
      const starts = file === null ? 0 : Number(await textOf(file).catch(() => null))
      return Number.isSafeInteger(starts) && starts > 0 ? starts : 0
    },
    async remember(folderId, starts) {
      const file = fileOf(folderId)
      if (file === null) return
      // What is not remembered only means that an older copy passes for the present one next time.
      await written(file, String(starts))
        .then((temporary) => rename(temporary, file))
        .catch(() => undefined)
    }
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Writes a temporary file beside `file`, flushed to the disk, and gives its name. */
async function written(file: string, text: string): Promise<string> {
  const temporary = `${file}.${randomUUID()}.new`
  const handle = await open(temporary, 'wx')
  try {
    await handle.writeFile(`${text}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return temporary
}
