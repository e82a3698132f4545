import fc from 'fast-check'
import { expect, it } from 'vitest'
import { storedContactReader } from '../../../src/engine/store/stored-contact'
import {
  ADDRESS_FIELDS,
  type Contact,
  CONTACT_LIMITS,
  contactSchema
} from '../../../src/shared/domain/contact'
import { contactArbitrary, plainContact } from '../../support/contacts/contact-arbitrary'

const FIELDS = Object.keys(contactSchema.shape) as (keyof Contact)[]

/** What may stand in a file for any field: nearly right, and quite wrong. */
const anything = fc.oneof(
  fc.constantFrom(
    ...[undefined, null, '', ' ', ' a ', '\u00a0x\ufeff', 0, 1, true, false, [], {}, [''], [1], { a: 1 }],
    ...[true, ['phone'], ['nothing'], { phone: '1' }, { phone: 1 }, { nothing: '1' }, { '': '' }],
    ...['652D1E0C8F1B2C3D4E5F6071', '652d1e0c8f1b2c3d4e5f607', ['652D1E0C8F1B2C3D4E5F6071'], ['x']],
    ...['Asia/Ho_Chi_Minh', 'Nowhere/Land', '__proto__', ' UTC'],
    ...[
      '2026-02-28T00:00:00.000Z',
      '2026-02-29T00:00:00.000Z',
      '2024-02-29T00:00:00Z',
      '2026-01-31T24:00:00Z'
    ],
    ...[
      '2026-13-01T00:00:00.000Z',
      '2026-01-01T00:00:00.000+07:00',
      '2026-01-01 00:00:00',
      '2026-01-01T00:00Z'
    ],
    ...['2026-01-01T00:00:00.123456Z', '2026-00-10T10:10:10.000Z', '2026-01-01T00:00:00.000z']
  ),
  fc.string({ maxLength: 3 }),
  fc.integer({ min: 199, max: 10_001 }).map((length) => 'x'.repeat(length)),
  fc.constantFrom(...FIELDS, ...Object.values(CONTACT_LIMITS)).map((value) => `${value}`),
  fc.array(
    fc.record({
      channel: fc.constantFrom('whatsapp', 'fax'),
      reason: fc.string(),
      at: fc.constantFrom('', '2026-01-01T00:00:00.000Z')
    }),
    { maxLength: 2 }
  ),
  fc.dictionary(fc.constantFrom('a', '__proto__', 'constructor', 'phone'), fc.constantFrom('b', ' c ', 1))
)

const changed = fc
  .tuple(
    contactArbitrary,
    fc.dictionary(fc.constantFrom(...FIELDS, 'unknown', '__proto__'), anything, { maxKeys: 3 })
  )
  .map(([contact, changes]) => JSON.stringify({ ...contact, ...changes }))

/** As the schema of the file reads them. */
const bySchema = (text: string): Contact | null => contactSchema.safeParse(JSON.parse(text)).data ?? null

it('reads every contact as its schema does, and refuses what that refuses', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          changed,
          contactArbitrary.map((each) => JSON.stringify(each)),
          fc.json()
        ),
        { maxLength: 8 }
      ),
      (texts) => {
        const read = storedContactReader()
        for (const text of texts) expect(read(JSON.parse(text)), text).toEqual(bySchema(text))
      }
    ),
    { numRuns: 2_000 }
  )
})

it('knows a zone again and never one that it has not seen', () => {
  const read = storedContactReader()
  for (const timezone of ['Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh', 'Nowhere/Land', 'Nowhere/Land', '']) {
    const contact = plainContact({ timezone })
    expect(read(contact)).toEqual(timezone === 'Nowhere/Land' ? null : contact)
  }
})

const plain = plainContact()
const long = (length: number) => 'x'.repeat(length)
const LINES = [...ADDRESS_FIELDS, 'first_name', 'last_name', 'email'] as const

it.each<[string, object]>([
  ...LINES.flatMap((field): [string, object][] =>
    [long(CONTACT_LIMITS[field]), long(CONTACT_LIMITS[field] + 1), ` ${long(CONTACT_LIMITS[field])}\n`].map(
      (text) => [`${field} of ${text.length}`, { ...plain, [field]: text }]
    )
  ),
  ...[10_000, 10_001].map((length): [string, object] => [
    `notes of ${length}`,
    { ...plain, notes: long(length) }
  ]),
  ...['01-29', '02-28', '02-29', '02-30', '04-30', '04-31', '12-31'].map((day): [string, object] => [
    `day ${day}`,
    { ...plain, created_at: `2026-${day}T23:59:59.999Z`, updated_at: `2024-${day}T00:00:00.000Z` }
  ]),
  ['a name that is no property', { ...plain, custom: JSON.parse('{"__proto__":"a","b":"c"}') as object }],
  ['the same where addresses are written', { ...plain, written: JSON.parse('{"__proto__":"a"}') as object }],
  ['an id in capitals', { ...plain, _id: plain._id.toUpperCase() }]
])('%s: as the schema reads it', (_what, contact) => {
  const text = JSON.stringify(contact)
  // As text, because equal objects may differ in what is no property.
  expect(JSON.stringify(storedContactReader()(JSON.parse(text)))).toBe(JSON.stringify(bySchema(text)))
})

it('contacts share what is the same in them, whoever looked at them', () => {
  const read = storedContactReader()
  const [first, second, third] = [plain, plain, { ...plain, timezone: 'Asia/Tokyo' }].map((each) =>
    read(JSON.parse(JSON.stringify(each)))
  )
  expect(second?.merged_ids).toBe(first?.merged_ids)
  expect(third?.merged_ids).toBe(first?.merged_ids)
})
