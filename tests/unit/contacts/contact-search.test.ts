import { describe, expect, it } from 'vitest'
import { ContactSearch } from '../../../src/engine/contacts/contact-search'
import { type Contact, contactSchema } from '../../../src/shared/domain/contact'
import { EVERYBODY } from '../../../src/shared/domain/contact-query'

let serial = 0
const contact = (fields: Partial<Contact>): Contact => {
  serial += 1
  return contactSchema.parse({
    _id: serial.toString(16).padStart(24, '0'),
    created_at: '2026-01-01T00:00:00.000Z',
    updated_at: '2026-01-01T00:00:00.000Z',
    ...fields
  })
}

const find = (contacts: readonly Contact[], text: string, descending = false) =>
  new ContactSearch({
    list: () => contacts,
    lastContactedMs: () => null,
    contactedRevision: () => 0
  }).find({ filter: { ...EVERYBODY, text }, sort: { by: 'name', descending } })

const names = (contacts: readonly Contact[]) => contacts.map((found) => found.last_name)

describe('a search', () => {
  const contacts = [
    contact({ first_name: 'Nguyễn Thị', last_name: 'Hương', whatsapp_number: '+84 33 917 0155' }),
    contact({
      first_name: 'Đặng',
      last_name: 'Đạt',
      telegram_username: 'Dat.Dang',
      email: 'Dat@Example.com'
    }),
    contact({ first_name: '', last_name: '', phone: '+84912345678', notes: 'Khách quen' })
  ]

  it('finds everybody when nothing is typed', async () => {
    expect(new Set(await find(contacts, '  '))).toEqual(new Set(contacts))
  })

  it.each([
    ['nguyen', 0],
    ['HUONG nguyễn', 0],
    ['dang', 1],
    ['ĐẠT', 1],
    ['@dat.d', 1],
    ['dat@example', 1],
    ['khach quen', 2]
  ])('finds %s without minding accents, case or order', async (query, index) => {
    expect(await find(contacts, query)).toEqual([contacts[index]])
  })

  it.each(['0339170155', '33 917', '+84339170155', '(033) 917-0155', '339.17'])(
    'finds the number %s in any spacing',
    async (query) => {
      expect(await find(contacts, query)).toEqual([contacts[0]])
    }
  )

  it('does not take the digits of two numbers for one', async () => {
    const both = contact({ phone: '+84 90', whatsapp_number: '11 22' })
    expect(await find([both], '9011')).toEqual([])
  })

  it('finds nobody when one word is missing', async () => {
    expect(await find(contacts, 'nguyen dat')).toEqual([])
  })
})

describe('the order by name', () => {
  const contacts = [
    contact({ last_name: 'Ơn' }),
    contact({ last_name: '' }),
    contact({ last_name: 'an' }),
    contact({ last_name: 'Đạt' }),
    contact({ last_name: 'Em' })
  ]

  it('reads accented letters beside their plain ones and puts nameless contacts last', async () => {
    expect(names(await find(contacts, ''))).toEqual(['an', 'Đạt', 'Em', 'Ơn', ''])
    expect(names(await find(contacts, '', true))).toEqual(['Ơn', 'Em', 'Đạt', 'an', ''])
  })
})
