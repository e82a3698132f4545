import type { UseFormReturnType } from '@mantine/form'
import {
  ADDRESS_FIELDS,
  type AddressField,
  type Contact,
  type ContactDraft
} from '../../../../shared/domain/contact'

/** What the form holds while somebody types: every field of the draft as text. */
export type ContactFormValues = Omit<ContactDraft, '_id'>

export type ContactForm = UseFormReturnType<ContactFormValues>

const emptyForm: ContactFormValues = {
  first_name: '',
  last_name: '',
  phone: '',
  whatsapp_number: '',
  telegram_username: '',
  email: '',
  notes: ''
}

/** The form of a contact, or an empty one. */
export function formValues(contact: Contact | null): ContactFormValues {
  if (contact === null) return emptyForm
  const { first_name, last_name, phone, whatsapp_number, telegram_username, email, notes } = contact
  return { first_name, last_name, phone, whatsapp_number, telegram_username, email, notes }
}

/** Is there any way to reach this person? */
export const hasAddress = (values: Pick<ContactFormValues, AddressField>): boolean =>
  ADDRESS_FIELDS.some((field) => values[field].trim() !== '')

/** Is the address still the stored one that cannot be sent to? Once somebody edits it, the mark has done its work. */
export const isKnownInvalid = (contact: Contact | null, field: AddressField, typed: string): boolean =>
  contact !== null && contact.invalid.includes(field) && contact[field] === typed
