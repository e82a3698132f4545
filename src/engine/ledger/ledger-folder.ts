import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { runIdSchema } from '../../shared/domain/run'
import type { Journal, Ledgers, OpenedLedger } from '../ports'
import { flushFolder, replaceFile } from '../store/durable-file'
import { Compaction } from './compact-ledger'
import type { FrozenContact, LedgerHead } from './ledger-record'
import { completeLines, linesIn, readRecords } from './ledger-reader'
import { openLedgerWriter } from './ledger-writer'
import { readPeopleOfRun } from './people-reader'
import { Replay } from './replay'
import { RunState } from './run-state'

const SUFFIX = '.jsonl'
const CONTACTS_A_WRITE = 1000
const NEWLINE = Buffer.from('\n')

/** The ledgers of a data folder, one file a run. */
export function ledgerFolder(folder: string): Ledgers {
  const fileOf = (runId: string) => join(folder, runId + SUFFIX)

  async function load(runId: string): Promise<OpenedLedger | null> {
    const replay = new Replay()
    const extent = await readRecords(fileOf(runId), (record) => replay.add(record))
    const state = extent && replay.run(extent)
    return extent && state ? { state, ...extent } : null
  }

  const isUnreadable = async (runId: string): Promise<boolean> => {
    const extent = await readRecords(fileOf(runId), () => undefined)
    return extent?.damaged === true && (await load(runId)) === null
  }

  return {
    load,
    isUnreadable,
    async scan(runId, onRecord) {
      await readRecords(fileOf(runId), onRecord)
    },
    loadPeople: async (runId, contactIds) =>
      (await readPeopleOfRun(fileOf(runId), contactIds))?.state ?? null,
    recordsOf: (runId, contactIds) => readPeopleOfRun(fileOf(runId), contactIds),

    async create(head, contacts) {
      if ((await load(head.run_id)) !== null || (await isUnreadable(head.run_id))) return null
      await writeHead(fileOf(head.run_id), head, contacts)
      await flushFolder(folder)
      return { state: new RunState(head, contacts), journal: await append(fileOf(head.run_id)) }
    },

    reopen: (runId, goodBytes) => openLedgerWriter(fileOf(runId), goodBytes),

    async compact(runId) {
      const file = fileOf(runId)
      const compaction = new Compaction()
      const extent = await readRecords(file, (record) => compaction.add(record))
      const overtaken = compaction.overtaken()
      if (extent === null || extent.damaged || overtaken.size === 0) return
      await replaceFile(file, linesWithout(file, overtaken), null)
    },

    remove: (runId) =>
      rm(fileOf(runId), { force: true }).then(
        () => true,
        () => false
      ),

    async list() {
      const names = await readdir(folder)
      return names
        .filter((name) => name.endsWith(SUFFIX))
        .map((name) => name.slice(0, -SUFFIX.length))
        .filter((name) => runIdSchema.safeParse(name).success)
    }
  }
}

async function append(file: string): Promise<Journal> {
  return openLedgerWriter(file, (await stat(file)).size)
}

/** The lines as they stand in the file but some, counted from 0. */
async function* linesWithout(file: string, overtaken: ReadonlySet<number>): AsyncGenerator<Buffer> {
  let line = 0
  for await (const lines of completeLines(file)) {
    const kept: Buffer[] = []
    for (const text of linesIn(lines)) {
      if (!overtaken.has(line)) kept.push(text, NEWLINE)
      line += 1
    }
    yield Buffer.concat(kept)
  }
}

const lineOf = (record: object): string => JSON.stringify(record) + '\n'

/** Writes and flushes the whole head. A crash before its last line leaves a head that counts as none. */
async function writeHead(file: string, head: LedgerHead, contacts: readonly FrozenContact[]): Promise<void> {
  const handle = await open(file, 'w')
  try {
    await handle.appendFile(lineOf(head))
    for (let from = 0; from < contacts.length; from += CONTACTS_A_WRITE) {
      const lines = contacts.slice(from, from + CONTACTS_A_WRITE).map(lineOf)
      await handle.appendFile(lines.join(''))
    }
    await handle.appendFile(lineOf({ type: 'ready', contacts: contacts.length }))
    await handle.sync()
  } catch (error) {
    // Nothing was sent, so it counts as none; on a full disk it would only take the room that the index needs.
    await handle.truncate(0).catch(() => undefined)
    throw error
  } finally {
    await handle.close()
  }
}
