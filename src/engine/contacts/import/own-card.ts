import { CHANNEL_IDS } from '../../../shared/domain/channel'
import { ADDRESS_FIELDS } from '../../../shared/domain/contact'
import { objectIdSchema } from '../../../shared/domain/primitives'
import type { SourceValue } from './readers/source'
import { entriesOf, isList, textOf } from './source-text'

/** Before a contact's `_id` in the UID of a card that Loa wrote. */
export const UID_PREFIX = 'loa:'

export const CUSTOM_PROPERTY = 'X-LOA-CUSTOM'

const OWN_FIELDS = [
  ...ADDRESS_FIELDS,
  'timezone',
  'do_not_contact',
  ...CHANNEL_IDS.map((channel) => `do_not_contact_${channel}` as const)
] as const

type OwnField = (typeof OWN_FIELDS)[number]

/** The property of a card that holds a field which cards have no property for. */
export const loaProperty = (field: OwnField): string => `X-LOA-${field.replaceAll('_', '-').toUpperCase()}`

const FIELD_OF = new Map<string, string>(OWN_FIELDS.map((field) => [loaProperty(field).toLowerCase(), field]))

/** A second number or address is not one more guess for the first. */
const FURTHER = /^(?:phone|email)_\d+$/

/**
 * A card's fields under names that the import understands, as `guessTarget` does: what Loa wrote becomes again what it
 * was, other programs' ids go. Applied twice it changes nothing more.
 */
export function vcardFields(fields: ReadonlyMap<string, SourceValue>): ReadonlyMap<string, SourceValue> {
  const id = loaId(textOf(fields.get('uid')))
  // Our own cards say the names in their parts: FN may be a number, and a missing part is an empty one.
  const mapped = new Map<string, SourceValue>(
    id === null ? [] : [['_id', id] as const, ['first_name', ''] as const, ['last_name', ''] as const]
  )
  for (const [name, value] of fields) {
    if (name === 'uid' || name === 'x-loa' || (id !== null && name === 'full_name')) continue
    mapped.set(FURTHER.test(name) ? `custom.${name}` : name, value)
  }
  for (const [name, text] of ownFields(fields.get('x-loa'))) {
    const known = textOf(mapped.get(name))
    const isAnother = name.startsWith('custom.') && known !== '' && known !== text
    mapped.set(name, isAnother ? `${known}, ${text}` : text)
  }
  return mapped
}

function loaId(uid: string): string | null {
  if (!uid.startsWith(UID_PREFIX)) return null
  const parsed = objectIdSchema.safeParse(uid.slice(UID_PREFIX.length))
  return parsed.success ? parsed.data : null
}

function ownFields(properties: SourceValue | undefined): (readonly [string, string])[] {
  if (properties === undefined || properties === null || !isList(properties)) return []
  return properties.flatMap((property) => {
    const parts = new Map(entriesOf(property))
    const name = textOf(parts.get('name')).toLowerCase()
    const text = textOf(parts.get('value'))
    if (name === CUSTOM_PROPERTY.toLowerCase())
      return [[`custom.${customName(parts.get('params'))}`, text]] as const
    const field = FIELD_OF.get(name)
    return field === undefined ? [] : ([[field, text]] as const)
  })
}

function customName(params: SourceValue | undefined): string {
  const written = textOf(new Map(entriesOf(params)).get('x-name'))
  try {
    return decodeURIComponent(written)
  } catch {
    return written
  }
}
