import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../../src/engine/engine'
import { CHANNEL_IDS } from '../../../src/shared/domain/channel'
import { contactSchema } from '../../../src/shared/domain/contact'
import {
  type ContactFilter,
  contactFilterSchema,
  type ContactQuery,
  type ContactSort
} from '../../../src/shared/domain/contact-query'
import {
  importing,
  type Importing,
  NUMBER,
  NUMBER_E164,
  sheet,
  valueOf
} from '../../support/contacts/importing'
import { naiveSearch } from '../../support/contacts/naive-search'
import { makeTestFolder } from '../../support/engine/data-folder'
import { campaignRecord, contactRecord, idOf } from '../../support/engine/records'
import { startEngine } from '../../support/engine/test-engine'

const RUNS = Number(process.env['SEARCH_PROPERTY_RUNS'] ?? 60)

const BY_NAME: ContactSort = { by: 'name', descending: false }

const filterOf = (said: Partial<ContactFilter>): ContactFilter => contactFilterSchema.parse(said)

const HEADER = [
  'Last name',
  'First name',
  'Phone',
  'WhatsApp',
  'Telegram',
  'Email',
  'Tags',
  'Notes',
  'Opted out'
]

/** A small list: everybody's first name says who it is. */
async function withPeople(): Promise<Importing> {
  const own = await importing()
  await own.takeText(
    sheet(
      HEADER,
      ['Nguyễn Văn', 'An', NUMBER, '', '', 'an@example.com', 'vip', 'Gọi sau 17h', ''],
      ['Đặng', 'Bình', '', '0901000002', '@binh_dang', '', 'vip, mới', '', ''],
      ['', 'Châu', '12345', '', '', '', '', 'số sai', ''],
      ['Trần', 'Dung', '0901000004', '0901000004', '', '', 'mới', '', 'yes'],
      ['', '', '0901000005', '', '', '', '', '', '']
    )
  )
  return own
}

const names = async (
  own: Importing,
  filter: Partial<ContactFilter>,
  sort = BY_NAME
): Promise<readonly string[]> =>
  (await own.engine.search.find({ filter: filterOf(filter), sort })).map(({ first_name }) => first_name)

describe('the text of a search', () => {
  it.each<readonly [string, readonly string[]]>([
    ['nguyen', ['An']],
    ['NGUYỄN', ['An']],
    ['Nguyễn'.normalize('NFD'), ['An']],
    ['an van nguyen', ['An']],
    ['nguy van', ['An']],
    ['dang', ['Bình']],
    ['đặng', ['Bình']],
    ['vip', ['An', 'Bình']],
    ['moi dung', ['Dung']],
    ['an@example', ['An']],
    ['BINH_DANG', ['Bình']],
    ['@binh', ['Bình']],
    ['@', ['An', 'Bình']],
    ['goi sau', ['An']],
    ['nobody', []],
    ['   ', ['An', 'Bình', 'Châu', 'Dung', '']]
  ])('"%s"', async (text, found) => {
    const people = await names(await withPeople(), { text })
    expect([...people].sort()).toEqual([...found].sort())
  })

  it.each([
    '+84 33 917 0155',
    NUMBER_E164,
    '0339170155',
    '0339 170 155',
    '0339-170-155',
    '(033) 917.0155',
    '917 01',
    '339170',
    '84339'
  ])('the number %s, in any spacing', async (text) => {
    expect(await names(await withPeople(), { text })).toEqual(['An'])
  })

  it('a number that is kept although it cannot be sent to is found', async () => {
    expect(await names(await withPeople(), { text: '12345' })).toEqual(['Châu'])
  })

  it('digits of a phone and of a WhatsApp number do not run into each other', async () => {
    const own = await importing()
    await own.takeText(sheet(['First name', 'Phone', 'WhatsApp'], ['An', NUMBER, '0901000002']))
    expect(await names(own, { text: '0155849' })).toEqual([])
    expect(await names(own, { text: '0155' })).toEqual(['An'])
  })
})

