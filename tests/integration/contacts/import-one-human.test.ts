import { describe, expect, it } from 'vitest'
import { findDuplicates } from '../../../src/engine/contacts/duplicates'
import type { ImportOptions } from '../../../src/shared/domain/contact-import'
import {
  countsOf,
  importing,
  type Importing,
  NUMBER,
  problemLines,
  sheet
} from '../../support/contacts/importing'

const HEADER = ['First name', 'Last name', 'Phone', 'WhatsApp', 'Telegram', 'Email', 'Tags', 'Notes'] as const

type Cells = Partial<Record<(typeof HEADER)[number], string>>

const rows = (...people: readonly Cells[]): string =>
  sheet(HEADER, ...people.map((cells) => HEADER.map((name) => cells[name] ?? '')))

const OTHER = '+84 90 100 0002'
const THIRD = '+84 90 100 0003'

const duplicatesIn = ({ engine }: Importing) => findDuplicates(engine.people)

/** Two rows that are one human, by what they share. */
const SAME: readonly (readonly [string, Cells, Cells])[] = [
  ['the phone in another spelling', { Phone: NUMBER }, { Phone: '0339170155' }],
  ['the phone of one, the WhatsApp of the other', { Phone: NUMBER }, { WhatsApp: '0339170155' }],
  ['the WhatsApp of one, the phone of the other', { WhatsApp: '84339170155' }, { Phone: NUMBER }],
  ['the Telegram name in another spelling', { Telegram: '@JohnDoe' }, { Telegram: 'https://t.me/johndoe' }],
  ['an old number and what it is now', { Phone: '01639170155' }, { Phone: NUMBER }],
  ['the e-mail address of who has no other', { Email: 'An@Example.com' }, { Email: 'an@example.com' }],
  ['all there is', { Phone: '12345', Notes: 'x' }, { Phone: '12345', Notes: 'x' }],
  ['a name without an address', {}, {}]
]

describe('one human comes once', () => {
  it('a small id of another system is no proof: somebody else under it is somebody else', async () => {
    const own = await importing()
    const person = (name: string, phone: string) => JSON.stringify([{ _id: 17, first_name: name, phone }])
    await own.takeText(person('An', NUMBER))
    await own.takeText(person('Bình', OTHER))
    expect(own.list.map(({ first_name, phone }) => [first_name, phone])).toEqual([
      ['An', NUMBER],
      ['Bình', OTHER]
    ])
    await own.takeText(person('An', THIRD))
    expect(own.list).toHaveLength(2)
    expect(new Set(own.list.map(({ _id }) => _id)).size).toBe(2)
  })

  it.each(SAME)('within a file: %s', async (_what, first, second) => {
    const own = await importing()
    const { check } = await own.takeText(
      rows({ 'First name': 'An', ...first, Tags: 'one' }, { 'First name': 'An', ...second, Tags: 'two' })
    )
    expect(countsOf(check)).toEqual({ added: 1, merged: 1 })
    expect(own.list).toHaveLength(1)
    expect(own.list[0]?.tags).toEqual(['one', 'two'])
  })

  it.each(SAME)('against the list: %s', async (_what, first, second) => {
    const own = await importing()
    await own.takeText(rows({ 'First name': 'An', ...first, Tags: 'one' }))
    const { check } = await own.takeText(rows({ 'First name': 'An', ...second, Tags: 'two' }))
    expect(countsOf(check)).toEqual({ merged: 1 })
    expect(own.list).toHaveLength(1)
    expect(own.list[0]?.tags).toEqual(['one', 'two'])
  })

  it('and two of the same name, with other addresses, are two', async () => {
    const own = await importing()
    const { check } = await own.takeText(
      rows(
        { 'First name': 'An', Phone: NUMBER },
        { 'First name': 'An', Phone: OTHER },
        { 'First name': 'An' }
      )
    )
    expect(countsOf(check)).toEqual({ added: 3 })
  })

  it('an e-mail address that many share makes nobody the same who has a number', async () => {
    const own = await importing()
    const email = 'info@example.com'
    await own.takeText(
      rows(
        { 'First name': 'An', Phone: NUMBER, Email: email },
        { 'First name': 'Mai', Phone: OTHER, Email: email }
      )
    )
    expect(own.list).toHaveLength(2)
  })

  it('numbers that cannot be sent to make nobody the same', async () => {
    const own = await importing()
    await own.takeText(rows({ 'First name': 'An', Phone: '12345' }, { 'First name': 'Mai', Phone: '12345' }))
    expect(own.list).toHaveLength(2)
  })

  it('a third row joins by what the second one brought', async () => {
    const own = await importing()
    await own.takeText(
      rows(
        { 'First name': 'An', Phone: NUMBER },
        { Phone: NUMBER, Telegram: '@an_nguyen' },
        { Telegram: 'an_nguyen', WhatsApp: OTHER }
      )
    )
    expect(own.people).toEqual([
      {
        first_name: 'An',
        phone: NUMBER,
        whatsapp_number: OTHER,
        telegram_username: 'an_nguyen',
        written: { telegram_username: '@an_nguyen' }
      }
    ])
  })

  it('a number that made way for the first one still says who it is', async () => {
    const own = await importing()
    const { check } = await own.takeText(
      rows(
        { 'First name': 'An', Phone: NUMBER, Telegram: '@an_nguyen' },
        { Phone: OTHER, Telegram: '@an_nguyen' },
        { Phone: OTHER }
      )
    )
    expect(countsOf(check)).toEqual({ added: 1, unchanged: 2 })
  })

  it('a row that ties two people of the file together is told as a duplicate', async () => {
    const own = await importing()
    await own.takeText(
      rows(
        { 'First name': 'An', Phone: NUMBER },
        { 'First name': 'Bình', Telegram: '@an_nguyen' },
        { Phone: NUMBER, Telegram: '@an_nguyen' }
      )
    )
    expect(await duplicatesIn(own)).toMatchObject([
      { contacts: [{ first_name: 'An' }, { first_name: 'Bình' }], keys: ['@an_nguyen'] }
    ])
  })
})

