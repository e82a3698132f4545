import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FrozenContact, LedgerHead, LedgerRecord } from '../../../src/engine/ledger/ledger-record'
import { ledgerFolder } from '../../../src/engine/ledger/ledger-folder'
import { readRecords } from '../../../src/engine/ledger/ledger-reader'
import { openLedgerWriter } from '../../../src/engine/ledger/ledger-writer'
import { policiesSchema } from '../../../src/shared/domain/campaign'
import { settleInterrupted } from '../../../src/engine/runner/recover-run'

const AT = '2026-03-10T09:00:00.000Z'
const PERSON = '0123456789abcdef01234567'
const RUN = `${PERSON}_20260310T090000_UTC`

const head: LedgerHead = {
  type: 'head',
  schema_version: 4,
  run_id: RUN,
  campaign_id: PERSON,
  campaign_name: 'Name',
  trigger: 'schedule',
  slot: null,
  text: 'Hello',
  texts: {},
  placeholders: false,
  missing_values: 'skip',
  flow: ['whatsapp', 'telegram', 'ai_call'],
  gateway: { id: 'custom', base_url: '', ai_call_url: '', user_id: '' },
  timeouts_s: { whatsapp: 30, telegram: 30, ai_call: 30 },
  policies: policiesSchema.parse({}),
  timezone: 'UTC',
  started_at: AT
}
const PLACES = { whatsapp: { to: '1' }, telegram: { to: 'a' }, ai_call: { to: '1' } }
const person: FrozenContact = { type: 'contact', contact_id: PERSON, name: 'John', addresses: PLACES }
const sending = (channel: 'whatsapp' | 'telegram'): LedgerRecord => ({
  type: 'sending',
  contact_id: PERSON,
  channel,
  at: AT
})
const lines = (...records: LedgerRecord[]) => records.map((record) => JSON.stringify(record) + '\n').join('')

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loa-ledger-'))
  file = join(folder, `${RUN}.jsonl`)
})

afterEach(() => rm(folder, { recursive: true }))

describe('reading a ledger', () => {
  it('leaves a torn last line out and says where the good part ends', async () => {
    const good = lines(head, person, { type: 'ready', contacts: 1 })
    await writeFile(file, good + '{"type":"sending","contact_id":"0123')
    expect(await readRecords(file, () => undefined)).toMatchObject({
      goodBytes: Buffer.byteLength(good),
      damaged: false
    })
  })

  it('says that a line in the middle is damaged, also when its bytes are no text', async () => {
    await writeFile(file, lines(head, person))
    await appendFile(file, Buffer.from([0xff, 0xfe, 0x0a]))
    await appendFile(file, lines({ type: 'ready', contacts: 1 }))
    const text = await readRecords(file, () => undefined)
    expect(text).toMatchObject({ damaged: true, goodBytes: (await readFile(file)).length })
  })

  it('gives null for a file that is not there', async () =>
    expect(await readRecords(file, () => undefined)).toBeNull())
})

describe('writing a ledger', () => {
  it('acknowledges a record only when it is in the file, and keeps the order', async () => {
    const writer = await openLedgerWriter(file, 0)
    writer.append(head)
    await writer.commit(person)
    expect(await readFile(file, 'utf8')).toBe(lines(head, person))
    await Promise.all([writer.commit(sending('whatsapp')), writer.commit(sending('telegram'))])
    await writer.close()
    expect(await readFile(file, 'utf8')).toBe(lines(head, person, sending('whatsapp'), sending('telegram')))
  })

  it('cuts a torn line off before it goes on', async () => {
    await writeFile(file, lines(head) + '{"torn')
    const writer = await openLedgerWriter(file, Buffer.byteLength(lines(head)))
    await writer.commit(person)
    await writer.close()
    expect(await readFile(file, 'utf8')).toBe(lines(head, person))
  })
})

describe('a folder of ledgers', () => {
  it('starts a run once: a complete head is never overwritten, an incomplete one counts as none', async () => {
    const ledgers = ledgerFolder(folder)
    await writeFile(file, lines(head, person))
    expect(await ledgers.load(RUN)).toBeNull()
    const created = await ledgers.create(head, [person])
    await created?.journal.close()
    expect(created?.state.summary().counts.queued).toBe(3)
    const before = await readFile(file, 'utf8')
    expect(await ledgers.create(head, [])).toBeNull()
    expect(await readFile(file, 'utf8')).toBe(before)
    expect(await ledgers.list()).toEqual([RUN])
  })
})

describe('after a crash', () => {
  async function recovered(...records: LedgerRecord[]) {
    await writeFile(file, lines(head, person, { type: 'ready', contacts: 1 }, ...records))
    const ledgers = ledgerFolder(folder)
    const opened = (await ledgers.load(RUN))!
    const journal = await ledgers.reopen(RUN, opened.goodBytes)
    for (const record of settleInterrupted(opened, false, AT)) journal.append(record)
    await journal.close()
    const again = (await ledgers.load(RUN))!
    return head.flow.map((channel) => again.state.entry(PERSON, channel).state)
  }

  it('what was under way is unknown, what was queued goes on, an outcome stays', async () => {
    const sent: LedgerRecord = { ...sending('whatsapp'), type: 'outcome', state: 'sent' } as LedgerRecord
    expect(await recovered(sending('whatsapp'), sent, sending('telegram'))).toEqual([
      'sent',
      'unknown',
      'queued'
    ])
  })

  it('in a damaged ledger nothing without an outcome goes on: a lost line could hide a request', async () => {
    const damaged = { type: 'sending', contact_id: 'x' } as unknown as LedgerRecord
    expect(await recovered(damaged)).toEqual(['unknown', 'unknown', 'unknown'])
  })
})