describe('a filter', () => {
  it.each<readonly [Partial<ContactFilter>, readonly string[]]>([
    [{ channel: 'whatsapp' }, ['Bình']],
    [{ channel: 'telegram' }, ['Bình']],
    [{ channel: 'ai_call' }, ['An', '']],
    [{ tags: ['vip'] }, ['An', 'Bình']],
    [{ tags: ['mới', 'vip'] }, ['An', 'Bình', 'Dung']],
    [{ tags: ['VIP'] }, []],
    [{ do_not_contact: 'yes' }, ['Dung']],
    [{ do_not_contact: 'no' }, ['An', 'Bình', 'Châu', '']],
    [{ needs_check: true }, ['Châu']],
    [{ contacted: 'never' }, ['An', 'Bình', 'Châu', 'Dung', '']],
    [{ contacted: 'ever' }, []],
    [{ tags: ['mới'], do_not_contact: 'no', text: 'dang' }, ['Bình']]
  ])('%j', async (filter, found) =>
    expect([...(await names(await withPeople(), filter))].sort()).toEqual([...found].sort())
  )

  it('follows the list: a change is seen at once', async () => {
    const own = await withPeople()
    expect(await names(own, { tags: ['vip'], channel: 'whatsapp' })).toEqual(['Bình'])
    const binh = own.list.find(({ first_name }) => first_name === 'Bình')!
    valueOf(await own.engine.marks.stop([binh._id], ['whatsapp'], ''))
    expect(await names(own, { tags: ['vip'], channel: 'whatsapp' })).toEqual([])
    expect(await names(own, { do_not_contact: 'yes' })).toEqual(['Bình', 'Dung'])
    await own.engine.contacts.delete([binh._id])
    expect(await names(own, { do_not_contact: 'yes' })).toEqual(['Dung'])
  })

  it('"contacted" knows who was sent to', async () => {
    const { engine, running } = await startEngine({
      contacts: [1, 2, 3].map((number) => contactRecord(number)),
      campaigns: [campaignRecord(1, { contacts: [idOf(2)] })]
    })
    const found = async (contacted: ContactFilter['contacted']) =>
      (await engine.search.find({ filter: filterOf({ contacted }), sort: BY_NAME })).map(
        ({ last_name }) => last_name
      )
    await engine.lastContacted.ready()
    expect(await found('ever')).toEqual([])
    await running.runToEnd(idOf(0xca_0001))
    expect(await found('ever')).toEqual(['2'])
    expect(await found('never')).toEqual(['1', '3'])
    const latest = await engine.search.find({
      filter: filterOf({}),
      sort: { by: 'contacted', descending: true }
    })
    expect(latest[0]?.last_name).toBe('2')
  })

  it('can be kept under a name, which it has once', async () => {
    const own = await withPeople()
    const vip = filterOf({ tags: ['vip'] })
    const first = valueOf(await own.engine.filters.save({ name: 'VIP', filter: vip }))
    valueOf(await own.engine.filters.save({ name: 'An', filter: filterOf({ text: 'an' }) }))
    const again = valueOf(await own.engine.filters.save({ name: 'VIP', filter: filterOf({ tags: ['mới'] }) }))
    expect(again._id).toBe(first._id)
    const later = await own.reopened()
    expect(later.engine.filters.list().map(({ name }) => name)).toEqual(['An', 'VIP'])
    expect(later.engine.filters.find(first._id)?.filter.tags).toEqual(['mới'])
    valueOf(await later.engine.filters.delete(first._id))
    expect((await later.reopened()).engine.filters.list().map(({ name }) => name)).toEqual(['An'])
  })
})

describe('the order', () => {
  it('is that of the names as they are read, without accents; the nameless are last both ways', async () => {
    const own = await importing()
    await own.takeText(
      sheet(
        ['Họ và tên', 'SĐT'],
        ['Đỗ An', '0901000001'],
        ['Ân Hòa', '0901000002'],
        ['', '0901000003'],
        ['an bình', '0901000004'],
        ['Zũng', '0901000005'],
        ['', '0901000006'],
        ['Duy', '0901000007']
      )
    )
    const read = async (descending: boolean) =>
      (await own.engine.search.find({ filter: filterOf({}), sort: { by: 'name', descending } })).map(
        ({ custom, first_name, phone }) => custom['full_name'] ?? (first_name === '' ? phone : first_name)
      )
    const named = ['an bình', 'Ân Hòa', 'Đỗ An', 'Duy', 'Zũng']
    const nameless = ['+84901000003', '+84901000006']
    expect(await read(false)).toEqual([...named, ...nameless])
    expect(await read(true)).toEqual([...named.toReversed(), ...nameless])
  })
})

