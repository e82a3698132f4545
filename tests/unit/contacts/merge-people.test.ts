import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergePeople } from '../../../src/engine/contacts/merge-contacts'
import { CHANNEL_IDS } from '../../../src/shared/domain/channel'
import { ADDRESS_FIELDS, type Contact, markedChannels } from '../../../src/shared/domain/contact'
import { contactArbitrary, plainContact } from '../../support/contacts/contact-arbitrary'

const pair = fc.tuple(contactArbitrary, contactArbitrary, fc.constantFrom('first', 'second'))

const isUsable = (contact: Contact, field: (typeof ADDRESS_FIELDS)[number]) =>
  contact[field] !== '' && !contact.invalid.includes(field)

describe('two records of one human', () => {
  it('joined, have the tags, the marks and the ids of both', () =>
    fc.assert(
      fc.property(pair, ([first, second, winner]) => {
        const merged = mergePeople(first, second, winner)
        for (const each of [first, second]) {
          expect(merged.tags).toEqual(expect.arrayContaining(each.tags))
          expect(merged.merged_ids).toEqual(expect.arrayContaining(each.merged_ids))
          expect(markedChannels(merged)).toEqual(expect.arrayContaining([...markedChannels(each)]))
          expect(Object.keys(merged.custom)).toEqual(
            expect.arrayContaining(Object.keys(each.custom).filter((name) => name !== 'full_name'))
          )
        }
      })
    ))

  it('joined, can be reached wherever one of them could be, marks aside', () =>
    fc.assert(
      fc.property(pair, ([first, second, winner]) => {
        const merged = mergePeople(first, second, winner)
        for (const field of ADDRESS_FIELDS) {
          expect(isUsable(merged, field)).toBe(isUsable(first, field) || isUsable(second, field))
        }
      })
    ))

  it('joined once more, change nothing, and are the very same object', () =>
    fc.assert(
      fc.property(pair, ([first, second, winner]) => {
        const once = mergePeople(first, second, winner)
        expect(mergePeople(once, second, winner)).toBe(once)
        expect(mergePeople(first, first, winner)).toBe(first)
      })
    ))

  it('joined with "first", keep what the first one says', () =>
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const merged = mergePeople(first, second, 'first')
        for (const field of ['email', 'notes', 'timezone'] as const) {
          expect(merged[field]).toBe(first[field] === '' ? second[field] : first[field])
        }
        for (const field of ADDRESS_FIELDS)
          if (isUsable(first, field)) expect(merged[field]).toBe(first[field])
        expect(merged._id).toBe(first._id)
        expect(merged.created_at).toBe(first.created_at)
      })
    ))

  it('take the names of one of them, never a half of each', () => {
    const first = plainContact({ first_name: 'An', last_name: '' })
    const second = plainContact({ first_name: '', last_name: 'Trần', custom: { full_name: 'Trần' } })
    expect(mergePeople(first, second)).toBe(first)
    expect(mergePeople(first, second, 'second')).toMatchObject({ first_name: '', last_name: 'Trần' })
  })

  it('keep what was typed with the address that it was typed for', () => {
    const first = plainContact({ phone: '+84339170155', written: { phone: '0339170155' } })
    const second = plainContact({
      phone: '+84 33 917 0155',
      telegram_username: 'an',
      written: { telegram_username: '@an' }
    })
    expect(mergePeople(first, second).written).toEqual({ phone: '0339170155', telegram_username: '@an' })
    expect(mergePeople(first, second, 'second').written).toEqual({ telegram_username: '@an' })
  })

  it('one marked on everything, for ever, stays so', () => {
    const marked = plainContact({ do_not_contact: true })
    const some = plainContact({
      do_not_contact: [{ channel: 'telegram', reason: 'x', at: '2024-01-01T00:00:00.000Z' }]
    })
    expect(mergePeople(some, marked).do_not_contact).toBe(true)
    expect(mergePeople(marked, some, 'second').do_not_contact).toBe(true)
    expect(markedChannels(mergePeople(plainContact(), marked))).toEqual(CHANNEL_IDS)
  })
})