describe('somebody who is in the list', () => {
  const present: Cells = {
    'First name': 'An',
    'Last name': 'Nguyễn',
    Phone: NUMBER,
    Email: 'an@example.com',
    Tags: 'old, vip'
  }
  const newcomer: Cells = {
    'First name': 'Anh',
    'Last name': 'Trần',
    Phone: '0339170155',
    Telegram: '@anh_tran',
    Email: 'anh@example.com',
    Tags: 'vip, new',
    Notes: 'hello'
  }

  const meet = async (known: ImportOptions['known'], tags: string[] = []) => {
    const own = await importing()
    await own.takeText(rows(present))
    const [before] = own.list
    const { check } = await own.takeText(rows(newcomer), { known, tags })
    return { own, before, check, after: own.people[0] }
  }

  it('"merge" fills the blanks, and what is there stays; the tags of both', async () => {
    const { after, check, own, before } = await meet('merge', ['tết'])
    expect(countsOf(check)).toEqual({ merged: 1 })
    expect(after).toEqual({
      first_name: 'An',
      last_name: 'Nguyễn',
      phone: NUMBER,
      telegram_username: 'anh_tran',
      written: { telegram_username: '@anh_tran' },
      email: 'an@example.com',
      notes: 'hello',
      tags: ['old', 'vip', 'new', 'tết']
    })
    expect(own.list[0]).toMatchObject({ _id: before?._id, created_at: before?.created_at })
    expect(own.list[0]!.updated_at > before!.updated_at).toBe(true)
  })

  it('"overwrite" takes the values of the file, and keeps what it says nothing of; the tags of both', async () => {
    const { after, check, own, before } = await meet('overwrite')
    expect(countsOf(check)).toEqual({ merged: 1 })
    expect(after).toEqual({
      first_name: 'Anh',
      last_name: 'Trần',
      phone: '+84339170155',
      telegram_username: 'anh_tran',
      written: { phone: '0339170155', telegram_username: '@anh_tran' },
      email: 'anh@example.com',
      notes: 'hello',
      tags: ['old', 'vip', 'new']
    })
    expect(own.list[0]?._id).toBe(before?._id)
  })

  it('"skip" leaves him alone', async () => {
    const { own, before, check } = await meet('skip', ['tết'])
    expect(countsOf(check)).toEqual({ skipped: 1 })
    expect(own.list).toEqual([before])
  })

  it('"skip" leaves him alone in every row of the file that is about him, also after a mark', async () => {
    const own = await importing()
    await own.takeText(rows(present))
    const header = [...HEADER, 'Do not contact']
    const marked = header.map((name) => ({ Phone: NUMBER, 'Do not contact': 'yes' })[name] ?? '')
    const second = header.map((name) => (newcomer as Record<string, string>)[name] ?? '')
    const { check } = await own.takeText(sheet(header, marked, second), { known: 'skip' })
    expect(countsOf(check)).toEqual({ merged: 1, skipped: 1 })
    expect(own.people).toEqual([
      {
        first_name: 'An',
        last_name: 'Nguyễn',
        phone: NUMBER,
        email: 'an@example.com',
        tags: ['old', 'vip'],
        do_not_contact: true
      }
    ])
  })

  it.each([
    ['the number alone first', [{ Phone: NUMBER }, newcomer]],
    ['the number alone last', [newcomer, { Phone: NUMBER }]]
  ])('"overwrite" does not depend on which row says it: %s', async (_what, people) => {
    const own = await importing()
    await own.takeText(rows(present))
    const { check } = await own.takeText(rows(...people), { known: 'overwrite' })
    expect(countsOf(check)).toMatchObject({ merged: 1, unchanged: 1 })
    expect(own.people).toMatchObject([{ first_name: 'Anh', email: 'anh@example.com', notes: 'hello' }])
  })

  it('whose number cannot be sent to gets one that can', async () => {
    const own = await importing()
    await own.takeText(rows({ 'First name': 'An', Phone: '12345', Telegram: '@an_nguyen' }))
    await own.takeText(rows({ Telegram: 'an_nguyen', Phone: NUMBER }))
    expect(own.people).toEqual([
      {
        first_name: 'An',
        phone: NUMBER,
        telegram_username: 'an_nguyen',
        written: { telegram_username: '@an_nguyen' }
      }
    ])
  })

  it('keeps the id, and campaigns of the other system find him by theirs', async () => {
    const own = await importing()
    await own.takeText(rows(present))
    const [id] = own.list.map(({ _id }) => _id)
    const theirs = '64b7f3a2c1d4e5f601020304'
    await own.takeText(JSON.stringify([{ _id: { $oid: theirs }, phone: NUMBER }]))
    expect(own.list).toHaveLength(1)
    expect(own.engine.contacts.find(theirs)?._id).toBe(id)
  })

  it('is not found by another one’s e-mail address', async () => {
    const own = await importing()
    await own.takeText(rows(present))
    const { check } = await own.takeText(rows({ 'First name': 'Mai', Phone: OTHER, Email: 'an@example.com' }))
    expect(countsOf(check)).toEqual({ added: 1 })
  })
})