const instant = fc.constantFrom(
  '2024-01-01T00:00:00.000Z',
  '2024-06-01T00:00:00.000Z',
  '2025-01-01T00:00:00.000Z'
)

const recordArbitrary = fc
  .record({
    first_name: fc.constantFrom('', 'An', 'ân', 'Đạt', 'Bình', 'x2'),
    last_name: fc.constantFrom('', 'Nguyễn', 'nguyen', 'Đặng'),
    phone: fc.constantFrom('', NUMBER, '+84901000002', '12345'),
    whatsapp_number: fc.constantFrom('', NUMBER_E164, '+84 90 100 0003'),
    telegram_username: fc.constantFrom('', 'an_nguyen', 'dat2'),
    email: fc.constantFrom('', 'an@example.com'),
    notes: fc.constantFrom('', 'Gọi 2 lần', 'VIP'),
    tags: fc.subarray(['vip', 'mới', '2024']),
    isWritten: fc.boolean(),
    invalid: fc.subarray(['phone', 'telegram_username'] as const),
    do_not_contact: fc.oneof(
      fc.constant([]),
      fc.constant(true as const),
      fc
        .subarray([...CHANNEL_IDS])
        .map((channels) =>
          channels.map((channel) => ({ channel, reason: '', at: '2024-01-01T00:00:00.000Z' }))
        )
    ),
    created_at: instant,
    updated_at: instant
  })
  .map(({ isWritten, ...record }) => ({
    ...record,
    invalid: record.invalid.filter((field) => record[field] !== ''),
    custom: isWritten ? { full_name: `${record.last_name} ${record.first_name}`.trim() } : {}
  }))

const queryArbitrary: fc.Arbitrary<ContactQuery> = fc.record({
  filter: fc.record({
    text: fc.oneof(
      fc.constantFrom(
        '',
        ' ',
        'nguyen',
        'NGUYỄN an',
        'dat',
        'đ',
        'vip',
        '2',
        '24',
        '0339 170',
        '+84 33',
        '00',
        '155',
        'an@'
      ),
      fc.string({
        unit: fc.constantFrom('a', 'n', 'đ', 'â', ' ', '0', '1', '5', '+', '@', 'V'),
        maxLength: 4
      })
    ),
    channel: fc.constantFrom(null, null, ...CHANNEL_IDS),
    tags: fc.oneof(fc.constant<string[]>([]), fc.subarray(['vip', 'mới', 'none'])),
    do_not_contact: fc.constantFrom('any', 'any', 'yes', 'no'),
    contacted: fc.constantFrom('any', 'any', 'never', 'ever'),
    needs_check: fc.boolean()
  }),
  sort: fc.record({
    by: fc.constantFrom('name', 'added', 'changed', 'contacted'),
    descending: fc.boolean()
  })
})

describe('an answer', () => {
  it('is that of a search that looks at everybody, one by one, also after changes', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(recordArbitrary, { maxLength: 15 }),
        fc.array(fc.tuple(queryArbitrary, fc.option(fc.nat({ max: 20 }))), { minLength: 1, maxLength: 12 }),
        async (records, steps) => {
          const folder = makeTestFolder()
          const contacts = records.map((record, index) =>
            contactSchema.parse({ _id: idOf(index + 1), ...record })
          )
          await folder.write('contacts.json', JSON.stringify({ schema_version: 2, contacts, normal_form: 1 }))
          const engine = await createEngine({ folder: folder.path })
          try {
            expect(engine.contacts.list()).toEqual(contacts)
            for (const [query, change] of steps) {
              const list = engine.contacts.list()
              expect(await engine.search.find(query)).toEqual(naiveSearch(list, query))
              // The answer that is remembered is the same.
              expect(await engine.search.find(query)).toEqual(naiveSearch(list, query))
              const chosen = change === null ? undefined : list[change % Math.max(1, list.length)]
              if (chosen === undefined) continue
              if (change === 0) await engine.contacts.delete([chosen._id])
              else
                await engine.contacts.change([chosen._id], (each) => ({
                  ...each,
                  first_name: `An${change ?? 0}`
                }))
            }
          } finally {
            await engine.stop()
            await folder.remove()
          }
        }
      ),
      { numRuns: RUNS }
    ))
})
