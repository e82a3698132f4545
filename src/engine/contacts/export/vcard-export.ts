import { CHANNEL_IDS } from '../../../shared/domain/channel'
import { ADDRESS_FIELDS, type AddressField, type Contact, displayName } from '../../../shared/domain/contact'
import { escapeText } from '../import/readers/vcard-text'
import { CUSTOM_PROPERTY, loaProperty, UID_PREFIX } from '../import/own-card'
import { channelMarkText, everywhereText } from './mark-text'
import { vcardLine } from './vcard-line'

const ADDRESS_PROPERTIES: Readonly<Record<AddressField, string>> = {
  phone: 'TEL;TYPE=CELL',
  whatsapp_number: 'X-WHATSAPP',
  telegram_username: 'X-TELEGRAM'
}

/** Contacts as cards that phones read (vCard 3.0), one a piece; what phones have no place for is in `X-LOA-` lines. */
export function* vcardLines(contacts: readonly Contact[]): Generator<string, void> {
  for (const contact of contacts) yield cardOf(contact)
}

function cardOf(contact: Contact): string {
  const { _id, first_name, last_name, email, notes, tags, timezone, custom } = contact
  const said: readonly (readonly [property: string, text: string])[] = [
    ...ADDRESS_FIELDS.map((field) => [addressProperty(field, contact[field]), contact[field]] as const),
    ['X-SOCIALPROFILE;TYPE=telegram', telegramLink(contact)],
    ['EMAIL;TYPE=INTERNET', email],
    ['NOTE', notes],
    [loaProperty('timezone'), timezone],
    [loaProperty('do_not_contact'), everywhereText(contact)],
    ...CHANNEL_IDS.map(
      (channel) => [loaProperty(`do_not_contact_${channel}`), channelMarkText(contact, channel)] as const
    ),
    ...Object.entries(custom).map(([name, value]) => [customProperty(name), value] as const)
  ]
  return [
    vcardLine('BEGIN', 'VCARD'),
    vcardLine('VERSION', '3.0'),
    vcardLine('N', `${partText(last_name)};${partText(first_name)};;;`),
    vcardLine('FN', escapeText(displayName(contact))),
    ...said
      .filter(([, text]) => text !== '')
      .map(([property, text]) => vcardLine(property, escapeText(text))),
    ...(tags.length === 0 ? [] : [vcardLine('CATEGORIES', tags.map(partText).join(','))]),
    vcardLine('UID', `${UID_PREFIX}${_id}`),
    vcardLine('END', 'VCARD')
  ].join('')
}

/** What readers take for a link, or drop from a number, stands in a line of our own. */
const MISREAD = /[:\\]/

const addressProperty = (field: AddressField, address: string): string =>
  MISREAD.test(address) ? loaProperty(field) : ADDRESS_PROPERTIES[field]

const telegramLink = ({ telegram_username, invalid }: Contact): string =>
  telegram_username === '' || invalid.includes('telegram_username') ? '' : `https://t.me/${telegram_username}`

/** Any name in a parameter; half a character would have no code, so it goes through bytes. */
const customProperty = (name: string): string =>
  `${CUSTOM_PROPERTY};X-NAME=${encodeURIComponent(Buffer.from(name).toString())}`

/** A part before a separator: many readers take a backslash right before one for an escape of it. */
const partText = (text: string): string => escapeText(text).replace(/\\$/, '\\ ')
