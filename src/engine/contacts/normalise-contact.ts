import {
  ADDRESS_FIELDS,
  type AddressField,
  type Contact,
  type ContactDraft
} from '../../shared/domain/contact'
import { type PhoneReading, readPhoneNumber } from './phone-number'
import { readTelegramName } from './telegram-name'

type Normalised = Pick<Contact, AddressField | 'written' | 'invalid'>

/** What reading an address found out: why it cannot be sent to, or what was put right in it. */
export interface AddressFinding {
  readonly field: AddressField
  readonly code:
    | 'number_damaged'
    | 'number_invalid'
    | 'number_converted'
    | 'number_zero'
    | 'number_spreadsheet'
    | 'telegram_invite'
    | 'telegram_invalid'
  /** As it was typed. */
  readonly value: string
  /** What is stored. */
  readonly stored: string
}

interface Read {
  readonly value: string
  readonly invalid: boolean
  readonly code: AddressFinding['code'] | null
}

const NOTHING: Read = { value: '', invalid: false, code: null }

const CHANGES = {
  converted_2018: 'number_converted',
  leading_zero: 'number_zero',
  spreadsheet: 'number_spreadsheet'
} as const satisfies Record<NonNullable<(PhoneReading & { valid: true })['change']>, AddressFinding['code']>

/**
 * Brings a contact's addresses to the form that is stored, and tells what was found. Nothing is dropped: an invalid
 * address is kept and marked, and what was typed is kept where the stored form differs.
 */
export function readAddresses(
  draft: Pick<ContactDraft, AddressField>,
  defaultCountry: string
): { readonly addresses: Normalised; readonly findings: readonly AddressFinding[] } {
  const phone = readNumber(draft.phone, defaultCountry)
  const read: Record<AddressField, Read> = {
    phone,
    // Reading a number is the dearest part of an import, and most lists have the same one twice.
    whatsapp_number:
      draft.whatsapp_number === draft.phone ? phone : readNumber(draft.whatsapp_number, defaultCountry),
    telegram_username: readName(draft.telegram_username)
  }
  const written: Normalised['written'] = {}
  const findings: AddressFinding[] = []
  for (const field of ADDRESS_FIELDS) {
    const { value, code } = read[field]
    if (value !== draft[field]) written[field] = draft[field]
    if (code !== null) findings.push({ field, code, value: draft[field], stored: value })
  }
  return {
    addresses: {
      phone: read.phone.value,
      whatsapp_number: read.whatsapp_number.value,
      telegram_username: read.telegram_username.value,
      written,
      invalid: ADDRESS_FIELDS.filter((field) => read[field].invalid)
    },
    findings
  }
}

/** The addresses alone, for what is typed by hand. */
export const normaliseAddresses = (
  draft: Pick<ContactDraft, AddressField>,
  defaultCountry: string
): Normalised => readAddresses(draft, defaultCountry).addresses

function readNumber(text: string, defaultCountry: string): Read {
  if (text === '') return NOTHING
  const reading = readPhoneNumber(text, defaultCountry)
  if (!reading.valid) {
    return {
      value: text,
      invalid: true,
      code: reading.reason === 'damaged' ? 'number_damaged' : 'number_invalid'
    }
  }
  const { number, change } = reading
  return { value: number, invalid: false, code: change === undefined ? null : CHANGES[change] }
}

function readName(text: string): Read {
  if (text === '') return NOTHING
  const reading = readTelegramName(text)
  if (reading.valid) return { value: reading.name, invalid: false, code: null }
  return {
    value: reading.name,
    invalid: true,
    code: reading.reason === 'invite' ? 'telegram_invite' : 'telegram_invalid'
  }
}
