import type { Contact } from '../../../shared/domain/contact'

/**
 * Contacts as a JSON array in the seed's schema, one a line, with Loa's own fields behind the seed's where they say
 * something. Nothing is lost: the import gives back every field.
 */
export function* jsonLines(contacts: readonly Contact[]): Generator<string, void> {
  let before = '[\n'
  for (const contact of contacts) {
    yield before + JSON.stringify(documentOf(contact))
    before = ',\n'
  }
  yield contacts.length === 0 ? '[]\n' : '\n]\n'
}

function documentOf(contact: Contact): Readonly<Record<string, unknown>> {
  const { tags, timezone, do_not_contact, custom, notes, written, invalid, merged_ids } = contact
  const own = { tags, timezone, do_not_contact, custom, notes, written, invalid, merged_ids }
  return {
    _id: contact._id,
    first_name: contact.first_name,
    last_name: contact.last_name,
    phone: contact.phone,
    whatsapp_number: contact.whatsapp_number,
    telegram_username: contact.telegram_username,
    email: contact.email,
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => !isEmpty(value))),
    created_at: contact.created_at,
    updated_at: contact.updated_at
  }
}

const isEmpty = (value: true | string | object): boolean =>
  value !== true && (typeof value === 'string' ? value === '' : Object.keys(value).length === 0)
