import { describe, expect, it } from 'vitest'
import { mergeGroup } from '../../../src/engine/contacts/merging'
import {
  differs,
  keptFrom,
  orderOf,
  valueOf
} from '../../../src/renderer/features/contacts/duplicates/merge-choice'
import { type Contact, contactSchema } from '../../../src/shared/domain/contact'
import { MERGE_FIELDS } from '../../../src/shared/domain/contact-merge'
import { type ContactRecord, contactRecord, idOf } from '../../support/engine/records'

const person = (number: number, changes: Partial<ContactRecord>): Contact =>
  contactSchema.parse(
    contactRecord(number, { phone: '', whatsapp_number: '', telegram_username: '', ...changes })
  )

const GROUPS: Readonly<Record<string, readonly [Contact, ...Contact[]]>> = {
  'blanks that are filled': [
    person(1, { first_name: '', last_name: '' }),
    person(2, { email: 'a@b.vn', notes: 'x' })
  ],
  'an address that cannot be used before one that can': [
    person(1, { phone: '12', invalid: ['phone'] }),
    person(2, { phone: '+84339170155' })
  ],
  'addresses that cannot be used at all': [
    person(1, { whatsapp_number: '' }),
    person(2, { whatsapp_number: '12', invalid: ['whatsapp_number'] }),
    person(3, { whatsapp_number: '13', invalid: ['whatsapp_number'] })
  ],
  'a name as it was written': [
    person(1, { first_name: 'Ngọc', last_name: 'Hoàng', custom: { full_name: 'Hoàng Ngọc' } }),
    person(2, { first_name: 'Lan', telegram_username: 'Lan_1' }),
    person(3, { first_name: 'Lan', telegram_username: 'lan_1' })
  ]
}

describe('what the page shows is what the engine does', () => {
  it.each(Object.entries(GROUPS))('%s', (_name, contacts) => {
    const [first, ...others] = contacts
    const merged = mergeGroup(first, others, orderOf(contacts, {}).values)
    for (const field of MERGE_FIELDS) {
      const kept = keptFrom(contacts, field, {})
      expect([field, valueOf(merged, field)]).toEqual([field, kept === undefined ? '' : valueOf(kept, field)])
    }
  })

  it('with a value that was chosen', () => {
    const contacts = GROUPS['a name as it was written'] ?? [person(1, {})]
    const [first, ...others] = contacts
    const merged = mergeGroup(first, others, orderOf(contacts, { name: idOf(2) }).values)
    expect(valueOf(merged, 'name')).toBe('Lan 2')
  })
})

it('two spellings of one number or name are nothing to choose between', () => {
  const contacts = [
    person(1, { phone: '+84339170155', telegram_username: 'Lan_1' }),
    person(2, { phone: '+84 33 917 0155', telegram_username: 'lan_1' })
  ]
  expect(differs(contacts, 'phone')).toBe(false)
  expect(differs(contacts, 'telegram_username')).toBe(false)
  expect(differs(contacts, 'name')).toBe(true)
})
