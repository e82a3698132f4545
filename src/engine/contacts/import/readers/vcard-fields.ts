import type { SourceValue } from './source'
import type { CardProperty } from './vcard-card'
import {
  addressesOf,
  type CardAddress,
  MESSENGERS,
  type Messenger,
  messengerAddress
} from './vcard-messengers'
import { rankOfNumber } from './vcard-number-rank'

const MESSENGER_FIELDS: Readonly<Record<Messenger, string>> = {
  whatsapp: 'whatsapp_number',
  telegram: 'telegram_username',
  zalo: 'zalo'
}

/** The fields of a card that say something; a card with nothing in it has none. */
export function fieldsOfCard(card: readonly CardProperty[]): ReadonlyMap<string, SourceValue> {
  const own = card.filter(({ name }) => name.startsWith('x-loa'))
  const addresses = addressesOf(card)
  const tags = texts(card, 'categories')
  const organization = card.find(({ name }) => name === 'org')?.values ?? []
  const [family = '', given = '', additional = ''] = card.find(({ name }) => name === 'n')?.values ?? []
  const pairs: [string, SourceValue][] = [
    ['first_name', given.trim()],
    ['middle_name', additional.trim()],
    ['last_name', family.trim()],
    ['full_name', texts(card, 'fn')[0] ?? ''],
    ...numbered('phone', phonesOf(addresses)),
    ...messengersOf(addresses),
    ...numbered('email', texts(sorted(card, 'email'), 'email')),
    ['notes', notesOf(card)],
    ['tags', tags],
    ['organization', organization.filter(Boolean).join(', ')],
    ['title', texts(card, 'title')[0] ?? ''],
    ['birthday', texts(card, 'bday')[0] ?? ''],
    ['uid', texts(card, 'uid')[0] ?? ''],
    ['x-loa', own.map(ownProperty)]
  ]
  return new Map(pairs.filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== '')))
}

/** Telegram finds people by their phone's number, so that one is a number to call as well. */
const phonesOf = (addresses: readonly CardAddress[]): readonly string[] =>
  addresses
    .filter(
      ({ property: { name }, messenger }) =>
        name === 'tel' && messenger !== 'whatsapp' && messenger !== 'zalo'
    )
    .map(({ property }) => property)
    .sort((one, other) => rankOfNumber(one) - rankOfNumber(other))
    .map(({ values }) => values[0]?.trim().replace(/^tel:/i, '') ?? '')

function messengersOf(addresses: readonly CardAddress[]): [string, string][] {
  return MESSENGERS.map((wanted) => {
    const given = addresses
      .filter(({ messenger }) => messenger === wanted)
      .map(({ property }) => messengerAddress(property, wanted))
    // WhatsApp's own cards say by "waid" that a number is one of its.
    const marked =
      wanted === 'whatsapp' ? addresses.filter(({ property }) => property.params.has('waid')) : []
    const candidates = [...given, ...marked.map(({ property }) => property.values[0]?.trim() ?? '')]
    return [MESSENGER_FIELDS[wanted], candidates.find((address) => address !== '') ?? '']
  })
}

/** A comma in a note that is not escaped is a comma all the same. */
const notesOf = (card: readonly CardProperty[]): string =>
  card
    .filter(({ name }) => name === 'note')
    .map(({ values }) => values.join(',').trim())
    .filter(Boolean)
    .join('\n')

const texts = (card: readonly CardProperty[], wanted: string): readonly string[] =>
  card
    .filter(({ name }) => name === wanted)
    .flatMap(({ values }) => values.map((value) => value.trim()))
    .filter((value) => value !== '')

const sorted = (card: readonly CardProperty[], wanted: string): readonly CardProperty[] =>
  card.filter(({ name }) => name === wanted).sort((one, other) => rankOfNumber(one) - rankOfNumber(other))

const numbered = (field: string, values: readonly string[]): [string, string][] =>
  [...new Set(values)]
    .filter((value) => value !== '')
    .map((value, index) => [index === 0 ? field : `${field}_${index + 1}`, value])

function ownProperty({ name, params, values }: CardProperty): SourceValue {
  const given = [...params].filter(([key]) => key !== 'group')
  return {
    name,
    params: Object.fromEntries(given.map(([key, words]) => [key, words.join(',')])),
    value: values.join(',')
  }
}
