import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ADDRESS_FIELDS, type Contact } from '../../../../src/shared/domain/contact'
import { ARBITRARY_NOW, contactArbitrary, plainContact } from '../../../support/contacts/contact-arbitrary'
import { exportAndReadBack } from '../../../support/contacts/read-back'

const contactsArbitrary = fc.uniqueArray(contactArbitrary, {
  selector: ({ _id }) => _id,
  minLength: 1,
  maxLength: 6
})

const RUNS = { numRuns: 200 }

const aboutThePerson = ({ _id, first_name, last_name, email, notes, tags, custom, ...others }: Contact) => ({
  ...{ _id, first_name, last_name, email, notes, tags, custom },
  addresses: ADDRESS_FIELDS.map((field) => others[field])
})

/** Without what a sheet and a card have no place for: the import makes it anew. */
const withoutBookkeeping = (contact: Contact): Contact => ({
  ...contact,
  written: {},
  merged_ids: [],
  created_at: ARBITRARY_NOW,
  updated_at: ARBITRARY_NOW
})

describe('what was exported comes back', () => {
  it('as JSON: every field', () =>
    fc.assert(
      fc.asyncProperty(contactsArbitrary, async (contacts) => {
        expect(await exportAndReadBack(contacts, 'json')).toEqual(contacts)
      }),
      RUNS
    ))

  it.each(['csv', 'vcard'] as const)('as %s: everything that is about the person', (format) =>
    fc.assert(
      fc.asyncProperty(contactsArbitrary, async (contacts) => {
        expect(await exportAndReadBack(contacts, format)).toEqual(contacts.map(withoutBookkeeping))
      }),
      RUNS
    )
  )

  it.each(['csv', 'json', 'vcard'] as const)('as %s: people that are hard to write down', async (format) => {
    const contacts = [
      plainContact({ phone: '+84339170155' }),
      plainContact({ first_name: 'An Bình' }),
      plainContact({ last_name: 'Nguyễn\\', first_name: 'An;\\' }),
      plainContact({ first_name: 'An', last_name: 'Nguyễn Văn', custom: { full_name: 'Nguyễn Văn An' } }),
      plainContact({ first_name: 'An', last_name: 'Lê', custom: { full_name: 'somebody else' } }),
      plainContact({ first_name: "'=1", tags: ['=a\\', "'b", 'c d'], notes: 'a\n\n "b"\\n\\\n=c' }),
      plainContact({ email: 'not an address', custom: { zalo: '1', phone_2: '0339170156' } }),
      plainContact({ first_name: 'An', notes: `${'x'.repeat(70)}END:VCARD` }),
      ...Array.from({ length: 80 }, (_, length) =>
        plainContact({ first_name: 'An', notes: `x${'x'.repeat(length)} END:VCARD` })
      ),
      plainContact({ whatsapp_number: 'whatsapp:x', phone: 'tg:y', telegram_username: 'https://t.me/+z' })
    ]
    const read = await exportAndReadBack(contacts, format)
    expect(read.map(aboutThePerson)).toEqual(contacts.map(aboutThePerson))
  })
})
