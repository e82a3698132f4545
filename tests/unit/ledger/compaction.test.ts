import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ledgerFolder } from '../../../src/engine/ledger/ledger-folder'
import type { DeliveryRecord, LedgerRecord } from '../../../src/engine/ledger/ledger-record'
import { CHANNEL_IDS, type ChannelId } from '../../../src/shared/domain/channel'
import { idOf } from '../../support/engine/records'
import { after, frozenContact, headOf, line, RUN_ID } from '../../support/runs/ledger-lines'

const PEOPLE = [frozenContact(1), frozenContact(2)]
const HEAD: LedgerRecord[] = [headOf(), ...PEOPLE, { type: 'ready', contacts: 2 }]
const FINISHED: LedgerRecord = { type: 'finished', at: after(99_999) }

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loa-compaction-'))
  file = join(folder, `${RUN_ID}.jsonl`)
})

afterEach(() => rm(folder, { recursive: true }))

const textOf = (records: readonly object[]) => records.map((record) => JSON.stringify(record) + '\n').join('')

/** What is left of these lines about deliveries. */
async function leftOf(records: readonly LedgerRecord[]): Promise<LedgerRecord[]> {
  await writeFile(file, textOf([...HEAD, ...records, FINISHED]))
  await ledgerFolder(folder).compact(RUN_ID)
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1)
  const left = lines.map((text) => JSON.parse(text) as LedgerRecord)
  expect(left.slice(0, HEAD.length)).toEqual(HEAD)
  expect(left.at(-1)).toEqual(FINISHED)
  return left.slice(HEAD.length, -1)
}

const sent = (ms: number, of = {}) => line('outcome', ms, { state: 'sent', duration_ms: 5 }, of)
const unknown = (ms: number) => line('outcome', ms, { state: 'unknown', duration_ms: 5 })

describe('a finished ledger loses', () => {
  it('the intent of a delivery that was asked for once: its outcome says how long it took', async () => {
    expect(await leftOf([line('sending', 0, {}), sent(5)])).toEqual([sent(5)])
    expect(await leftOf([line('sending', 0, {}), unknown(5)])).toEqual([unknown(5)])
  })

  it('nothing of a delivery that had to wait and was asked for again', async () => {
    const records = [
      line('sending', 0, {}),
      line('requeued', 1, { reason: 'busy', status_code: 429, answer: 'later' }),
      line('sending', 2, {}),
      line('requeued', 3, { reason: 'held' }),
      line('sending', 4, {}),
      sent(9)
    ]
    expect(await leftOf(records)).toEqual(records)
  })

  it('nothing of a delivery that was sent again on the operator’s word', async () => {
    const records = [
      line('sending', 0, {}),
      unknown(5),
      line('again', 6, {}),
      line('sending', 7, {}),
      sent(12)
    ]
    expect(await leftOf(records)).toEqual(records)
  })

  it('nothing of a request that was cut off: only its intent says when it left', async () => {
    const cutOff = line('outcome', 50, { state: 'unknown', reason: { code: 'interrupted' } })
    const records = [line('sending', 0, {}), cutOff]
    expect(await leftOf(records)).toEqual(records)
  })

  it('no decision, and nothing about other deliveries', async () => {
    const telegram = { channel: 'telegram' as const }
    const other = { contact_id: idOf(2) }
    const claimed = line('claimed', 20, { by: `${RUN_ID}_retry` })
    const arrived = line('arrived', 21, {}, other)
    const records = [
      line('sending', 0, {}),
      line('sending', 0, {}, telegram),
      line('requeued', 1, { reason: 'unreachable' }, telegram),
      sent(5),
      line('sending', 6, {}, telegram),
      sent(11, telegram),
      claimed,
      arrived
    ]
    expect(await leftOf(records)).toEqual(records.slice(1))
  })
})

describe('a finished ledger', () => {
  it('is the same run after it, and a second time nothing is left to do', () =>
    fc.assert(
      fc.asyncProperty(livesArbitrary(), async (lives) => {
        const records = lives.flat()
        await writeFile(file, textOf([...HEAD, ...records, FINISHED]))
        const ledgers = ledgerFolder(folder)
        const before = await ledgers.load(RUN_ID)
        await ledgers.compact(RUN_ID)
        const once = await ledgers.load(RUN_ID)
        expect(once?.state.summary()).toEqual(before?.state.summary())
        for (const { contact_id } of PEOPLE) {
          for (const channel of CHANNEL_IDS) {
            const entry = once?.state.entry(contact_id, channel)
            expect(entry).toEqual(before?.state.entry(contact_id, channel))
          }
        }
        const { mtimeMs, size } = await stat(file)
        await ledgers.compact(RUN_ID)
        expect(await stat(file)).toMatchObject({ mtimeMs, size })
      }),
      { numRuns: 100 }
    ))

  it('is left alone when a line of it cannot be read', async () => {
    const text = textOf([...HEAD, line('sending', 0, {})]) + '{"type":"sen\n' + textOf([sent(5)])
    await writeFile(file, text)
    await ledgerFolder(folder).compact(RUN_ID)
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  it('keeps what a newer version wrote into a line that it keeps', async () => {
    const line = `{"type":"outcome","contact_id":"${idOf(1)}","channel":"whatsapp","at":"${after(5)}","state":"sent","new":1}\n`
    await writeFile(file, textOf([...HEAD, sending('telegram'), sent(1, { channel: 'telegram' })]) + line)
    await ledgerFolder(folder).compact(RUN_ID)
    expect(await readFile(file, 'utf8')).toBe(textOf([...HEAD, sent(1, { channel: 'telegram' })]) + line)
  })
})

const sending = (channel: ChannelId) => line('sending', 0, {}, { channel })

/** The lines of several deliveries; no delivery has two lives. */
const livesArbitrary = () =>
  fc.uniqueArray(lifeArbitrary(), {
    maxLength: 4,
    selector: ([line]) => `${line?.contact_id} ${line?.channel}`
  })

/** All lines about one delivery, as a run writes them. */
function lifeArbitrary(): fc.Arbitrary<DeliveryRecord[]> {
  const requests = fc.array(fc.constantFrom('busy', 'unreachable', 'held', 'again'), { maxLength: 4 })
  return fc
    .tuple(
      fc.constantFrom(1, 2),
      fc.constantFrom(...CHANNEL_IDS),
      requests,
      fc.constantFrom('sent', 'failed', 'unknown', 'cut off')
    )
    .map(([number, channel, before, end]) => {
      const of = { contact_id: idOf(number), channel }
      const records = before.flatMap((what, index) => {
        const ms = index * 10
        const intent = line('sending', ms, {}, of)
        if (what !== 'again') {
          return [intent, line('requeued', ms + 5, { reason: what }, of)]
        }
        const nobodyKnows = line('outcome', ms + 5, { state: 'unknown', duration_ms: 5 }, of)
        return [intent, nobodyKnows, line('again', ms + 6, {}, of)]
      })
      const state = end === 'cut off' ? 'unknown' : (end as 'sent')
      const last = line('outcome', 205, { state, ...(end !== 'cut off' && { duration_ms: 5 }) }, of)
      return [...records, line('sending', 200, {}, of), last]
    })
}
