import type { AddressField, Contact, ContactDraft } from '../../shared/domain/contact'
import { readPhoneNumber } from './phone-number'
import { readTelegramName } from './telegram-name'

interface Read {
  readonly value: string
  readonly invalid: boolean
}

type Normalised = Pick<Contact, AddressField | 'written' | 'invalid'>

/**
 * Brings a contact's addresses to the form that is stored. Nothing is dropped: an invalid address is kept and marked,
 * and what was typed is kept where the stored form differs.
 */
export function normaliseAddresses(
  draft: Pick<ContactDraft, AddressField>,
  defaultCountry: string
): Normalised {
  const read: Record<AddressField, Read> = {
    phone: readNumber(draft.phone, defaultCountry),
    whatsapp_number: readNumber(draft.whatsapp_number, defaultCountry),
    telegram_username: readName(draft.telegram_username)
  }
  const fields = Object.keys(read) as AddressField[]
  return {
    phone: read.phone.value,
    whatsapp_number: read.whatsapp_number.value,
    telegram_username: read.telegram_username.value,
    written: Object.fromEntries(
      fields.filter((field) => read[field].value !== draft[field]).map((field) => [field, draft[field]])
    ),
    invalid: fields.filter((field) => read[field].invalid)
  }
}

function readNumber(text: string, defaultCountry: string): Read {
  if (text === '') return { value: '', invalid: false }
  const reading = readPhoneNumber(text, defaultCountry)
  return reading.valid ? { value: reading.number, invalid: false } : { value: text, invalid: true }
}

function readName(text: string): Read {
  if (text === '') return { value: '', invalid: false }
  const { name, valid } = readTelegramName(text)
  return { value: name, invalid: !valid }
}
