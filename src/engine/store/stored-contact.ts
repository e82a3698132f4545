import { ADDRESS_FIELDS, type Contact, CONTACT_LIMITS, contactSchema } from '../../shared/domain/contact'
import { instantSchema } from '../../shared/domain/primitives'
import { type ReadContact, sharingTexts } from '../contacts/share-texts'
import { areTexts, isObject, isPlainId, isPlainInstant } from '../plain-json'

/**
 * Reads the contacts of the stored list exactly as `contactSchema` does, null for what it refuses. A contact like nearly all
 * of them is looked at by hand, which takes a tenth of the time: the list is read at each start.
 */
export function storedContactReader(): (item: unknown) => Contact | null {
  // To know a zone takes longer than all the rest, and a list has few of them.
  const zones = new Set([''])
  const share = sharingTexts()
  return (item) => {
    const plain = readPlain(item, zones)
    if (plain !== null) return share(plain)
    const { data } = contactSchema.safeParse(item)
    if (data === undefined) return null
    zones.add(data.timezone)
    return share(data)
  }
}

/** The contact, when nothing about it is out of the ordinary; null leaves the answer to the schema. */
function readPlain(item: unknown, zones: ReadonlySet<string>): ReadContact | null {
  if (!isObject(item)) return null
  const { _id, email, notes = '', timezone = '', custom = {}, written = {}, created_at, updated_at } = item
  const first_name = line(item['first_name'], CONTACT_LIMITS.first_name)
  const last_name = line(item['last_name'], CONTACT_LIMITS.last_name)
  const phone = line(item['phone'], CONTACT_LIMITS.phone)
  const whatsapp_number = line(item['whatsapp_number'], CONTACT_LIMITS.whatsapp_number)
  const telegram_username = line(item['telegram_username'], CONTACT_LIMITS.telegram_username)
  const mail = line(email, CONTACT_LIMITS.email)
  const tags = item['tags'] === undefined ? [] : texts(item['tags'])
  if (
    !isPlainId(_id) ||
    first_name === null ||
    last_name === null ||
    phone === null ||
    whatsapp_number === null ||
    telegram_username === null ||
    mail === null ||
    typeof notes !== 'string' ||
    notes.length > CONTACT_LIMITS.notes ||
    typeof timezone !== 'string' ||
    !zones.has(timezone) ||
    tags === null ||
    !areTexts(custom) ||
    !areTexts(written) ||
    !isEmpty(item['do_not_contact']) ||
    !isEmpty(item['invalid']) ||
    !isEmpty(item['merged_ids']) ||
    !isInstant(created_at) ||
    !isInstant(updated_at)
  )
    return null
  for (const field in written) if (!ADDRESS_FIELDS.includes(field as never)) return null
  return {
    _id,
    first_name,
    last_name,
    phone,
    whatsapp_number,
    telegram_username,
    email: mail,
    notes,
    tags,
    timezone,
    do_not_contact: [],
    custom,
    written,
    invalid: [],
    merged_ids: [],
    created_at,
    updated_at
  }
}

/** One line as `lineSchema` gives it, empty when it is not there. */
function line(text: unknown, maximum: number): string | null {
  if (text === undefined) return ''
  if (typeof text !== 'string') return null
  const trimmed = text.trim()
  return trimmed.length > maximum ? null : trimmed
}

function texts(list: unknown): string[] | null {
  if (!Array.isArray(list)) return null
  for (const text of list) if (typeof text !== 'string') return null
  return list as string[]
}

const isEmpty = (list: unknown): boolean => list === undefined || (Array.isArray(list) && list.length === 0)

const isInstant = (text: unknown): text is string =>
  isPlainInstant(text) || instantSchema.safeParse(text).success
