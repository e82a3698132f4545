import fc from 'fast-check'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRecords } from '../../../src/engine/ledger/ledger-reader'
import { type LedgerRecord, ledgerRecordSchema } from '../../../src/engine/ledger/ledger-record'
import { parseRecord } from '../../../src/engine/ledger/read-record'
import { CHANNEL_IDS } from '../../../src/shared/domain/channel'
import { idOf } from '../../support/engine/records'
import { after } from '../../support/runs/ledger-lines'

const RUNS = Number(process.env['READ_RECORD_PROPERTY_RUNS'] ?? 3_000)

type Json = Record<string, unknown>

/** What the schema alone makes of a line: nothing is checked by hand here. */
function bySchema(line: string): LedgerRecord | null {
  try {
    return ledgerRecordSchema.parse(JSON.parse(line))
  } catch {
    return null
  }
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const idArbitrary = fc.nat(5).map((number) => idOf(number + 1))

const addressArbitrary = fc.record({
  to: fc.string(),
  skip: maybe(fc.constantFrom('no_address', 'duplicate'))
})

const reasonArbitrary = fc.record({
  code: fc.constantFrom('timeout', 'http_error', 'refused_by_gateway'),
  detail: maybe(fc.string())
})

const ofDelivery = {
  contact_id: idArbitrary,
  channel: fc.constantFrom(...CHANNEL_IDS),
  at: fc.nat(10_000_000_000).map(after)
}

const ofAnswer = {
  status_code: maybe(fc.constantFrom(200, 429, 500)),
  duration_ms: maybe(fc.nat(500)),
  answer: maybe(fc.string())
}

/** Lines as Loa writes them, of the kinds that are checked by hand and of others. */
const recordArbitrary: fc.Arbitrary<Json> = fc.oneof(
  fc.record({
    type: fc.constant('contact'),
    contact_id: idArbitrary,
    name: fc.string(),
    addresses: fc.dictionary(fc.constantFrom(...CHANNEL_IDS), addressArbitrary, { noNullPrototype: true }),
    values: maybe(fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }))
  }),
  fc.record({ type: fc.constant('sending'), ...ofDelivery }),
  fc.record({
    type: fc.constant('outcome'),
    ...ofDelivery,
    state: fc.constantFrom('sent', 'failed', 'unknown', 'skipped'),
    reason: maybe(reasonArbitrary),
    ...ofAnswer
  }),
  fc.record({ type: fc.constant('requeued'), ...ofDelivery, reason: fc.constantFrom('busy', 'held') }),
  fc.record({ type: fc.constant('ready'), contacts: fc.nat(5) }),
  fc.record({ type: fc.constant('finished'), at: ofDelivery.at })
)

/** What stands in a line after something else than Loa has changed it. */
const strangeArbitrary = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1.5,
    true,
    [],
    {},
    ['whatsapp'],
    'sent',
    'sending',
    'contact',
    'outcome',
    'email',
    'toString',
    { to: '1' },
    idOf(0xabc).toUpperCase(),
    idOf(1) + '\n',
    idOf(1).slice(1)
  ),
  fc.constantFrom(
    '2026-02-28T23:59:59.999Z',
    '2026-02-29T00:00:00.000Z',
    '2028-02-29T00:00:00.000Z',
    '2026-04-31T00:00:00.000Z',
    '2026-12-31T00:00:00.000Z',
    '2026-01-05T24:00:00.000Z',
    '2026-01-05T02:00:00Z',
    '2026-01-05T02:00:00.0000001Z',
    '2026-01-05T02:00:00.000+07:00',
    '2026-13-05T02:00:00.000Z',
    '2026-00-05T02:00:00.000Z'
  ),
  fc.jsonValue({ maxDepth: 2 })
)

/** By its path in a line: a field, or one within. */
const KEYS = [
  'type',
  'contact_id',
  'name',
  'addresses',
  'values',
  'channel',
  'at',
  'state',
  'reason',
  'status_code',
  'duration_ms',
  'answer',
  'whatsapp',
  'to',
  'skip',
  'code',
  'detail',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'more'
]

interface Change {
  readonly within: string | null
  readonly key: string
  /** Undefined takes the field away. */
  readonly to: unknown
  readonly isFirst: boolean
}

const changeArbitrary: fc.Arbitrary<Change> = fc.record({
  within: fc.option(fc.constantFrom('addresses', 'whatsapp', 'values', 'reason')),
  key: fc.constantFrom(...KEYS),
  to: maybe(strangeArbitrary),
  isFirst: fc.boolean()
})

function changed(value: unknown, { within, key, to, isFirst }: Change): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value)
  if (within !== null)
    return Object.fromEntries(
      entries.map(([name, each]) => [
        name,
        changed(each, { within: name === within ? null : within, key, to, isFirst })
      ])
    )
  const others = entries.filter(([name]) => name !== key)
  if (to === undefined) return Object.fromEntries(others)
  return Object.fromEntries(isFirst ? [[key, to], ...others] : [...others, [key, to]])
}

