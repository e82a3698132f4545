import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ledgerFolder } from '../../../src/engine/ledger/ledger-folder'
import type { LedgerRecord } from '../../../src/engine/ledger/ledger-record'
import { idOf } from '../../support/engine/records'
import { frozenContact, headOf, line, RUN_ID } from '../../support/runs/ledger-lines'

const HEAD: LedgerRecord[] = [
  headOf(),
  ...[1, 2, 3].map((number) => frozenContact(number)),
  { type: 'ready', contacts: 3 }
]
const second = { contact_id: idOf(2) }

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loa-people-'))
  file = join(folder, `${RUN_ID}.jsonl`)
})

afterEach(() => rm(folder, { recursive: true }))

const write = (...records: readonly LedgerRecord[]) =>
  writeFile(file, records.map((record) => JSON.stringify(record) + '\n').join(''))

describe('what a ledger says about somebody', () => {
  it('is their lines in order, and the state that they lead to', async () => {
    const own = [
      line('sending', 1, {}, second),
      line('requeued', 2, { reason: 'busy', status_code: 429 }, second),
      line('sending', 3, {}, second)
    ]
    await write(
      ...HEAD,
      line('sending', 0, {}),
      own[0]!,
      own[1]!,
      line('outcome', 2, { state: 'sent' }),
      own[2]!
    )
    const ledgers = ledgerFolder(folder)
    const told = await ledgers.recordsOf(RUN_ID, [idOf(2)])
    expect(told?.records).toEqual(own)
    expect(told?.state.contacts).toEqual([frozenContact(2)])
    const whole = (await ledgers.load(RUN_ID))?.state
    expect(told?.state.entry(idOf(2), 'whatsapp')).toEqual(whole?.entry(idOf(2), 'whatsapp'))
    expect(await ledgers.loadPeople(RUN_ID, [idOf(2)])).toEqual(told?.state)
  })

  it('is not what a line about somebody else says with their id in it', async () => {
    await write(...HEAD, line('outcome', 1, { state: 'failed', answer: `no ${idOf(2)}`, duration_ms: 1 }))
    const told = await ledgerFolder(folder).recordsOf(RUN_ID, [idOf(2)])
    expect(told?.records).toEqual([])
    expect(told?.state.summary().counts).toMatchObject({ queued: 3, failed: 0 })
  })

  it('leaves a torn last line out', async () => {
    await write(...HEAD, line('sending', 1, {}, second))
    await appendFile(file, `{"type":"outcome","contact_id":"${idOf(2)}"`)
    expect((await ledgerFolder(folder).recordsOf(RUN_ID, [idOf(2)]))?.records).toHaveLength(1)
  })

  it('is nothing without a complete head, and without a ledger', async () => {
    const ledgers = ledgerFolder(folder)
    expect(await ledgers.recordsOf(RUN_ID, [idOf(2)])).toBeNull()
    await write(...HEAD.slice(0, -1), line('sending', 1, {}, second))
    expect(await ledgers.recordsOf(RUN_ID, [idOf(2)])).toBeNull()
  })
})
