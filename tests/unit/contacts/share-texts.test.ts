import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sharingTexts } from '../../../src/engine/contacts/share-texts'
import { contactSchema } from '../../../src/shared/domain/contact'

const text = fc.constantFrom('', 'An', 'Nguyễn Văn', '+84901234567', 'a@example.com')
const list = (item: fc.Arbitrary<string>) => fc.array(item, { maxLength: 2 })
const instant = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z')
const id = fc.constantFrom('0'.repeat(24), '1'.repeat(24))

const contact = fc.record({
  _id: id,
  first_name: text,
  last_name: text,
  phone: text,
  whatsapp_number: text,
  telegram_username: text,
  tags: list(text),
  do_not_contact: fc.oneof(
    fc.constant(true as const),
    fc.array(fc.record({ channel: fc.constant('telegram' as const), reason: text, at: instant }))
  ),
  custom: fc.dictionary(fc.constantFrom('city', 'full_name'), text),
  written: fc.dictionary(fc.constant('phone' as const), text),
  invalid: fc.array(fc.constant('phone' as const), { maxLength: 1 }),
  merged_ids: list(id),
  created_at: instant,
  updated_at: instant
})

it('changes nothing of what contacts say, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(contact), (records) => {
      const read = () => records.map((record) => contactSchema.parse(record))
      expect(read().map(sharingTexts())).toEqual(read())
    })
  )
})

it('has one empty list for all who have none', () => {
  const one = { _id: '0'.repeat(24), created_at: '2026-01-01T00:00:00.000Z' }
  const [first, second] = [one, one]
    .map((record) => contactSchema.parse({ ...record, updated_at: record.created_at }))
    .map(sharingTexts())
  expect(first?.tags).toBe(second?.tags)
  expect(first?.custom).toBe(second?.custom)
})
