import { CHANNEL_IDS } from '../../../shared/domain/channel'
import type { Contact } from '../../../shared/domain/contact'
import { BYTE_ORDER_MARK, csvLine } from './csv-text'
import { channelMarkText, everywhereText } from './mark-text'

interface Column {
  readonly name: string
  readonly of: (contact: Contact) => string
}

const FIELDS = [
  'first_name',
  'last_name',
  'phone',
  'whatsapp_number',
  'telegram_username',
  'email',
  'tags',
  'notes'
] as const

const ALWAYS: readonly Column[] = FIELDS.map((name) => ({
  name,
  of: name === 'tags' ? ({ tags }) => tags.join('; ') : (contact) => contact[name]
}))

/** Columns that most lists have no use for: written when somebody has one. */
const WHERE_USED: readonly Column[] = [
  { name: 'timezone', of: ({ timezone }) => timezone },
  { name: 'do_not_contact', of: everywhereText },
  ...CHANNEL_IDS.map((channel) => ({
    name: `do_not_contact_${channel}`,
    of: (contact: Contact) => channelMarkText(contact, channel)
  }))
]

const ID: Column = { name: '_id', of: ({ _id }) => _id }

const CONTACTS_A_PIECE = 1_000

/**
 * Contacts as a spreadsheet opens them and the import reads them again. Pieces may be empty: they are moments to let
 * others have their turn.
 */
export function* csvLines(contacts: readonly Contact[]): Generator<string, void> {
  const columns = yield* columnsFor(contacts)
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ name }) => name))
  for (const contact of contacts) yield csvLine(columns.map(({ of }) => of(contact)))
}

function* columnsFor(contacts: readonly Contact[]): Generator<string, readonly Column[]> {
  const used = new Set<Column>()
  const names = new Set<string>()
  for (const [index, contact] of contacts.entries()) {
    for (const column of WHERE_USED) if (!used.has(column) && column.of(contact) !== '') used.add(column)
    for (const name of Object.keys(contact.custom)) names.add(name)
    if (index % CONTACTS_A_PIECE === 0) yield ''
  }
  return [
    ...ALWAYS,
    ...WHERE_USED.filter((column) => used.has(column)),
    ...[...names].sort().map(customColumn),
    ID
  ]
}

const customColumn = (name: string): Column => ({
  name: `custom.${name}`,
  of: ({ custom }) => (Object.hasOwn(custom, name) ? (custom[name] ?? '') : '')
})
