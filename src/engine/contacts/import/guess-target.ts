import { IMPORT_TARGETS, type ImportTarget } from '../../../shared/domain/contact-import'
import { UNSAFE_NAMES } from '../../../shared/domain/contact'
import { foldText } from '../../../shared/text/fold-text'

/** A header as it is compared: folded, separators as one space. */
const foldHeader = (header: string): string =>
  foldText(header)
    .replace(/[_\-.:/()*[\]]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const words = (text: string) => new Set(text.split(',').map((word) => word.trim()))

/** Headers as Google Contacts, Outlook, HubSpot, phones, Loa, and people who write Vietnamese name their columns. */
const EXACT: readonly (readonly [ImportTarget, ReadonlySet<string>])[] = [
  ['_id', words('id loa, loa id')],
  ['first_name', words('first name, firstname, given name, ten, ten goi, ten khach, prenom, vorname, fname')],
  ['middle_name', words('middle name, additional name, ten dem, ten lot, chu lot')],
  [
    'last_name',
    words(
      'last name, lastname, family name, surname, ho, ho dem, ho va ten dem, ho va dem, ho lot, nom, nachname, lname'
    )
  ],
  [
    'full_name',
    words(
      'name, full name, fullname, display name, contact name, contact, customer, customer name, ho ten, ho va ten, hovaten, hoten, ten day du, ten khach hang, khach hang, ten lien he, file as, fn, ten hien thi, ho ten khach hang, ho va ten khach hang, nguoi lien he'
    )
  ],
  [
    'email',
    words(
      'email, e mail, mail, email address, e mail address, e mail 1 value, email 1 value, thu dien tu, dia chi email, hop thu'
    )
  ],
  ['notes', words('note, notes, ghi chu, comment, comments, luu y')],
  [
    'tags',
    words(
      'tag, tags, label, labels, categories, category, group membership, groups, group, nhom, nhan, the, phan loai, list, lists'
    )
  ],
  ['timezone', words('timezone, time zone, mui gio, tz')],
  [
    'do_not_contact',
    words('do not contact, dnc, opt out, opted out, unsubscribed, khong lien he, ngung lien he, tu choi')
  ]
]

/** What a column becomes that is not one of a person's own fields. */
const NOT_STORED: ReadonlySet<string> = new Set<ImportTarget>(['custom', 'custom_fields', 'zalo', 'ignore'])

/** Loa's and the reference system's own names of the fields. */
const STORED: ReadonlySet<string> = new Set(IMPORT_TARGETS.filter((target) => !NOT_STORED.has(target)))

/** Loa's own bookkeeping, which an import makes anew. */
const MADE_ANEW: ReadonlySet<string> = new Set(['invalid', '__v', 'createdat', 'updatedat'])

const PHONE =
  /\b(phone|phones|mobile|mobiles|cell|cellphone|cellular|tel|telephone|telefon|telefono|handy|movil|celular|gsm|hotline|msisdn|sdt|dtdd|so dt|so may|di dong|dien thoai|so lien he|so lien lac)\b/

/** A column that is called just "number" holds phone numbers in a list of people. */
const PHONE_EXACT = words('number, numbers, so, dt, sim, viber')

/** Columns beside an address that say what kind of address it is. */
const KIND_OF_ADDRESS = /\b(label|type)$/

/** Numbers that nobody answers, and counts of something about phones. */
const NO_PHONE = /\b(fax|extension|ext|country|count|number of|last|date)\b/

/** What a column of the file most likely is, by its header. `custom` is the answer for what nobody knows. */
export function guessTarget(header: string): ImportTarget {
  if (UNSAFE_NAMES.has(header) || MADE_ANEW.has(header.toLowerCase())) return 'ignore'
  if (STORED.has(header)) return header as ImportTarget
  if (header === 'custom') return 'custom_fields'
  const name = foldHeader(header)
  if (header.startsWith('custom.') || name === '') return 'custom'
  if (name.includes('zalo')) return 'zalo'
  if (/\b(whatsapp|whats app|wa)\b/.test(name)) return 'whatsapp_number'
  if (/\b(telegram|tg|tele)\b/.test(name)) return 'telegram_username'
  for (const [target, known] of EXACT) if (known.has(name)) return target
  if (KIND_OF_ADDRESS.test(name)) return 'ignore'
  if (PHONE_EXACT.has(name) || (PHONE.test(name) && !NO_PHONE.test(name))) return 'phone'
  return 'custom'
}

/** Targets that several columns can share. Any other has one column; later ones are kept as custom fields. */
export const REPEATABLE: ReadonlySet<ImportTarget> = new Set<ImportTarget>([
  'custom',
  'custom_fields',
  'ignore',
  'tags',
  'notes'
])

/** How well a header says that this is the number by which somebody is called: a mobile before any other. */
function phoneRank(header: string): number {
  const name = foldHeader(header)
  if (/\b(mobile|cell|cellphone|di dong|dtdd|sdt)\b/.test(name)) return 0
  if (/^(phone|phone number|so dien thoai|dien thoai|primary phone|phone 1 value|tel)$/.test(name)) return 1
  if (/\b(home|business|work|company|co quan|nha|other|assistant|car|radio|callback)\b/.test(name)) return 3
  return 2
}

/** A column in which nothing stands comes behind all that have numbers: HubSpot writes every column it knows. */
const EMPTY_RANK = 4

interface SampledColumn {
  readonly name: string
  readonly samples: readonly string[]
}

const most = (samples: readonly string[], isSo: (sample: string) => boolean): boolean =>
  samples.length > 0 && samples.filter(isSo).length * 2 > samples.length

const LOOKS_LIKE_PHONE = /^'?\+?[\d\s().-]{8,20}$/
const LOOKS_LIKE_EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const LOOKS_LIKE_TELEGRAM = /^(@\w{4,}|(https?:\/\/)?(t\.me|web\.telegram\.org)\/.*)$/i
const LOOKS_LIKE_NAME = /^\p{L}[\p{L}\p{M}'. -]+$/u

/** A file without a header is read by what stands in its columns. */
function guessBySamples({ samples }: SampledColumn): ImportTarget {
  if (most(samples, (text) => LOOKS_LIKE_EMAIL.test(text))) return 'email'
  if (most(samples, (text) => LOOKS_LIKE_TELEGRAM.test(text))) return 'telegram_username'
  if (most(samples, (text) => LOOKS_LIKE_PHONE.test(text))) return 'phone'
  return most(samples, (text) => LOOKS_LIKE_NAME.test(text)) ? 'full_name' : 'custom'
}

/** Guesses all columns together: of several phone columns the mobile one is the phone, the rest is kept. */
export function guessTargets(columns: readonly SampledColumn[], hasHeader: boolean): readonly ImportTarget[] {
  const guessed = columns.map((column) => (hasHeader ? guessTarget(column.name) : guessBySamples(column)))
  const phones = columns
    .map(({ name, samples }, index) => ({
      index,
      rank: phoneRank(name) + (samples.length === 0 ? EMPTY_RANK : 0)
    }))
    .filter(({ index }) => guessed[index] === 'phone')
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
  const zaloPhone = guessed.findIndex(
    (target, index) => target === 'zalo' && PHONE.test(foldHeader(columns[index]?.name ?? ''))
  )
  const hasLastName = guessed.includes('last_name')
  const taken = new Set<ImportTarget>()
  return guessed.map((target, index) => {
    // "SĐT / Zalo" is the phone number when there is no other.
    if (index === zaloPhone && phones.length === 0) return 'phone'
    if (target === 'phone') return phones[0]?.index === index ? 'phone' : 'custom'
    if (REPEATABLE.has(target)) return target
    if (taken.has(target)) return 'custom'
    // "Tên" is a first name beside "Họ", and the whole name where it stands alone.
    const isWhole = target === 'first_name' && !hasLastName && !guessed.includes('full_name')
    const own =
      isWhole && most(columns[index]?.samples ?? [], (text) => /\S\s+\S/.test(text)) ? 'full_name' : target
    taken.add(own)
    return own
  })
}
