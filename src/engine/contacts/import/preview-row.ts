import { displayName } from '../../../shared/domain/contact'
import type { PreviewRow } from '../../../shared/domain/contact-import'
import type { ReadPerson, RejectedRow } from './read-person'

/** A row as the window shows it before anything is stored. */
export function previewRow(read: ReadPerson | RejectedRow): PreviewRow {
  if ('rejected' in read) {
    const { row, name, rejected } = read
    return {
      row,
      name,
      first_name: '',
      last_name: '',
      phone: '',
      whatsapp_number: '',
      telegram_username: '',
      email: '',
      tags: [],
      custom: {},
      invalid: [],
      is_rejected: true,
      problems: rejected
    }
  }
  const { row, person, problems } = read
  const { first_name, last_name, phone, whatsapp_number, telegram_username, email, tags, custom, invalid } =
    person
  return {
    row,
    name: displayName(person),
    first_name,
    last_name,
    phone,
    whatsapp_number,
    telegram_username,
    email,
    tags,
    custom,
    invalid,
    is_rejected: false,
    problems
  }
}
