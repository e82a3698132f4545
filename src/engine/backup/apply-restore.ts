import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ledgerRecordSchema } from '../ledger/ledger-record'
import { completeLines, linesIn } from '../ledger/ledger-reader'
import { flushFolder, replaceFile } from '../store/durable-file'
import { isoOf } from '../system-clock'
import { BACKED_UP, ledgerEntry, runOfEntry } from './backup-format'
import { backupValues, bytesOf, presentFiles, readAnyVersion } from './data-values'
import { mergeValues } from './merge-values'
import {
  readOrder,
  readReady,
  removeMarker,
  type RestoreFolder,
  restoreFolderIn,
  type RestoreReady,
  writeReady
} from './restore-folder'

/** What became of a restore that was asked for: `failed` has left everything as it was. */
export type RestoreEnd =
  | { readonly kind: 'none' }
  /** `made_at`: when the backup was made, where that is known. */
  | { readonly kind: 'done'; readonly made_at: string | undefined }
  | { readonly kind: 'failed'; readonly detail: string }

/**
 * Finishes what a restore has left, before anything of the data folder is opened: the folder is the old one or the new
 * one, never a mixture. While the new files are being made the old ones are whole and nothing has been moved; from the
 * moment they are all on the disk (`ready.json`) they are moved into their places, at the next start if need be.
 * Rejects when they cannot be moved: then the engine must not start.
 */
export async function applyRestore(dataFolder: string, nowMs: number): Promise<RestoreEnd> {
  const folder = restoreFolderIn(dataFolder)
  if ((await readReady(folder)) !== null) return move(dataFolder, folder)
  const order = await readOrder(folder)
  if (order === null) {
    // What was checked and not wanted, or cut off while it was unpacked. On a read-only disk it may lie.
    await rm(folder.path, { recursive: true, force: true }).catch(() => undefined)
    return { kind: 'none' }
  }
  try {
    const files = await make(dataFolder, folder, isoOf(nowMs))
    await writeReady(folder, { at: isoOf(nowMs), made_at: order.made_at, files })
  } catch (error) {
    await removeMarker(folder, 'order')
    await rm(folder.path, { recursive: true, force: true }).catch(() => undefined)
    return { kind: 'failed', detail: (error as NodeJS.ErrnoException).code ?? String(error) }
  }
  return move(dataFolder, folder)
}

/** Makes the new files beside the old ones, all of them flushed. Gives what is to be moved where. */
async function make(dataFolder: string, folder: RestoreFolder, at: string): Promise<RestoreReady['files']> {
  await mkdir(folder.made, { recursive: true })
  const then = await backupValues(folder.unpacked)
  if (!then.ok) throw new Error(then.error.code)
  const values = mergeValues(await presentFiles(dataFolder), then.value, at)
  for (const name of BACKED_UP) {
    await replaceFile(join(folder.made, name), await bytesOf(name, values[name]), null)
  }
  const state = { ...(await readAnyVersion(dataFolder, 'state.json')), restored: true }
  await replaceFile(join(folder.made, 'state.json'), await bytesOf('state.json', state), null)
  await flushFolder(folder.path)
  const files = [...BACKED_UP, 'state.json'].map((name) => ({ from: `made/${name}`, to: name }))
  return [...files, ...(await ledgersToBring(dataFolder, folder))]
}

/**
 * The ledgers that only the backup has. A run that is here stays as it is: its ledger has only grown since, and what was
 * sent since must stay known. One whose head was never finished knows of nothing. They stay where they are until they
 * are moved for good: one that was lost on the way would let its run be sent twice.
 */
async function ledgersToBring(dataFolder: string, folder: RestoreFolder): Promise<RestoreReady['files']> {
  const brought: RestoreReady['files'] = []
  for (const runId of await unpackedRuns(folder)) {
    const to = `runs/${runId}.jsonl`
    if (await hasBegun(join(dataFolder, to))) continue
    const from = join(folder.unpacked, ledgerEntry(runId))
    await flushFolder(dirname(from))
    brought.push({ from: `unpacked/${ledgerEntry(runId)}`, to })
  }
  return brought
}

/** The runs whose ledgers were in the backup. */
export async function unpackedRuns({ unpacked }: RestoreFolder): Promise<string[]> {
  const runs = join(unpacked, 'runs')
  const campaigns = await namesIn(runs)
  const names = await Promise.all(
    campaigns.map(async (campaign) => {
      const files = await namesIn(join(runs, campaign))
      return files.flatMap((file) => runOfEntry(`runs/${campaign}/${file}`) ?? [])
    })
  )
  return names.flat()
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })

/** Does the ledger have a whole head? Only then something may have been sent. */
export async function hasBegun(ledger: string): Promise<boolean> {
  try {
    for await (const lines of completeLines(ledger)) {
      for (const line of linesIn(lines)) {
        if (!line.includes('"type":"ready"')) continue
        if (ledgerRecordSchema.safeParse(JSON.parse(line.toString('utf8'))).success) return true
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && !(error instanceof SyntaxError)) throw error
  }
  return false
}

/** Moves the new files into their places. Every step can be done again: what was moved already is not there any more. */
async function move(dataFolder: string, folder: RestoreFolder): Promise<RestoreEnd> {
  const { files, made_at } = (await readReady(folder)) ?? { files: [], made_at: undefined }
  // First: without it nothing can make the new files a second time, out of what is here by then.
  await removeMarker(folder, 'order')
  for (const { from, to } of files) {
    const place = join(dataFolder, to)
    await mkdir(dirname(place), { recursive: true })
    await rename(join(folder.path, from), place).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    })
    // The version before would pass for the last good copy of the new one.
    await rm(`${place}.bak`, { force: true })
  }
  await mkdir(join(dataFolder, 'runs'), { recursive: true })
  await flushFolder(join(dataFolder, 'runs'))
  await flushFolder(dataFolder)
  await removeMarker(folder, 'ready')
  await rm(folder.path, { recursive: true, force: true }).catch(() => undefined)
  return { kind: 'done', made_at }
}
