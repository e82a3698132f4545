import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '../../shared/domain/primitives'
import { flushFolder, replaceFile } from '../store/durable-file'

/** Where a backup is unpacked and the new files are made, inside the data folder: a rename does not cross disks. */
export interface RestoreFolder {
  readonly path: string
  /** The checked content of the backup. */
  readonly unpacked: string
  /** The files as they will be, while they are being made. */
  readonly made: string
  /** The operator's yes. Until it is there, what lies here means nothing. */
  readonly order: string
  /** The new files are whole: from here on the restore is finished, whatever happens. */
  readonly ready: string
}

export function restoreFolderIn(dataFolder: string): RestoreFolder {
  const path = join(dataFolder, 'restore')
  return {
    path,
    unpacked: join(path, 'unpacked'),
    made: join(path, 'made'),
    order: join(path, 'order.json'),
    ready: join(path, 'ready.json')
  }
}

const orderSchema = z.object({
  schema_version: z.literal(1),
  at: z.string(),
  /** When the backup was made; an older Loa did not write it down. */
  made_at: instantSchema.optional()
})
const readySchema = orderSchema.extend({
  /** What to move from where in the restore folder to where in the data folder. */
  files: z.array(z.object({ from: z.string(), to: z.string() }))
})

export type RestoreOrder = z.infer<typeof orderSchema>
export type RestoreReady = z.infer<typeof readySchema>

/** The operator's yes, or null. */
export const readOrder = (folder: RestoreFolder): Promise<RestoreOrder | null> =>
  read(folder.order, orderSchema)

/** What is to be moved, or null while the new files are not whole. */
export const readReady = (folder: RestoreFolder): Promise<RestoreReady | null> =>
  read(folder.ready, readySchema)

/** Durable when it resolves. */
export const writeOrder = (
  folder: RestoreFolder,
  order: Omit<RestoreOrder, 'schema_version'>
): Promise<void> =>
  replaceFile(folder.order, JSON.stringify({ schema_version: 1, ...order } satisfies RestoreOrder), null)

/** Durable when it resolves. */
export const writeReady = (
  folder: RestoreFolder,
  ready: Omit<RestoreReady, 'schema_version'>
): Promise<void> =>
  replaceFile(folder.ready, JSON.stringify({ schema_version: 1, ...ready } satisfies RestoreReady), null)

/** Takes a marker away; durable when it resolves. */
export async function removeMarker(folder: RestoreFolder, marker: 'order' | 'ready'): Promise<void> {
  await rm(folder[marker], { force: true })
  await flushFolder(folder.path)
}

async function read<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  // Written by a rename, so it is whole; one that is not ours says nothing.
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