describe('the same list once more', () => {
  it('changes nothing', async () => {
    const own = await importing()
    const list = rows(
      { 'First name': 'An', Phone: NUMBER, Tags: 'a,b', Notes: 'x' },
      { 'First name': 'Mai', WhatsApp: OTHER, Telegram: 'mai_tran' },
      { 'First name': 'Lan' },
      { 'First name': 'Hoa', Email: 'hoa@example.com' },
      { 'First name': 'Tú', Phone: '123456' },
      { Phone: THIRD }
    )
    expect(countsOf((await own.takeText(list)).check)).toEqual({ added: 6 })
    const before = own.list
    for (const known of ['merge', 'overwrite'] as const) {
      expect(countsOf((await own.takeText(list, { known })).check)).toEqual({ unchanged: 6 })
      expect(own.list).toEqual(before)
    }
  })

  it('is as good with people who share an address: each keeps his own', async () => {
    const own = await importing()
    const shared = [
      { _id: '64b7f3a2c1d4e5f601020301', first_name: 'An', phone: NUMBER, tags: ['a'] },
      { _id: '64b7f3a2c1d4e5f601020302', first_name: 'Bình', telegram_username: 'binh_tran', tags: ['b'] }
    ]
    await own.takeText(JSON.stringify(shared))
    // The operator gives the second one the number of the first.
    const [, second] = own.list
    await own.engine.contacts.save({ ...second!, phone: NUMBER })
    const before = own.list
    const again = JSON.stringify(own.list)
    expect(countsOf((await own.takeText(again)).check)).toEqual({ unchanged: 2 })
    expect(own.list).toEqual(before)
  })
})

describe('a column that not every record has', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({
    first_name: `Người ${index}`,
    phone: `+8490200${1000 + index}`
  }))

  it('does not take the number of one that all have', async () => {
    const own = await importing()
    await own.takeText(JSON.stringify([...many, { first_name: 'An', mobile: OTHER, phone: NUMBER }]))
    expect(own.people.at(-1)).toEqual({ first_name: 'An', phone: NUMBER, custom: { mobile: OTHER } })
  })

  it('two columns that are said to be the phone: the first one that has it, and the other is kept', async () => {
    const own = await importing()
    const path = await own.file(sheet(['A', 'B'], [NUMBER, OTHER], ['', THIRD]))
    await own.take(path, {
      has_header: true,
      columns: [
        { name: 'A', target: 'phone' },
        { name: 'B', target: 'phone' }
      ]
    })
    expect(own.people).toEqual([{ phone: NUMBER, custom: { B: OTHER } }, { phone: THIRD }])
  })

  it('a second number of a card does not take the place of the first', async () => {
    const own = await importing()
    const card = (...numbers: readonly string[]) =>
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        ...numbers.map((number) => `TEL;TYPE=CELL:${number}`),
        'END:VCARD',
        ''
      ].join('\n')
    const { check } = await own.takeText(many.map(({ phone }) => card(phone)).join('') + card(NUMBER, OTHER))
    expect(problemLines(check)).toEqual([])
    expect(own.people.at(-1)).toEqual({ phone: NUMBER, custom: { phone_2: OTHER } })
  })
})
