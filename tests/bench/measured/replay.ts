import { createWriteStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ledgerFolder } from '../../../src/engine/ledger/ledger-folder'
import { LEDGER_SCHEMA_VERSION } from '../../../src/engine/ledger/ledger-record'
import type { LedgerLine } from '../../support/engine/data-folder'
import { idOf, phoneOf } from '../../support/engine/records'
import { watchStalls } from '../measuring'
import { figureOf, type Measure, shareOf, took } from './figure'

const AT = '2026-01-05T02:00:00.000Z'
const CAMPAIGN = idOf(0xca_0001)
const RUN = `${CAMPAIGN}_manual_bench`

/** Everybody of a run by WhatsApp: three records each. */
function* linesOf(people: number): Generator<string> {
  const line = (record: LedgerLine) => JSON.stringify(record) + '\n'
  yield line({
    type: 'head',
    schema_version: LEDGER_SCHEMA_VERSION,
    run_id: RUN,
    campaign_id: CAMPAIGN,
    campaign_name: 'Bench',
    trigger: 'manual',
    slot: null,
    text: 'Hello',
    flow: ['whatsapp'],
    gateway: { id: 'custom', base_url: 'http://127.0.0.1:1', ai_call_url: '', user_id: '' },
    timeouts_s: { whatsapp: 5, telegram: 5, ai_call: 5 },
    started_at: AT
  })
  const everybody = Array.from({ length: people }, (_, number) => idOf(number + 1))
  for (const [number, contact_id] of everybody.entries())
    yield line({
      type: 'contact',
      contact_id,
      name: `Contact ${number}`,
      addresses: { whatsapp: { to: phoneOf(number) } }
    })
  yield line({ type: 'ready', contacts: people })
  for (const contact_id of everybody) {
    yield line({ type: 'sending', contact_id, channel: 'whatsapp', at: AT })
    yield line({
      type: 'outcome',
      contact_id,
      channel: 'whatsapp',
      at: AT,
      state: 'sent',
      status_code: 200,
      duration_ms: 20,
      answer: '{"success":true,"message":"accepted"}'
    })
  }
}

async function writtenLedger(folder: string, records: number) {
  const runs = join(folder, 'runs')
  await mkdir(runs)
  const people = Math.round(records / 3)
  const file = join(runs, `${RUN}.jsonl`)
  await pipeline(Readable.from(linesOf(people)), createWriteStream(file))
  const load = async () => {
    const opened = await ledgerFolder(runs).load(RUN)
    if (opened?.state.count('whatsapp', 'sent') !== people) throw new Error('Not everything was read')
  }
  return { file, load }
}

/** A ledger is read back as at the start of the app. */
export const measureReplay: Measure = async ({ size, rounds, folder }) => {
  const { file, load } = await writtenLedger(folder, size(100_000, 3_000))
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  const parse = () => lines.reduce((count, line) => count + (JSON.parse(line) === null ? 0 : 1), 0)
  parse()
  await load()
  const floors: number[] = []
  const reads: number[] = []
  const freezes: number[] = []
  for (let round = 0; round < rounds * 2; round += 1) {
    floors.push(await took(parse))
    const stalls = watchStalls()
    reads.push(await took(load))
    freezes.push(stalls.stop().longestMs)
  }
  return { '': figureOf(reads, floors, 'ms'), freeze: shareOf(freezes, 20) }
}

/** The same with a million: one round, which is long enough. */
export const measureLongReplay: Measure = async ({ size, folder }) => {
  const { load } = await writtenLedger(folder, size(1_000_000, 3_000))
  const stalls = watchStalls()
  await load()
  return { freeze: shareOf([stalls.stop().longestMs], 50) }
}