const lineArbitrary = fc.tuple(recordArbitrary, fc.array(changeArbitrary, { maxLength: 2 })).map(
  // As a line says it: what is undefined is not there.
  ([record, changes]) => JSON.stringify(changes.reduce<unknown>(changed, JSON.parse(JSON.stringify(record))))
)

describe('a line of a ledger', () => {
  it('is read as its schema reads it, whatever was changed in it, to the order of its keys', () =>
    fc.assert(
      fc.property(lineArbitrary, (line) => {
        const read = parseRecord(line)
        const expected = bySchema(line)
        expect(read).toEqual(expected)
        expect(JSON.stringify(read)).toBe(JSON.stringify(expected))
      }),
      { numRuns: RUNS }
    ))

  it('is read as its schema reads it, with every strange value in every place', () => {
    const whole = [
      {
        type: 'contact',
        contact_id: idOf(1),
        name: 'Lan',
        addresses: { whatsapp: { to: '1', skip: 'duplicate' } },
        values: { first_name: 'Lan' }
      },
      { type: 'sending', contact_id: idOf(1), channel: 'whatsapp', at: after(0) },
      {
        type: 'outcome',
        contact_id: idOf(1),
        channel: 'whatsapp',
        at: after(0),
        state: 'failed',
        reason: { code: 'timeout', detail: 'none' },
        status_code: 500,
        duration_ms: 20,
        answer: '{}'
      }
    ]
    const strange = fc.sample(strangeArbitrary, { numRuns: 150, seed: 1 })
    for (const record of whole) {
      for (const within of [null, 'addresses', 'whatsapp', 'values', 'reason']) {
        for (const key of KEYS) {
          for (const to of [undefined, ...strange]) {
            const line = JSON.stringify(changed(record, { within, key, to, isFirst: false }))
            expect(JSON.stringify(parseRecord(line)), line).toBe(JSON.stringify(bySchema(line)))
          }
        }
      }
    }
  })

  it('holds no number that is too large for one', () =>
    expect(
      parseRecord(
        `{"type":"outcome","contact_id":"${idOf(1)}","channel":"whatsapp","at":"${after(0)}","state":"sent","duration_ms":1e999}`
      )
    ).toBeNull())
})

/** Lines cut at their ends, one by one, each a text of its own. */
function readPlainly(bytes: Buffer) {
  const records: LedgerRecord[] = []
  let damaged = false
  let start = 0
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    const record = bySchema(bytes.subarray(start, end).toString('utf8'))
    if (record === null) damaged = true
    else records.push(record)
    start = end + 1
  }
  return { records, extent: { goodBytes: start, damaged } }
}

describe('a ledger with broken bytes in it', () => {
  it('is read as its lines are, one by one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loa-ledger-'))
    const file = join(folder, 'ledger.jsonl')
    const nameArbitrary = fc
      .array(
        fc.oneof(
          // The beginnings of letters of two, three and four bytes, their ends, and bytes of no letter at all.
          fc.constantFrom([0xc3], [0xe1, 0xbb], [0xf0, 0x9f, 0x98], [0x80], [0xff], [0xed, 0xa0, 0x80]),
          fc.constantFrom('Đào', '😀', 'é', 'a', '\\n', '\u2028').map((text) => [...Buffer.from(text)])
        ),
        { maxLength: 6 }
      )
      .map((parts) => Buffer.from(parts.flat()))
    const bytesArbitrary = fc
      .array(
        fc.oneof(
          nameArbitrary.map((name) =>
            Buffer.concat([
              Buffer.from(`{"type":"contact","contact_id":"${idOf(1)}","addresses":{},"name":"`),
              name,
              Buffer.from('"}\n')
            ])
          ),
          nameArbitrary.map((name) => Buffer.concat([name, Buffer.from('\n')])),
          lineArbitrary.map((line) => Buffer.from(line + '\n'))
        )
      )
      .chain((lines) => fc.tuple(fc.constant(Buffer.concat(lines)), nameArbitrary))
      .map((parts) => Buffer.concat(parts))
    try {
      await fc.assert(
        fc.asyncProperty(bytesArbitrary, async (bytes) => {
          await writeFile(file, bytes)
          const records: LedgerRecord[] = []
          const extent = await readRecords(file, (record) => records.push(record))
          expect({ records, extent }).toEqual(readPlainly(bytes))
        }),
        { numRuns: RUNS / 10 }
      )
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('is read as its lines are where a piece of the file ends in the middle of a line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loa-ledger-'))
    const file = join(folder, 'ledger.jsonl')
    const line = (number: number) =>
      JSON.stringify({
        type: 'contact',
        contact_id: idOf(number),
        name: 'Đào 😀'.repeat(number % 50),
        addresses: {}
      })
    const bytes = Buffer.from(
      Array.from(
        { length: 4_000 },
        (_, number) => (number % 999 === 998 ? 'no line' : line(number)) + '\n'
      ).join('') + '{"torn'
    )
    try {
      await writeFile(file, bytes)
      const records: LedgerRecord[] = []
      const extent = await readRecords(file, (record) => records.push(record))
      expect({ records, extent }).toEqual(readPlainly(bytes))
      expect(extent?.damaged).toBe(true)
      expect(records.length).toBe(3_996)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
