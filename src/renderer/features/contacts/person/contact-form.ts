import type { UseFormReturnType } from '@mantine/form'
import {
  ADDRESS_FIELDS,
  type AddressField,
  type Contact,
  type ContactDraft,
  contactDraftSchema,
  UNSAFE_NAMES
} from '../../../../shared/domain/contact'
import i18next from 'i18next'
import { issueText } from '../../../ui/error-text'
import { validateForm } from '../../../ui/validate-form'

/** A field of the operator's own. The id is the form's: a name may be typed twice, or not yet. */
export interface OwnField {
  readonly id: string
  readonly name: string
  readonly value: string
}

/** What the form holds while somebody types. */
export interface ContactFormValues extends Omit<ContactDraft, '_id' | 'tags' | 'timezone' | 'custom'> {
  readonly tags: string[]
  readonly timezone: string
  readonly own: OwnField[]
}

export type ContactForm = UseFormReturnType<ContactFormValues>

const emptyForm: ContactFormValues = {
  first_name: '',
  last_name: '',
  phone: '',
  whatsapp_number: '',
  telegram_username: '',
  email: '',
  notes: '',
  tags: [],
  timezone: '',
  own: []
}

/** The form of a contact, or an empty one. */
export function formValues(contact: Contact | null): ContactFormValues {
  if (contact === null) return emptyForm
  const { first_name, last_name, phone, whatsapp_number, telegram_username, email, notes } = contact
  const own = Object.entries(contact.custom).map(([name, value]) => ({ id: name, name, value }))
  const { tags, timezone } = contact
  return {
    first_name,
    last_name,
    phone,
    whatsapp_number,
    telegram_username,
    email,
    notes,
    tags,
    timezone,
    own
  }
}

const isBlank = ({ name, value }: OwnField): boolean => name.trim() === '' && value.trim() === ''

/** What is sent: own fields by their name, without rows in which nothing was typed. */
export const draftOf = ({ own, ...fields }: ContactFormValues): Omit<ContactDraft, '_id'> => ({
  ...fields,
  custom: Object.fromEntries(
    own.filter((field) => !isBlank(field)).map(({ name, value }) => [name.trim(), value.trim()])
  )
})

/** Would both be stored alike? */
export const isSameForm = (one: ContactFormValues, other: ContactFormValues): boolean =>
  JSON.stringify(draftOf(one)) === JSON.stringify(draftOf(other)) && namesOf(one) === namesOf(other)

const namesOf = ({ own }: ContactFormValues): string =>
  own
    .filter((field) => !isBlank(field))
    .map(({ name }) => name.trim())
    .join('\n')

/** What is wrong in the form, by field: the rules of the contract, and what only the rows of own fields can have. */
export function formErrors(values: ContactFormValues): Record<string, string> {
  const errors = placeErrors(validateForm(contactDraftSchema)(draftOf(values)), values)
  const seen = new Set<string>()
  for (const [index, field] of values.own.entries()) {
    const name = field.name.trim()
    if (isBlank(field)) continue
    if (name === '') errors[`own.${index}.name`] = issueText({ code: 'name_required' })
    else if (UNSAFE_NAMES.has(name)) errors[`own.${index}.name`] = issueText({ code: 'invalid_value' })
    else if (seen.has(name)) errors[`own.${index}.name`] = i18next.t('own.twice', { ns: 'person' })
    seen.add(name)
  }
  return errors
}

/** Puts the contract's errors where the form has the field: a tag's at the tags, an own field's at its row. */
export function placeErrors(
  errors: Readonly<Record<string, string>>,
  { own }: ContactFormValues
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([path, text]) => {
      const [first = '', ...rest] = path.split('.')
      if (first === 'tags') return ['tags', text]
      if (first !== 'custom') return [path, text]
      const row = own.findIndex(({ name }) => name.trim() === rest.join('.'))
      return [row === -1 ? 'own' : `own.${row}.value`, text]
    })
  )
}

/** Is there any way to reach this person? */
export const hasAddress = (values: Pick<ContactFormValues, AddressField>): boolean =>
  ADDRESS_FIELDS.some((field) => values[field].trim() !== '')

/** Is the address still the stored one that cannot be sent to? Once somebody edits it, the mark has done its work. */
export const isKnownInvalid = (contact: Contact | null, field: AddressField, typed: string): boolean =>
  contact !== null && contact.invalid.includes(field) && contact[field] === typed
