import fc from 'fast-check'
import { cleanLine, cleanText } from '../../../src/engine/contacts/clean-text'
import { readAddresses } from '../../../src/engine/contacts/normalise-contact'
import { CHANNEL_IDS } from '../../../src/shared/domain/channel'
import {
  ADDRESS_FIELDS,
  type Contact,
  CONTACT_LIMITS,
  type DoNotContactMark,
  EMAIL,
  UNSAFE_NAMES
} from '../../../src/shared/domain/contact'
import { ARBITRARY_COUNTRY, emailArbitrary, numberArbitrary, telegramArbitrary } from './address-arbitrary'
import { lineOf, orEmpty, rawText } from './text-arbitrary'

/** Later than anything in `contactArbitrary`. */
export const ARBITRARY_NOW = '2026-11-26T08:00:00.000Z'

const tag = lineOf(CONTACT_LIMITS.tag, 8)
  .map((text) => cleanLine(text.replace(/[,;|]|:::/g, '')))
  .filter((text) => text !== '')

/** A header like this one is taken for a row without a header. */
const looksLikeAnAddress = (name: string): boolean => EMAIL.test(`custom.${name}`)

const customName = fc
  .oneof(
    fc.constantFrom('Công ty', 'full_name', 'zalo', 'phone_2', 'custom.x', '2024'),
    lineOf(CONTACT_LIMITS.custom_name)
  )
  .filter(
    (name) => name !== '' && !UNSAFE_NAMES.has(name) && !name.startsWith('$') && !looksLikeAnAddress(name)
  )

const custom = fc
  .array(
    fc.tuple(
      customName,
      lineOf(CONTACT_LIMITS.custom_value, 60).filter((text) => text !== '')
    ),
    { maxLength: 4 }
  )
  .map((entries): Record<string, string> => Object.fromEntries(entries))

const instant = fc
  .integer({ min: Date.parse('2020-01-01'), max: Date.parse('2026-11-25') })
  .map((epochMs) => new Date(epochMs).toISOString())

const objectId = fc
  .uint8Array({ minLength: 12, maxLength: 12 })
  .map((bytes) => Buffer.from(bytes).toString('hex'))

const mark: fc.Arbitrary<DoNotContactMark> = fc.oneof(
  fc.constant<DoNotContactMark>([]),
  fc.constant<DoNotContactMark>(true),
  fc.subarray([...CHANNEL_IDS]).chain((channels) =>
    fc.tuple(
      ...channels.map((channel) =>
        fc.record({
          channel: fc.constant(channel),
          reason: orEmpty(lineOf(CONTACT_LIMITS.reason)),
          at: instant
        })
      )
    )
  )
)

/** A contact as it may be stored: every text in its normal form, and a name or address that makes it somebody. */
export const contactArbitrary: fc.Arbitrary<Contact> = fc
  .record({
    _id: objectId,
    first_name: orEmpty(lineOf(CONTACT_LIMITS.first_name)),
    last_name: orEmpty(lineOf(CONTACT_LIMITS.last_name)),
    phone: numberArbitrary,
    whatsapp_number: numberArbitrary,
    telegram_username: telegramArbitrary,
    email: emailArbitrary,
    notes: orEmpty(rawText(90).map(cleanText)),
    tags: fc.uniqueArray(tag, { maxLength: 4 }),
    timezone: fc.constantFrom('', 'Asia/Ho_Chi_Minh', 'America/Argentina/Buenos_Aires', 'Etc/GMT+7'),
    do_not_contact: mark,
    custom,
    typed: lineOf(CONTACT_LIMITS.phone).filter((text) => text !== ''),
    merged_ids: fc.uniqueArray(objectId, { maxLength: 2 }),
    created_at: instant,
    updated_at: instant
  })
  .map(({ typed, ...contact }) => {
    const { invalid } = readAddresses(contact, ARBITRARY_COUNTRY).addresses
    const written = Object.fromEntries(
      ADDRESS_FIELDS.filter((field) => contact[field] !== '')
        .slice(0, 1)
        .map((field) => [field, typed])
    )
    return { ...contact, written, invalid }
  })
  .filter((contact) =>
    (['first_name', 'last_name', 'email', ...ADDRESS_FIELDS] as const).some((field) => contact[field] !== '')
  )

/** A contact with nothing but an id and what is said. */
export const plainContact = (said: Partial<Contact> = {}): Contact => ({
  _id: '652d1e0c8f1b2c3d4e5f6071',
  first_name: '',
  last_name: '',
  phone: '',
  whatsapp_number: '',
  telegram_username: '',
  email: '',
  notes: '',
  tags: [],
  timezone: '',
  do_not_contact: [],
  custom: {},
  written: {},
  invalid: [],
  merged_ids: [],
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-02T00:00:00.000Z',
  ...said
})
